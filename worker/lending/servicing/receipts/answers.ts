import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { Split } from '#worker/lending/servicing/loans/entry'

export const SplitAnswer = v.strictObject({
  interest: v.number(),
  principal: v.number(),
  fees: v.number(),
  penalties: v.number(),
  overpayment: v.number(),
})

/** What a payer holds: what came, when, where it went, and what is left. */
export const ReceiptAnswer = v.strictObject({
  code: v.string(),
  number: v.number(),
  lender: v.string(),
  borrower: v.string(),
  group: v.nullable(v.string()),
  loanNumber: v.number(),
  payerName: v.string(),
  channel: v.picklist(['cash', 'transfer', 'payout', 'meeting', 'reserve']),
  amount: v.number(),
  receivedOn: v.string(),
  split: SplitAnswer,
  /** Principal still lent after this payment, as it stood when the receipt was issued. */
  balance: v.number(),
  issuedAt: v.string(),
  reversedAt: v.nullable(v.string()),
})
export type ReceiptAnswer = v.InferOutput<typeof ReceiptAnswer>

type Kept = {
  code: string
  number: number
  lenderName: string
  borrowerName: string
  groupName: string | null
  loanNumber: number
  payerName: string
  channel: 'cash' | 'transfer' | 'payout' | 'meeting' | 'reserve'
  amount: number
  receivedOn: string
  split: string
  balance: number
  issuedAt: number
  reversedAt: number | null
}

export function describeReceipt(kept: Kept): ReceiptAnswer {
  return {
    code: kept.code,
    number: kept.number,
    lender: kept.lenderName,
    borrower: kept.borrowerName,
    group: kept.groupName,
    loanNumber: kept.loanNumber,
    payerName: kept.payerName,
    channel: kept.channel,
    amount: kept.amount,
    receivedOn: kept.receivedOn,
    split: JSON.parse(kept.split) as Split,
    balance: kept.balance,
    issuedAt: instantText(kept.issuedAt),
    reversedAt: kept.reversedAt === null ? null : instantText(kept.reversedAt),
  }
}
