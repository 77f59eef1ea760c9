/** What a borrower is told when part of her sales has paid her loan, and when a month brought too little. */
import { rupiah, type Amount } from '#worker/kernel/money'
import type { Message } from '#worker/outbox/message'

type Taken = {
  phone: string
  loan: string
  lender: string
  earned: Amount
  share: Amount
  balance: Amount
  receipt: string
}

export function shareTakenMessage(taken: Taken, { url }: { url: string | null }): Message {
  const { phone, loan, lender, earned, share, balance, receipt } = taken
  const body =
    `Hasil jual ${rupiah(earned)} masuk. ${rupiah(share)} dipotong untuk angsuran pinjaman ${loan} di ` +
    `${lender}; sisa pokok ${rupiah(balance)}. Sisanya tetap untuk Anda.` +
    (url === null ? '' : ` Kuitansi: ${url}/receipts/${receipt}`)
  return { channel: 'whatsapp', destination: phone, template: 'payout-share-taken', body }
}
