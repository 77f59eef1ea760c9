/**
 * How amounts leave several accounts for several others: parts debited and parts credited, of equal sums,
 * paired in their order into transfers, so that each rupiah of the one side can be followed to the other.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { subtract, sum, type Amount } from '#worker/kernel/money'
import type { AccountKey } from '#worker/ledger/account'
import type { Transfer } from '#worker/ledger/entry'

/** The book an entry stands in, and the day on which its money moved. */
export type Common = { book: string; on: LocalDate }

export type Part = { account: AccountKey; amount: Amount }

/** Refuses (RangeError) parts that do not add up to the same, or are below zero. */
export function flow(debits: readonly Part[], credits: readonly Part[]): Transfer[] {
  const [left, right] = [debits, credits].map((parts) => sum(parts.map((part) => part.amount)))
  if (left !== right) throw new RangeError(`debits of ${left}, credits of ${right}`)
  const transfers: Transfer[] = []
  const waiting = credits.map((part) => ({ ...part }))
  for (const { account: debit, amount } of debits) {
    let rest = withinNothing(amount)
    while (rest > 0) {
      const next = waiting[0]
      if (!next) throw new RangeError('credits ran out before debits')
      const moved = rest < next.amount ? rest : withinNothing(next.amount)
      if (moved > 0) transfers.push({ debit, credit: next.account, amount: moved })
      rest = subtract(rest, moved)
      next.amount = subtract(next.amount, moved)
      if (next.amount === 0) waiting.shift()
    }
  }
  return transfers
}

function withinNothing(amount: Amount): Amount {
  if (amount < 0) throw new RangeError(`a part of ${amount}`)
  return amount
}
