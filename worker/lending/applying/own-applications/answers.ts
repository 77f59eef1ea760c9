/** An application as its applicant sees it: all that was said, who stands for it, and what is hers to do. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { PURPOSES } from '#worker/identity/consents/texts'
import type { ConsentRow } from '#worker/identity/consents/queries'
import { AttachmentAnswer, describeAttachment } from '#worker/lending/applying/attachments/answers'
import type { Attachment } from '#worker/lending/applying/attachments/attachment'
import { describeIdentity, IdentityAnswer } from '#worker/lending/applying/identities/answers'
import type { IdentityRow, OpeningRow } from '#worker/lending/applying/identities/answers'
import { ApplicationAnswer } from '#worker/lending/applying/loan-applications/answers'
import { describeApplication } from '#worker/lending/applying/loan-applications/answers'
import type { ApplicationRow } from '#worker/lending/applying/loan-applications/queries'
import { describeObjection, ObjectionAnswer } from '#worker/lending/applying/objections/answers'
import type { NamedObjection } from '#worker/lending/applying/objections/answers'
import { objectableUntil } from '#worker/lending/applying/objections/objection'
import {
  describePayee,
  PayeeAnswer,
  type NamedPayee,
} from '#worker/lending/applying/payees/answers'
import { describeStanding, StandingAnswer } from '#worker/lending/applying/pledges/answers'
import type { Pledge } from '#worker/lending/applying/pledges/pledge'

const ConsentAnswer = v.strictObject({
  purpose: v.picklist(PURPOSES),
  version: v.string(),
  text: v.string(),
  givenAt: v.string(),
  withdrawnAt: v.nullable(v.string()),
})

const MomentAnswer = v.strictObject({
  type: v.string(),
  at: v.string(),
  by: v.nullable(v.string()),
})

export const OwnApplicationAnswer = v.strictObject({
  ...ApplicationAnswer.entries,
  timeline: v.array(MomentAnswer),
  /** Who carries a share or vouches, and whether she has agreed. */
  pledges: v.array(StandingAnswer),
  attachments: v.array(AttachmentAnswer),
  identity: IdentityAnswer,
  consents: v.array(ConsentAnswer),
  objection: v.nullable(ObjectionAnswer),
  /** Until when she may object to a rejection. */
  objectableUntil: v.nullable(v.string()),
  payee: v.nullable(PayeeAnswer),
  /** The loan that came of it. */
  loanId: v.nullable(v.string()),
})
export type OwnApplicationAnswer = v.InferOutput<typeof OwnApplicationAnswer>

export type MomentRow = { type: string; at: number; by: string | null }

/** All that the applicant's page shows, as queries bring it. */
export type OwnFacts = {
  moments: readonly MomentRow[]
  pledges: readonly Pledge[]
  attachments: readonly Attachment[]
  identity: IdentityRow | undefined
  openings: readonly OpeningRow[]
  consents: readonly ConsentRow[]
  objection: NamedObjection | undefined
  payee: NamedPayee | undefined
  loanId: string | null
}

export function describeOwnApplication(row: ApplicationRow, facts: OwnFacts): OwnApplicationAnswer {
  const until = facts.objection ? null : objectableUntil(row)
  return {
    ...describeApplication(row, row),
    timeline: facts.moments.map((one) => ({ ...one, at: instantText(one.at) })),
    pledges: facts.pledges.map(describeStanding),
    attachments: facts.attachments.map(describeAttachment),
    identity: describeIdentity(facts.identity, facts.openings),
    consents: facts.consents.map(({ purpose, textVersion: version, text, ...when }) => ({
      ...{ purpose, version, text, givenAt: instantText(when.givenAt) },
      withdrawnAt: when.withdrawnAt === null ? null : instantText(when.withdrawnAt),
    })),
    objection: facts.objection ? describeObjection(facts.objection) : null,
    objectableUntil: until === null ? null : instantText(until),
    payee: facts.payee ? describePayee(facts.payee) : null,
    loanId: facts.loanId,
  }
}
