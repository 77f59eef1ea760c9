import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { ApplicationRow } from '#worker/lending/loan-applications/queries'

const Awaiting = v.strictObject({
  id: v.string(),
  code: v.string(),
  product: v.string(),
  borrower: v.string(),
  group: v.nullable(v.string()),
  amount: v.number(),
  instalments: v.number(),
  acceptedAt: v.string(),
})
export type Awaiting = v.InferOutput<typeof Awaiting>

export const AwaitingAnswer = pageOf(Awaiting)

/** The terms that were approved and accepted. */
export function describeAwaiting(row: ApplicationRow): Awaiting {
  return {
    id: row.id,
    code: row.code,
    product: row.productName,
    borrower: row.applicantName,
    group: row.groupName,
    amount: row.approvedAmount ?? row.amount,
    instalments: row.approvedInstalments ?? row.instalments,
    acceptedAt: instantText(row.acceptedAt ?? row.submittedAt),
  }
}
