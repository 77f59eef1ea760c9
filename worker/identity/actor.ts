/**
 * Who is acting: a guest, a person with her memberships, or a job of the clock, so that jobs leave an
 * audit trail too.
 */
import { type Kind, type Permission, MONEY, roleHolds } from '#worker/identity/permissions'
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

export type Actor = Person | { kind: 'guest' } | { kind: 'job'; name: string }

/** How long a confirmed second factor holds in a session: one working day. */
export const SECOND_FACTOR_HOLDS_MS = 12 * 60 * 60 * 1000

/** The name under which an act is recorded. */
export function actorId(actor: Actor): string {
  if (actor.kind === 'person') return actor.id
  return actor.kind === 'job' ? `job:${actor.name}` : 'guest'
}

/** The organizations in which the person holds the permission; empty when none. */
export function organizationsWith(actor: Actor, permission: Permission): string[] {
  if (actor.kind !== 'person') return []
  return actor.memberships
    .filter((one) => one.roles.some((role) => roleHolds(permission, one.kind, role)))
    .map((one) => one.organizationId)
}

/** Refuses a guest; narrows to the person. */
export function signedIn(actor: Actor): Person {
  if (actor.kind !== 'person') throw new Refusal('not-signed-in', 'Sign in first.')
  return actor
}

/**
 * The organizations in which the actor may do this now. Refuses a guest, a person without the
 * permission anywhere, and, for what moves money, a session without a fresh second factor.
 */
export function permitted(actor: Actor, permission: Permission, now: number): string[] {
  const person = signedIn(actor)
  const organizations = organizationsWith(person, permission)
  if (organizations.length === 0) {
    throw new Refusal('not-permitted', `None of your roles may do this: ${permission}.`)
  }
  const fresh = person.verifiedAt !== null && now - person.verifiedAt < SECOND_FACTOR_HOLDS_MS
  if (MONEY.has(permission) && !fresh) {
    throw new Refusal(
      'second-factor-required',
      'Confirm with the code of your authenticator app.',
      {
        facts: { enrolled: person.secondFactor },
      },
    )
  }
  return organizations
}
