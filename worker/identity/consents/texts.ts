/**
 * What a person agrees to, purpose by purpose, in the words she is shown. A changed text is a new
 * version; the text that was shown is kept with her consent, and withdrawing stops its use.
 */
export type Purpose = 'sales-history'

export const CONSENT_TEXTS: Readonly<Record<Purpose, { version: string; id: string; en: string }>> =
  {
    'sales-history': {
      version: '2026-11-1',
      id:
        'Saya setuju pemberi pinjaman yang saya pilih melihat riwayat penjualan usaha ini di pasar Lumbung ' +
        '(bulan berjualan, pesanan selesai dan batal, pembeli yang kembali) untuk menilai pengajuan ini. ' +
        'Saya dapat menarik persetujuan ini kapan saja.',
      en:
        'I agree that the lender I chose may see this enterprise’s sales history in the Lumbung market ' +
        '(months selling, completed and cancelled orders, returning buyers) to review this application. ' +
        'I can withdraw this consent at any time.',
    },
  }
