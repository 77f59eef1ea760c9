/** How the state of a lender's book is answered: its basis, and which months of it are closed. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Closed as Done } from '#worker/lending/bookkeeping/periods/closing'
import { closable, type Kept } from '#worker/lending/bookkeeping/periods/period'
import type { LocalDate } from '#worker/kernel/calendar'

const Closed = v.strictObject({
  month: v.string(),
  closedBy: v.string(),
  closedAt: v.string(),
  yearEntryId: v.pipe(v.nullable(v.string()), v.description('The entry that ended its year')),
})

const Underway = v.pipe(
  v.nullable(
    v.strictObject({
      month: v.string(),
      behind: v.pipe(v.number(), v.description('Loans whose interest is missing, to a thousand')),
    }),
  ),
  v.description('A closing that waits until the interest of every loan is in the books'),
)

const keeping = {
  basis: v.picklist(['cash', 'accrual']),
  closedThrough: v.nullable(v.string()),
  begins: v.pipe(v.nullable(v.string()), v.description('The month of the first entry')),
  closable: v.pipe(v.array(v.string()), v.description('The months that may be closed now')),
  underway: Underway,
}

export const PeriodsAnswer = v.strictObject({ ...keeping, ...pageOf(Closed).entries })
export const KeepingAnswer = v.strictObject(keeping)
export const ClosingAnswer = v.strictObject({
  months: v.array(v.string()),
  closedThrough: v.nullable(v.string()),
  yearEntryId: v.nullable(v.string()),
  underway: Underway,
})

export type KeptRow = Kept & { basis: 'cash' | 'accrual'; version: number; behind: number }

const underwayOf = ({ closing, behind }: KeptRow) =>
  closing === null ? null : { month: closing, behind }

export function describeKeeping(
  row: KeptRow,
  today: LocalDate,
): v.InferOutput<typeof KeepingAnswer> {
  const { basis, closedThrough, begins } = row
  return {
    ...{ basis, closedThrough, begins, closable: closable(row, today) },
    underway: underwayOf(row),
  }
}

export type ClosedRow = {
  month: string
  closedBy: string
  closedAt: number
  yearEntryId: string | null
}

export const describeClosed = ({ closedAt, ...row }: ClosedRow): v.InferOutput<typeof Closed> => ({
  ...row,
  closedAt: instantText(closedAt),
})

/** A closing that waits for interest. */
export function describeAsked(
  { closedThrough, behind }: KeptRow,
  month: string,
): v.InferOutput<typeof ClosingAnswer> {
  return { months: [], closedThrough, yearEntryId: null, underway: { month, behind } }
}

export function describeClosing({ months, yearEntry }: Done): v.InferOutput<typeof ClosingAnswer> {
  return {
    months: [...months],
    closedThrough: months.at(-1) ?? null,
    yearEntryId: yearEntry?.id ?? null,
    underway: null,
  }
}
