/**
 * What a person agrees to, purpose by purpose, in the words she is shown. A changed text is a new
 * version; the text that was shown is kept with her consent, and withdrawing stops its use.
 */
export const PURPOSES = [
  'sales-history',
  'identity',
  'bureau',
  'group-sharing',
  'guarantee',
  'payout-share',
] as const
export type Purpose = (typeof PURPOSES)[number]

type Text = { version: string; id: string; en: string }

export const CONSENT_TEXTS: Readonly<Record<Purpose, Text>> = {
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
  identity: {
    version: '2026-11-1',
    id:
      'Saya setuju pemberi pinjaman ini menyimpan NIK dan foto KTP saya dalam keadaan terkunci, hanya ' +
      'untuk memastikan bahwa saya yang mengajukan dan tidak ada pengajuan ganda. Setiap kali dibuka, ' +
      'alasannya dicatat dan dapat saya lihat. Saya dapat menarik persetujuan ini kapan saja.',
    en:
      'I agree that this lender keeps my NIK and the photo of my KTP locked, only to make sure that it ' +
      'is me who applies and that nobody applies twice. Whenever it is opened, the reason is recorded ' +
      'and I can see it. I can withdraw this consent at any time.',
  },
  bureau: {
    version: '2026-11-1',
    id:
      'Saya setuju pemberi pinjaman ini meminta dan melaporkan catatan kredit saya kepada lembaga ' +
      'informasi kredit (SLIK) selama pengajuan dan pinjaman ini berjalan. Saya dapat menarik ' +
      'persetujuan ini kapan saja; laporan yang sudah terkirim tidak dapat ditarik.',
    en:
      'I agree that this lender asks a credit bureau (SLIK) for my record and reports to it while this ' +
      'application and its loan run. I can withdraw this consent at any time; what was reported cannot ' +
      'be taken back.',
  },
  'group-sharing': {
    version: '2026-11-1',
    id:
      'Saya setuju menanggung bagian yang tertulis ini dari pinjaman kelompok, dan pengurus kelompok ' +
      'serta pemberi pinjaman melihat bagian dan angsuran saya. Anggota lain melihat jumlah bagian saya.',
    en:
      'I agree to carry the share written here of the group’s loan, and that those who lead the group ' +
      'and the lender see my share and my instalments. Other members see how large my share is.',
  },
  guarantee: {
    version: '2026-11-1',
    id:
      'Saya bersedia menjadi penjamin: bila peminjam tidak membayar, pemberi pinjaman dapat meminta ' +
      'saya membayar sisa pinjaman ini. Nama dan nomor telepon saya disimpan untuk itu.',
    en:
      'I stand as guarantor: if the borrower does not pay, the lender may ask me to pay what is left of ' +
      'this loan. My name and telephone number are kept for that.',
  },
  'payout-share': {
    version: '2026-11-1',
    id:
      'Saya setuju sebagian hasil jual usaha ini, sebesar yang saya tulis, dipakai membayar angsuran ' +
      'pinjaman ini setiap kali hasil jual masuk, paling banyak yang jatuh tempo kecuali saya minta ' +
      'lebih. Saya dapat menghentikannya kapan saja.',
    en:
      'I agree that part of what this enterprise earns, as much as I wrote, pays the instalments of ' +
      'this loan whenever sales come in, at most what is due unless I ask for more. I can end this at ' +
      'any time.',
  },
}
