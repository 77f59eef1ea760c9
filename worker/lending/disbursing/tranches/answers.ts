import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import type { Tranche } from '#worker/lending/disbursing/tranches/tranche'

export const TrancheAnswer = v.strictObject({
  n: v.number(),
  amount: v.number(),
  note: v.string(),
  handedOver: v.boolean(),
})
export type TrancheAnswer = v.InferOutput<typeof TrancheAnswer>

export const TranchesAnswer = pageOf(TrancheAnswer)

export const describeTranche = ({ n, amount, note, seq }: Tranche): TrancheAnswer => ({
  ...{ n, amount, note, handedOver: seq !== null },
})
