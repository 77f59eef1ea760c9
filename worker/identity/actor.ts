/**
 * Who is acting: a guest, a person with her memberships, a program with an API key of an organization,
 * or a job of the clock, so that jobs leave an audit trail too.
 */
import { type Kind, type Permission, FRESH, MONEY, roleHolds } from '#worker/identity/permissions'
import { Refusal } from '#worker/kernel/refusal'

export type Membership = {
  organizationId: string
  slug: string
  name: string
  kind: Kind
  roles: readonly string[]
}

export type Person = {
  kind: 'person'
  id: string
  name: string
  phone: string | null
  email: string | null
  locale: 'id' | 'en'
  memberships: readonly Membership[]
  sessionHash: string
  /** When this session last confirmed the second factor; null if never. */
  verifiedAt: number | null
  secondFactor: boolean
}

/** A program that acts for one organization. */
export type Key = {
  kind: 'key'
  id: string
  name: string
  organization: Membership
  /** What its scopes allow to a request of this method. */
  permissions: readonly Permission[]
}

export type Actor = Person | Key | { kind: 'guest' } | { kind: 'job'; name: string }

/** How long a confirmed second factor holds in a session: one working day. */
export const SECOND_FACTOR_HOLDS_MS = 12 * 60 * 60 * 1000
/** And for what could be done with a session left open. */
export const FRESH_MS = 10 * 60 * 1000

/** The name under which an act is recorded. */
export function actorId(actor: Actor): string {
  if (actor.kind === 'person') return actor.id
  if (actor.kind === 'key') return `key:${actor.id}`
  return actor.kind === 'job' ? `job:${actor.name}` : 'guest'
}

/** The organizations that the actor acts for. */
export function organizationsOf(actor: Actor): readonly Membership[] {
  return actor.kind === 'key' ? [actor.organization] : signedIn(actor).memberships
}

/** The organizations in which the actor holds the permission; empty when none. */
export function organizationsWith(actor: Actor, permission: Permission): string[] {
  if (actor.kind === 'key') {
    return actor.permissions.includes(permission) ? [actor.organization.organizationId] : []
  }
  if (actor.kind !== 'person') return []
  return actor.memberships
    .filter((one) => one.roles.some((role) => roleHolds(permission, one.kind, role)))
    .map((one) => one.organizationId)
}

/** Refuses a guest and a program; narrows to the person. */
export function signedIn(actor: Actor): Person {
  if (actor.kind === 'key') throw new Refusal('not-permitted', 'Only a person may do this.')
  if (actor.kind !== 'person') throw new Refusal('not-signed-in', 'Sign in first.')
  return actor
}

/**
 * The organizations in which the actor may do this now. Refuses a guest, whoever has the permission
 * nowhere, and, for what moves money, a session without a fresh second factor.
 */
export function permitted(actor: Actor, permission: Permission, now: number): string[] {
  if (actor.kind === 'key') return permittedToKey(actor, permission)
  const person = signedIn(actor)
  const organizations = organizationsWith(person, permission)
  if (organizations.length === 0) {
    throw new Refusal('not-permitted', `None of your roles may do this: ${permission}.`)
  }
  const holds = FRESH.has(permission) ? FRESH_MS : SECOND_FACTOR_HOLDS_MS
  const fresh = person.verifiedAt !== null && now - person.verifiedAt < holds
  if (MONEY.has(permission) && !fresh) {
    throw new Refusal(
      'second-factor-required',
      'Confirm with the code of your authenticator app.',
      {
        facts: { enrolled: person.secondFactor, again: FRESH.has(permission) },
      },
    )
  }
  return organizations
}

function permittedToKey(key: Key, permission: Permission): string[] {
  const organizations = organizationsWith(key, permission)
  if (organizations.length > 0) return organizations
  throw new Refusal('not-permitted', `The scopes of this API key do not hold ${permission}.`)
}
