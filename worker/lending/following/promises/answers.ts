/** How a promise to pay is answered, with what was received since. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { LocalDate } from '#worker/kernel/calendar'
import { PROMISE_STATES, stateOf } from '#worker/lending/following/promises/promise'
import type { PromiseRow } from '#worker/lending/following/promises/queries'

export const PromiseAnswer = v.strictObject({
  id: v.string(),
  loan: v.strictObject({
    id: v.string(),
    number: v.number(),
    borrower: v.string(),
    group: v.nullable(v.string()),
  }),
  madeOn: v.string(),
  promisedOn: v.string(),
  amount: v.number(),
  promisedBy: v.string(),
  /** Since it was made and up to the day it names. */
  received: v.number(),
  state: v.picklist(PROMISE_STATES),
  recordedBy: v.string(),
  recordedAt: v.string(),
})
export type PromiseAnswer = v.InferOutput<typeof PromiseAnswer>

export const PromisesAnswer = pageOf(PromiseAnswer)

export function describePromise(row: PromiseRow, today: LocalDate): PromiseAnswer {
  const { id, loanId, number, borrowerName, groupName, recorderName } = row
  const { madeOn, promisedOn, amount, promisedBy, received } = row
  return {
    ...{ id, madeOn, promisedOn, amount, promisedBy, received },
    loan: { id: loanId, number, borrower: borrowerName, group: groupName },
    state: stateOf(row, received, today),
    recordedBy: recorderName,
    recordedAt: instantText(row.recordedAt),
  }
}
