import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Pledge } from '#worker/lending/applying/pledges/pledge'
import type { PledgeRow } from '#worker/lending/applying/pledges/queries'

/** One who stands for an application, as its applicant, her group and its lender see her. */
export const StandingAnswer = v.strictObject({
  id: v.string(),
  kind: v.picklist(['share', 'guarantee']),
  name: v.string(),
  relation: v.string(),
  amount: v.nullable(v.number()),
  /** Of what was approved and accepted. */
  agreed: v.nullable(v.number()),
  status: v.picklist(['asked', 'confirmed', 'declined']),
  answeredAt: v.nullable(v.string()),
})
export type StandingAnswer = v.InferOutput<typeof StandingAnswer>

export const StandingsAnswer = pageOf(StandingAnswer)

/** A pledge as the one who was asked sees it. */
export const PledgeAnswer = v.strictObject({
  ...StandingAnswer.entries,
  application: v.strictObject({
    code: v.string(),
    status: v.string(),
    lender: v.string(),
    product: v.string(),
    applicant: v.string(),
    group: v.nullable(v.string()),
    purpose: v.string(),
    amount: v.number(),
    instalments: v.number(),
  }),
  /** As long as nothing was accepted she may think again. */
  open: v.boolean(),
  askedAt: v.string(),
})
export type PledgeAnswer = v.InferOutput<typeof PledgeAnswer>

export const PledgesAnswer = pageOf(PledgeAnswer)

export function describeStanding(one: Pledge): StandingAnswer {
  const { id, kind, name, relation, amount, agreed, status, answeredAt } = one
  const at = answeredAt === null ? null : instantText(answeredAt)
  return { id, kind, name, relation, amount, agreed, status, answeredAt: at }
}

const OPEN: readonly string[] = ['submitted', 'in-review', 'recommended', 'approved']
export const isOpen = (row: Pick<PledgeRow, 'applicationStatus'>) =>
  OPEN.includes(row.applicationStatus)

export function describePledge(one: Pledge, around: PledgeRow): PledgeAnswer {
  return {
    ...describeStanding(one),
    application: {
      code: around.code,
      status: around.applicationStatus,
      lender: around.lenderName,
      product: around.productName,
      applicant: around.applicantName,
      group: around.groupName,
      purpose: around.purpose,
      amount: around.asked,
      instalments: around.instalments,
    },
    open: isOpen(around),
    askedAt: instantText(one.askedAt),
  }
}
