/** How money that comes to the operator moves while it is not known, or not yet, what it pays. */
import type { Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import type { Common } from '#worker/ledger/posting-rules/flow'

/** Money that came without a purchase to hold it: after expiry, twice, or too much. Kept with its age. */
export function paymentUnexplained(
  { book, on }: Common,
  payment: { subject: string; reference: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'payment-unexplained',
    subject: payment.subject,
    description: `Dana belum teridentifikasi: ${payment.reference}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'bank'),
        credit: account(book, 'suspense', payment.subject),
        amount: payment.amount,
      },
    ],
  }
}
