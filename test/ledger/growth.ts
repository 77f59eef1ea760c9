/** What entries do to accounts, for tests of the rules by which money moves. */
import fc from 'fast-check'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { normalSide } from '#worker/ledger/account'
import { posting, type Posting } from '#worker/ledger/entry'

export const common = { book: 'operator', on: localDate('2026-11-22') }
export const money = fc.nat(1e9).map((n) => amount(n))

/** How much each account has grown on its own side. */
export function growth(...drafts: readonly Posting[]): Record<string, number> {
  const grown: Record<string, number> = {}
  for (const { debit, credit, amount: moved } of drafts.flatMap((one) => posting(one).transfers)) {
    for (const [key, side] of [
      [debit, 'debit'],
      [credit, 'credit'],
    ] as const) {
      const name = `${key.code}${key.holder && `/${key.holder}`}`
      grown[name] = (grown[name] ?? 0) + (normalSide(key.code) === side ? moved : -moved)
    }
  }
  return Object.fromEntries(Object.entries(grown).filter(([, n]) => n !== 0))
}

/** What is left of `expected` once amounts of nothing leave no trace. */
export const nonZero = (expected: Record<string, number>) =>
  Object.fromEntries(Object.entries(expected).filter(([, n]) => n !== 0))
