/**
 * Whose an account of the books is, in the reader's language: who or what is named, what an expense was for,
 * or that it belongs to nobody in particular, as the cash that lies in the office itself.
 */
import { EXPENSES, type Expense } from '#worker/ledger/chart/hand'
import { date } from '#lib/format.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'

type Held = { holder: string; holderName: string | null }

/** A meeting is named by its group and its day. */
const DAY = /\d{4}-\d\d-\d\d$/

const isExpense = (holder: string): holder is Expense => Object.hasOwn(EXPENSES, holder)

export function holderWords({ holder, holderName }: Held): string {
  if (holder === '') return m.books_no_holder()
  if (isExpense(holder)) return EXPENSES[holder][getLocale()]
  return (holderName ?? holder).replace(DAY, (day) => date(day, getLocale()))
}
