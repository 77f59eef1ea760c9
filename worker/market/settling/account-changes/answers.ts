/** Changes of where an enterprise's money goes, as they are answered. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import {
  ACCOUNT_CHANGE_STATUSES,
  type AccountChange,
} from '#worker/market/settling/account-changes/account-change'

export const AccountChangeAnswer = v.strictObject({
  id: v.string(),
  enterprise: v.strictObject({ id: v.string(), slug: v.string(), name: v.string() }),
  account: v.strictObject({ bank: v.string(), number: v.string(), holder: v.string() }),
  status: v.picklist(ACCOUNT_CHANGE_STATUSES),
  askedAt: v.string(),
  by: v.nullable(v.string()),
  validFrom: v.pipe(v.string(), v.description('From when payouts use it')),
  endedAt: v.nullable(v.string()),
  endedBy: v.nullable(v.string()),
})
export const AccountChangePage = pageOf(AccountChangeAnswer)

export type NamedChange = AccountChange & {
  slug: string
  name: string
  asker: string | null
  ender: string | null
}

export function describeChange(change: NamedChange): v.InferOutput<typeof AccountChangeAnswer> {
  const { id, enterpriseId, slug, name, account, status, askedAt, asker, validFrom } = change
  return {
    id,
    enterprise: { id: enterpriseId, slug, name },
    account: { ...account },
    status,
    askedAt: instantText(askedAt),
    by: asker,
    validFrom: instantText(validFrom),
    endedAt: change.endedAt === null ? null : instantText(change.endedAt),
    endedBy: change.ender,
  }
}
