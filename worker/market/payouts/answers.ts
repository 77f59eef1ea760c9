/** Payouts as they are answered: to the operator, and to the enterprise that received them. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { PAYOUT_STATUSES, type Payout } from '#worker/market/payouts/payout'

const Account = v.strictObject({ bank: v.string(), number: v.string(), holder: v.string() })
const Enterprise = v.strictObject({ id: v.string(), slug: v.string(), name: v.string() })

export const PayoutAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  enterprise: Enterprise,
  amount: v.number(),
  status: v.picklist(PAYOUT_STATUSES),
  account: Account,
  reference: v.nullable(v.string()),
  sentOn: v.nullable(v.string()),
  recordedAt: v.string(),
})
export const PayoutPage = pageOf(PayoutAnswer)

export const DuePayoutAnswer = v.strictObject({
  enterprise: v.strictObject({ ...Enterprise.entries, phone: v.string() }),
  payable: v.number(),
  account: v.pipe(
    v.nullable(Account),
    v.description('Null while the enterprise has not said where its money goes'),
  ),
})
export const DuePayoutPage = pageOf(DuePayoutAnswer)

export type NamedPayout = Payout & { slug: string; name: string }

export function describePayout(payout: NamedPayout): v.InferOutput<typeof PayoutAnswer> {
  const { id, code, amount, status, reference, sentOn, requestedAt } = payout
  const { bankName: bank, bankAccount: number, bankHolder: holder } = payout
  return {
    ...{ id, code, amount, status, reference, sentOn },
    enterprise: { id: payout.enterpriseId, slug: payout.slug, name: payout.name },
    account: { bank, number, holder },
    recordedAt: instantText(requestedAt),
  }
}

export type DueRow = {
  enterpriseId: string
  slug: string
  name: string
  phone: string
  payable: number
  bankName: string | null
  bankAccount: string | null
  bankHolder: string | null
}

export function describeDue(row: DueRow): v.InferOutput<typeof DuePayoutAnswer> {
  const { enterpriseId: id, slug, name, phone, payable } = row
  const { bankName: bank, bankAccount: number, bankHolder: holder } = row
  const whole = bank !== null && number !== null && holder !== null
  return {
    enterprise: { id, slug, name, phone },
    payable,
    account: whole ? { bank, number, holder } : null,
  }
}
