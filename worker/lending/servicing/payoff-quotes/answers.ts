import * as v from 'valibot'
import { PartsAnswer } from '#worker/lending/servicing/loans/answers'
import type { OfferedPayoff } from '#worker/lending/servicing/payoff-quotes/payoff-quote'

const Line = v.strictObject({
  of: v.picklist(['due', 'principalToCome', 'charges', 'running', 'waiting', 'paidAhead', 'claim']),
  part: v.picklist(['interest', 'principal', 'fees', 'penalties']),
  amount: v.number(),
  instalments: v.optional(v.tuple([v.number(), v.number()])),
  days: v.optional(v.tuple([v.string(), v.string()])),
  arithmetic: v.optional(v.string()),
})

export const PayoffAnswer = v.strictObject({
  on: v.string(),
  countedOn: v.string(),
  lastDay: v.pipe(v.string(), v.description('The last day that may be asked for')),
  version: v.pipe(v.number(), v.description('The number of the last event that it counts')),
  total: v.number(),
  parts: PartsAnswer,
  lines: v.pipe(v.array(Line), v.description('Their sum is the total')),
  later: v.array(v.strictObject({ on: v.string(), total: v.number(), more: v.number() })),
  spared: v.pipe(v.number(), v.description('What keeping to the plan would cost more')),
})
export type PayoffAnswer = v.InferOutput<typeof PayoffAnswer>

export function describePayoff({ lines, later, ...quote }: OfferedPayoff): PayoffAnswer {
  return {
    ...quote,
    later: [...later],
    lines: lines.map(({ instalments, days, ...line }) => ({
      ...line,
      ...(instalments ? { instalments: [...instalments] as [number, number] } : {}),
      ...(days ? { days: [...days] as [string, string] } : {}),
    })),
  }
}
