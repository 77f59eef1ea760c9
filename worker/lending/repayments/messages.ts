/** What a payer is told when her money has come, and when what was written down is undone. */
import { rupiah, type Amount } from '#worker/kernel/money'
import type { Message } from '#worker/outbox/message'

export type Payer = { name: string; phone: string | null; locale: 'id' | 'en' }
type Told = {
  lender: string
  loan: number
  amount: Amount
  balance: Amount
  receipt: string
  /** Part of her sales, which she agreed to. */
  ofSales?: boolean
}
type Site = { url: string | null }

const page = ({ receipt }: Told, { url }: Site, words: string) =>
  url === null ? '' : ` ${words} ${url}/receipts/${receipt}`

const RECEIVED = {
  id: ({ lender, loan, amount, balance, ofSales }: Told) =>
    `${lender} menerima ${rupiah(amount)}${ofSales ? ' dari hasil jual Anda' : ''} untuk pinjaman ` +
    `${loan}. Sisa pokok ${rupiah(balance)}.`,
  en: ({ lender, loan, amount, balance, ofSales }: Told) =>
    `${lender} received ${rupiah(amount)}${ofSales ? ' of your sales' : ''} for loan ${loan}. ` +
    `Principal left ${rupiah(balance)}.`,
}

const UNDONE = {
  id: ({ lender, loan, amount, balance }: Told) =>
    `${lender} membatalkan catatan pembayaran ${rupiah(amount)} pinjaman ${loan}. Sisa pokok ` +
    `${rupiah(balance)}. Bila Anda merasa sudah membayar, tunjukkan kuitansinya.`,
  en: ({ lender, loan, amount, balance }: Told) =>
    `${lender} undid the payment of ${rupiah(amount)} on loan ${loan}. Principal left ` +
    `${rupiah(balance)}. If you did pay, show the receipt.`,
}

const AT = { id: 'Kuitansi:', en: 'Receipt:' }

/** No message where nobody can be reached: the receipt is printed then. */
function told(payer: Payer, template: string, words: string): Message[] {
  const { phone } = payer
  return phone === null ? [] : [{ channel: 'whatsapp', destination: phone, template, body: words }]
}

export function receivedMessage(payer: Payer, what: Told, site: Site): Message[] {
  const words = RECEIVED[payer.locale](what) + page(what, site, AT[payer.locale])
  return told(payer, 'loan-repaid', words)
}

export function undoneMessage(payer: Payer, what: Told, site: Site): Message[] {
  const words = UNDONE[payer.locale](what) + page(what, site, AT[payer.locale])
  return told(payer, 'loan-repayment-undone', words)
}
