/** How money moves in a lender's book when something happens to a loan. */
import type { Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import { loanTransfers, type LoanMovement } from '#worker/ledger/loan-movement'
import type { Common } from '#worker/ledger/posting-rules/flow'

/**
 * A loan moved money: disbursed or drawn (fees taken are income at once), repaid (its parts add up to
 * what was received), refunded, given up, recovered, accrued; or corrected by a replay, where parts of
 * earlier repayments change places.
 */
export function loanMoved(
  { book, on }: Common,
  loan: { id: string; groupId?: string | null; rule: string; description: string },
  movements: readonly LoanMovement[],
): Posting {
  const { id: subject, groupId = null, rule, description } = loan
  const transfers = loanTransfers({ book, id: subject, groupId }, movements)
  return { book, rule, subject, description, valueOn: on, transfers }
}

/** Money that stood in suspense is known now: it counts as come from the bank, for what follows. */
export function suspenseKnown(
  { book, on }: Common,
  known: { id: string; reference: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'suspense-known',
    subject: known.id,
    description: `Dana dikenali: ${known.reference}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'suspense', known.id),
        credit: account(book, 'bank'),
        amount: known.amount,
      },
    ],
  }
}
