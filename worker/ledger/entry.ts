/**
 * An entry is one or more transfers that happened together: a book, a value date, the rule that posted
 * it, and who did so. A transfer moves an amount above zero from the credited to the debited account
 * (TigerBeetle and Formance arrived at the same row), so an entry cannot be unbalanced. Entries are
 * never changed: a mistake is reversed by its mirror.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { accountId, type AccountKey } from '#worker/ledger/account'

export type Transfer = { debit: AccountKey; credit: AccountKey; amount: Amount }

/** What a posting rule makes: an entry without its id, its clock and its actor. */
export type Posting = {
  book: string
  rule: string
  /** What it is about: an order, a payout, a loan. */
  subject: string
  description: string
  valueOn: LocalDate
  transfers: readonly Transfer[]
}

export type Entry = Posting & {
  id: string
  postedAt: number
  actorId: string
  requestId: string
  reverses: string | null
}

/** Leaves out transfers of nothing; refuses an entry that would be empty or cross books. */
export function posting(draft: Posting): Posting {
  const transfers = draft.transfers.filter((one) => one.amount !== 0)
  for (const { debit, credit, amount } of transfers) {
    if (amount < 0) throw new RangeError(`a transfer of ${amount} in ${draft.rule}`)
    if (debit.book !== draft.book || credit.book !== draft.book) {
      throw new RangeError(`a transfer outside the book of ${draft.rule}`)
    }
    if (accountId(debit) === accountId(credit)) {
      throw new RangeError(`a transfer from an account to itself in ${draft.rule}`)
    }
  }
  return { ...draft, transfers }
}

type Recorded = { id: string; at: number; actorId: string; requestId: string }

export function entryOf(draft: Posting, { id, at, actorId, requestId }: Recorded): Entry {
  return { ...posting(draft), id, postedAt: at, actorId, requestId, reverses: null }
}

/** The mirror of an entry, on a date of its own. Refuses to reverse a reversal. */
export function reverse(entry: Entry, valueOn: LocalDate, recorded: Recorded): Entry {
  if (entry.reverses !== null) {
    throw new Refusal('already-reversed', 'A reversal is not reversed; post the entry anew.')
  }
  const mirrored = entry.transfers.map(({ debit, credit, amount }) => ({
    debit: credit,
    credit: debit,
    amount,
  }))
  const draft = { ...entry, valueOn, transfers: mirrored.reverse() }
  return {
    ...draft,
    id: recorded.id,
    postedAt: recorded.at,
    actorId: recorded.actorId,
    requestId: recorded.requestId,
    description: `Pembatalan: ${entry.description}`,
    reverses: entry.id,
  }
}
