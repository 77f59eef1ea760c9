/**
 * Membership: the roles a person holds in an organization. Who manages the organization gives and takes
 * them; the organization keeps at least one lead, which the batch itself makes sure of. A change ends
 * the sessions of the one it concerns, so that nothing goes on under the roles of before.
 */
import type { Act, Happened } from '#worker/history/event'
import type { Organization } from '#worker/identity/organizations/organization'
import { sentence } from '#worker/kernel/sentence'
import { type Kind, ROLES } from '#worker/identity/permissions'
import { Refusal } from '#worker/kernel/refusal'

export type Changed = { organization: Organization; event: Happened }

export function refuseForeignRoles(kind: Kind, roles: readonly string[]): void {
  const known: readonly string[] = ROLES[kind]
  const foreign = roles.filter((role) => !known.includes(role))
  if (foreign.length === 0) return
  const detail = `The roles here are ${known.join(', ')}.`
  throw new Refusal('malformed', detail, {
    errors: [
      { pointer: '/roles', detail: sentence(`Peran di sini: ${known.join(', ')}.`, detail) },
    ],
  })
}

export function removeMember(
  organization: Organization,
  { personId, roles }: { personId: string; roles: readonly string[] },
  act: Act,
): Changed {
  return changed(organization, act, { type: 'member-removed', data: { personId, roles } })
}

export function changeRoles(
  organization: Organization,
  { personId, roles }: { personId: string; roles: readonly string[] },
  act: Act,
): Changed {
  refuseForeignRoles(organization.kind, roles)
  return changed(organization, act, { type: 'roles-changed', data: { personId, roles } })
}

function changed(
  before: Organization,
  act: Act,
  what: { type: string; data: Readonly<Record<string, unknown>> },
): Changed {
  const organization = { ...before, version: before.version + 1 }
  return {
    organization,
    event: { ...act, ...what, subject: before.id, seq: organization.version },
  }
}
