/** Who may help a group, with what, and until when. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import {
  isIn,
  SCOPES,
  type CompanionGrant,
} from '#worker/identity/companion-grants/companion-grant'

export const GrantAnswer = v.strictObject({
  id: v.string(),
  name: v.string(),
  facilitator: v.string(),
  scopes: v.array(v.picklist(SCOPES)),
  grantedAt: v.string(),
  endsOn: v.string(),
  state: v.picklist(['running', 'ended', 'revoked']),
})

export const GrantList = pageOf(GrantAnswer)

export type GrantRow = CompanionGrant & { companion: string; facilitator: string }

export function describeGrant(row: GrantRow, now: number): v.InferOutput<typeof GrantAnswer> {
  const { id, companion: name, facilitator, grantedAt, endsOn, revokedAt } = row
  return {
    ...{ id, name, facilitator, endsOn },
    scopes: SCOPES.filter((scope) => row[scope] === 1),
    grantedAt: instantText(grantedAt),
    state: isIn(row, now) ? 'running' : revokedAt === null ? 'ended' : 'revoked',
  }
}
