import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { ShownInvitation } from '#worker/identity/invitations/queries'
import { KINDS } from '#worker/identity/permissions'

export const InvitationAnswer = v.strictObject({
  id: v.string(),
  organization: v.strictObject({ slug: v.string(), name: v.string(), kind: v.picklist(KINDS) }),
  phone: v.string(),
  role: v.string(),
  /** The name of who invited. */
  invitedBy: v.string(),
  createdAt: v.string(),
  expiresAt: v.string(),
})

export const InvitationList = pageOf(InvitationAnswer)

export function describeInvitation(one: ShownInvitation) {
  const { id, slug, organizationName, kind, phone, role, inviterName } = one
  return {
    id,
    organization: { slug, name: organizationName, kind },
    phone,
    role,
    invitedBy: inviterName,
    createdAt: instantText(one.createdAt),
    expiresAt: instantText(one.expiresAt),
  }
}
