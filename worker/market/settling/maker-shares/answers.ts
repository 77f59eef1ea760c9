/** The sheet of what makers have earned, as it is answered. */
import * as v from 'valibot'
import type { Sheet } from '#worker/market/settling/maker-shares/share'

export const GroupCutAnswer = v.strictObject({ bps: v.number() })

export const SharesAnswer = v.strictObject({
  month: v.nullable(v.string()),
  payout: v.nullable(v.strictObject({ id: v.string(), code: v.string() })),
  cutBps: v.pipe(
    v.number(),
    v.description('What the group keeps of what is completed from now on'),
  ),
  base: v.pipe(v.number(), v.description('What the goods brought; the sum of all that follows')),
  kept: v.pipe(v.number(), v.description('The group’s cut')),
  unassigned: v.pipe(v.number(), v.description('Of goods that name no maker')),
  makers: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      amount: v.number(),
      lines: v.array(
        v.strictObject({
          orderId: v.string(),
          code: v.string(),
          title: v.string(),
          base: v.number(),
          amount: v.number(),
        }),
      ),
    }),
  ),
})

type Given = {
  month: string | null
  payout: { id: string; code: string } | null
  cutBps: number
}

export function describeShares(sheet: Sheet, given: Given): v.InferOutput<typeof SharesAnswer> {
  const { base, kept, unassigned, makers } = sheet
  return {
    ...given,
    ...{ base, kept, unassigned },
    makers: makers.map(({ makerId, name, amount, lines }) => ({
      ...{ id: makerId, name, amount },
      lines: lines.map(({ n: _, ...line }) => line),
    })),
  }
}
