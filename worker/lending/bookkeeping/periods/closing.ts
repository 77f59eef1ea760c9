/**
 * Months that are closed: the entry that ends the year where the last of them is December, and what
 * the history of the book says of it. Whoever closes them, the treasurer at once or the clock for her,
 * does it so.
 */
import type { Act, Happened } from '#worker/history/event'
import { entryOf, type Entry } from '#worker/ledger/entry'
import type { Closing } from '#worker/ledger/posting-rules/books'
import { bookHistory, yearEnd, type Month } from '#worker/lending/bookkeeping/periods/period'

export type Closed = {
  lenderId: string
  months: readonly Month[]
  /** Who asked for it. */
  by: string
  at: number
  yearEntry: Entry | null
  event: Happened
}

type Given = {
  lenderId: string
  months: readonly Month[]
  version: number
  by: string
  balances: readonly Closing[]
  act: Act
  entryId: string
}

export function closed(given: Given): Closed {
  const { lenderId, months, version, by, balances, act, entryId } = given
  const closedThrough = months.at(-1) ?? ''
  const draft = yearEnd(lenderId, closedThrough, { id: bookHistory(lenderId), balances })
  const yearEntry = draft && entryOf(draft, { ...act, id: entryId })
  const data = { months, closedThrough, yearEntryId: yearEntry?.id ?? null }
  const subject = bookHistory(lenderId)
  const event = { ...act, subject, seq: version + 1, type: 'closed', data }
  return { lenderId, months, by, at: act.at, yearEntry, event }
}
