/** What a borrower is told where a month of sales brought less for her loan than was hoped. */
import { rupiah, type Amount } from '#worker/kernel/money'
import type { Payer } from '#worker/lending/servicing/repayments/messages'
import type { Message } from '#worker/outbox/message'

type Short = {
  lender: string
  loan: { id: string; number: number }
  month: string
  paid: Amount
  floor: Amount
  short: Amount
}

const MONTHS = {
  id: [
    ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September'],
    ...['Oktober', 'November', 'Desember'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
    ...['October', 'November', 'December'],
  ],
}

const ASKED = {
  id: ({ lender, loan, paid, floor, short }: Short, month: string) =>
    `Bulan ${month} pinjaman ${loan.number} di ${lender} terbayar ${rupiah(paid)} dari sedikitnya ` +
    `${rupiah(floor)} yang Anda rencanakan. Bila bisa, mohon bayar ${rupiah(short)} dengan tunai. ` +
    'Sedang berat? Kabari petugas, kita cari jalannya bersama.',
  en: ({ lender, loan, paid, floor, short }: Short, month: string) =>
    `In ${month} ${rupiah(paid)} of loan ${loan.number} with ${lender} was paid, of the ` +
    `${rupiah(floor)} that you planned. If you can, please pay ${rupiah(short)} in cash. ` +
    'A hard month? Tell the officer, and we will find a way together.',
}

const SEE = { id: 'Lihat', en: 'See' }

/** No message where nobody can be reached. */
export function shortMessage(
  { phone, locale }: Payer,
  what: Short,
  { url }: { url: string | null },
): Message[] {
  if (phone === null) return []
  const month = MONTHS[locale][Number(what.month.slice(5)) - 1] ?? what.month
  const prefix = locale === 'en' ? '/en' : ''
  const page =
    url === null ? '' : ` ${SEE[locale]} ${url}${prefix}/loans/${what.loan.id}/payout-share`
  const body = ASKED[locale](what, month) + page
  return [{ channel: 'whatsapp', destination: phone, template: 'payout-share-short', body }]
}
