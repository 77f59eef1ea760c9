/** What a payer is told when her money came, was taken back or written down wrongly, or is given back. */
import { rupiah, type Amount } from '#worker/kernel/money'
import type { Message } from '#worker/outbox/message'

export type Payer = { name: string; phone: string | null; locale: 'id' | 'en' }
type Told = { lender: string; loan: number; amount: Amount; balance: Amount }
type Received = Told & {
  /** Part of her sales, which she agreed to. */
  ofSales?: boolean
  /** It paid the loan off. */
  paidOff: boolean
  overpayment: Amount
}
type Paper = { code: string; site: { url: string | null } }

const RECEIVED = {
  id: ({ lender, loan, amount, balance, ofSales, paidOff, overpayment }: Received) =>
    `${lender} menerima ${rupiah(amount)}${ofSales ? ' dari hasil jual Anda' : ''} untuk pinjaman ` +
    `${loan}. ${paidOff ? 'Pinjaman ini lunas.' : `Sisa pokok ${rupiah(balance)}.`}` +
    (overpayment > 0 ? ` Kelebihan ${rupiah(overpayment)} milik Anda dan akan dikembalikan.` : ''),
  en: ({ lender, loan, amount, balance, ofSales, paidOff, overpayment }: Received) =>
    `${lender} received ${rupiah(amount)}${ofSales ? ' of your sales' : ''} for loan ${loan}. ` +
    (paidOff ? 'This loan is paid off.' : `Principal left ${rupiah(balance)}.`) +
    (overpayment > 0 ? ` ${rupiah(overpayment)} too much is yours and will be given back.` : ''),
}

const UNDONE = {
  id: ({ lender, loan, amount, balance }: Told) =>
    `${lender} membatalkan catatan pembayaran ${rupiah(amount)} pinjaman ${loan}. Sisa pokok ` +
    `${rupiah(balance)}. Bila Anda merasa sudah membayar, tunjukkan kuitansinya.`,
  en: ({ lender, loan, amount, balance }: Told) =>
    `${lender} undid the payment of ${rupiah(amount)} on loan ${loan}. Principal left ` +
    `${rupiah(balance)}. If you did pay, show the receipt.`,
}

const TAKEN_BACK = {
  id: ({ lender, loan, amount, balance }: Told) =>
    `Pembayaran ${rupiah(amount)} untuk pinjaman ${loan} ditarik kembali oleh pengirim atau banknya, ` +
    `jadi ${lender} tidak menghitungnya lagi. Sisa pokok ${rupiah(balance)}. Bila ini keliru, ` +
    'tunjukkan kuitansinya.',
  en: ({ lender, loan, amount, balance }: Told) =>
    `The payment of ${rupiah(amount)} on loan ${loan} was taken back by its sender or the bank, so ` +
    `${lender} no longer counts it. Principal left ${rupiah(balance)}. If this is wrong, show the ` +
    'receipt.',
}

type GivenBack = Pick<Told, 'lender' | 'loan' | 'amount'> & { channel: 'cash' | 'transfer' }

const GIVEN_BACK = {
  id: ({ lender, loan, amount, channel }: GivenBack) =>
    `${lender} mengembalikan kelebihan bayar ${rupiah(amount)} pinjaman ${loan} ` +
    `${channel === 'cash' ? 'secara tunai' : 'lewat transfer'}.`,
  en: ({ lender, loan, amount, channel }: GivenBack) =>
    `${lender} gave back ${rupiah(amount)} paid too much on loan ${loan} ` +
    `${channel === 'cash' ? 'in cash' : 'by transfer'}.`,
}

const RECEIPT = { id: 'Kuitansi:', en: 'Receipt:' }
const NOTE = { id: 'Tanda terima:', en: 'Note:' }

const at = (page: string, { code, site: { url } }: Paper, word: string) =>
  url === null ? '' : ` ${word} ${url}/${page}/${code}`

/** No message where nobody can be reached: the receipt is printed then. */
function told(payer: Payer, template: string, words: string): Message[] {
  const { phone } = payer
  return phone === null ? [] : [{ channel: 'whatsapp', destination: phone, template, body: words }]
}

export function receivedMessage(payer: Payer, what: Received, paper: Paper): Message[] {
  const words = RECEIVED[payer.locale](what) + at('receipts', paper, RECEIPT[payer.locale])
  return told(payer, 'loan-repaid', words)
}

export function undoneMessage(payer: Payer, what: Told, paper: Paper): Message[] {
  const words = UNDONE[payer.locale](what) + at('receipts', paper, RECEIPT[payer.locale])
  return told(payer, 'loan-repayment-undone', words)
}

export function takenBackMessage(payer: Payer, what: Told, paper: Paper): Message[] {
  const words = TAKEN_BACK[payer.locale](what) + at('receipts', paper, RECEIPT[payer.locale])
  return told(payer, 'loan-repayment-taken-back', words)
}

export function givenBackMessage(payer: Payer, what: GivenBack, paper: Paper): Message[] {
  const words = GIVEN_BACK[payer.locale](what) + at('loan-refunds', paper, NOTE[payer.locale])
  return told(payer, 'loan-overpayment-returned', words)
}
