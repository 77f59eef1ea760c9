/** What waits for the operator, on one screen: how many of each, and how much money. */
import * as v from 'valibot'
import { auditedFrom } from '#worker/audit/audits/audited'
import { AuditAnswer, describeAudit } from '#worker/audit/audits/answers'

const Counted = v.strictObject({ count: v.number(), total: v.number() })

export const OverviewAnswer = v.strictObject({
  payments: v.strictObject({
    ...Counted.entries,
    withProof: v.pipe(v.number(), v.description('Whose buyers have uploaded a proof')),
  }),
  unmatched: v.pipe(Counted, v.description('Money in suspense')),
  payouts: v.pipe(Counted, v.description('Sellers who are owed money')),
  refunds: v.pipe(Counted, v.description('Buyers who are owed money')),
  held: v.pipe(v.number(), v.description('Held for buyers until their orders are completed')),
  lateOrders: v.number(),
  oldSuspense: v.pipe(v.number(), v.description('Items in suspense for more than three days')),
  openLosses: v.pipe(v.number(), v.description('Payments taken back after the goods had left')),
  organizationsPending: v.number(),
  messagesFailed: v.number(),
  lastAudit: v.nullable(AuditAnswer),
})

type Counts = { count: number; total: number }

export type OverviewFacts = {
  payments: Counts & { withProof: number }
  owed: readonly { code: string; count: number; total: number }[]
  counts: {
    oldSuspense: number
    openLosses: number
    lateOrders: number
    organizationsPending: number
    messagesFailed: number
  }
  audit: { seq: number; at: number; data: string } | undefined
}

export function describeOverview(facts: OverviewFacts): v.InferOutput<typeof OverviewAnswer> {
  const { payments, owed, counts, audit } = facts
  const of = (code: string) => {
    const { count = 0, total = 0 } = owed.find((one) => one.code === code) ?? {}
    return { count, total }
  }
  return {
    payments,
    unmatched: of('suspense'),
    payouts: of('seller-payable'),
    refunds: of('refund-payable'),
    held: of('buyers-money').total,
    ...counts,
    lastAudit: audit ? describeAudit(auditedFrom(audit)) : null,
  }
}
