/** How what sellers have earned leaves the operator's book. */
import type { Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import type { Common } from '#worker/ledger/posting-rules/flow'

/** A payout has left the bank for the seller's account. */
export function payoutSent(
  { book, on }: Common,
  payout: { id: string; code: string; enterpriseId: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'payout-sent',
    subject: payout.id,
    description: `Pencairan hasil jual ${payout.code}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'seller-payable', payout.enterpriseId),
        credit: account(book, 'bank'),
        amount: payout.amount,
      },
    ],
  }
}
