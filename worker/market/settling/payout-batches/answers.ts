/** Bank files as they are answered. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Batch } from '#worker/market/settling/payout-batches/batch'
import {
  describePayout,
  PayoutAnswer,
  type NamedPayout,
} from '#worker/market/settling/payouts/answers'

const BatchSummary = v.strictObject({
  id: v.string(),
  number: v.pipe(v.number(), v.description('Counted from 1 without gaps')),
  madeOn: v.string(),
  madeAt: v.string(),
  count: v.number(),
  total: v.number(),
  waiting: v.pipe(v.number(), v.description('Payouts in it that have not been transferred yet')),
})
export const BatchPage = pageOf(BatchSummary)

export const BatchAnswer = v.strictObject({
  ...BatchSummary.entries,
  by: v.nullable(v.string()),
  payouts: v.array(PayoutAnswer),
})

export type ListedBatch = Batch & { waiting: number }

export function describeSummary(batch: ListedBatch): v.InferOutput<typeof BatchSummary> {
  const { id, number, madeOn, madeAt, count, total, waiting } = batch
  return { id, number, madeOn, madeAt: instantText(madeAt), count, total, waiting }
}

export function describeBatch(
  batch: Batch,
  payouts: readonly NamedPayout[],
  by: string | null,
): v.InferOutput<typeof BatchAnswer> {
  const waiting = payouts.filter((one) => one.status === 'requested').length
  return {
    ...describeSummary({ ...batch, waiting }),
    by,
    payouts: payouts.map(describePayout),
  }
}
