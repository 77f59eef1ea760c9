/** What goes with an application, as its lender sees it: who stands for it, papers, facts, wishes. */
import * as v from 'valibot'
import { AttachmentAnswer } from '#worker/lending/applying/attachments/answers'
import { DuplicateAnswer, IdentityAnswer } from '#worker/lending/applying/identities/answers'
import { ObjectionAnswer } from '#worker/lending/applying/objections/answers'
import { PayeeAnswer } from '#worker/lending/applying/payees/answers'
import { StandingAnswer } from '#worker/lending/applying/pledges/answers'

export const PapersAnswer = v.strictObject({
  pledges: v.array(StandingAnswer),
  attachments: v.array(AttachmentAnswer),
  identity: IdentityAnswer,
  /** Whether a credit bureau may be asked. */
  bureau: v.boolean(),
  /** Other applications here with the same NIK, telephone, applicant or members: a fact, no verdict. */
  duplicates: v.array(DuplicateAnswer),
  objection: v.nullable(ObjectionAnswer),
  payee: v.nullable(PayeeAnswer),
})
export type PapersAnswer = v.InferOutput<typeof PapersAnswer>
