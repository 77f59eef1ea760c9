import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { AccountAnswer } from '#worker/lending/applying/loan-applications/answers'
import type { PayeeChange } from '#worker/lending/applying/payees/payee'

/** A change of the account after the approval. */
export const PayeeAnswer = v.strictObject({
  account: AccountAnswer,
  status: v.picklist(['waiting', 'approved', 'refused']),
  askedAt: v.string(),
  decidedBy: v.nullable(v.string()),
  decidedAt: v.nullable(v.string()),
})
export type PayeeAnswer = v.InferOutput<typeof PayeeAnswer>

const WaitingPayee = v.strictObject({
  ...PayeeAnswer.entries,
  application: v.strictObject({ id: v.string(), code: v.string(), applicant: v.string() }),
  /** The one that was approved, which it would replace. */
  before: v.nullable(AccountAnswer),
})
export const PayeesAnswer = pageOf(WaitingPayee)

/** What became of naming an account: it counts, or it waits. */
export const AccountSetAnswer = v.strictObject({
  account: AccountAnswer,
  waits: v.boolean(),
})

export type NamedPayee = PayeeChange & { deciderName: string | null }

export function describePayee(one: NamedPayee): PayeeAnswer {
  return {
    account: { bank: one.bankName, number: one.bankAccount, holder: one.bankHolder },
    status: one.status,
    askedAt: instantText(one.askedAt),
    decidedBy: one.deciderName,
    decidedAt: one.decidedAt === null ? null : instantText(one.decidedAt),
  }
}
