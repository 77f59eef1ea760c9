/**
 * An API key lets a program act for an organization, within scopes: a noun with reading, or with writing
 * too. It never holds what moves money or decides over it, nor what only a person answers for, and no
 * more than the lead who makes it. It ends when its time is over or it is revoked, at once.
 */
import type { Act, Happened } from '#worker/history/event'
import {
  type Kind,
  KINDS,
  LEAD,
  MATRIX,
  MONEY,
  type Permission,
  roleHolds,
} from '#worker/identity/permissions'
import { Refusal } from '#worker/kernel/refusal'

/** `product:read` looks at products; `product:write` changes them too. */
export type Scope = `${string}:${'read' | 'write'}`

/** A person answers for these with her name: who belongs here, what is signed, approved or given back. */
const FOR_PEOPLE: ReadonlySet<Permission> = new Set<Permission>([
  ...(['organization.manage', 'organization.open', 'bank-account.stop', 'group-cut.set'] as const),
  ...(['group-loan.apply', 'loan-application.recommend', 'commission.manage'] as const),
  ...(['voucher.manage', 'papers.manage', 'company.manage', 'label.verify'] as const),
  ...(['quotation.decline', 'purchase-order.approve', 'purchase-order.refuse'] as const),
  ...(['purchase-order.cancel', 'handover.send', 'handover.receive', 'order.refund'] as const),
  ...(['invoice.issue', 'invoice.withhold', 'review.hide', 'question.hide'] as const),
])

/** Every key may ask what has changed; it is shown what its scopes let it read. */
const ALWAYS: Permission = 'change.read'

const nounOf = (permission: Permission) => permission.split('.')[0] ?? permission

function grantable(kind: Kind): Permission[] {
  return (Object.keys(MATRIX) as Permission[]).filter(
    (one) =>
      one !== ALWAYS && !MONEY.has(one) && !FOR_PEOPLE.has(one) && roleHolds(one, kind, LEAD[kind]),
  )
}

/** The scopes that keys of such an organization may have. */
export function scopesOf(kind: Kind): Scope[] {
  const byNoun = Map.groupBy(grantable(kind), nounOf)
  return [...byNoun].flatMap(([noun, permissions]): Scope[] =>
    permissions.every((one) => one.endsWith('.read'))
      ? [`${noun}:read`]
      : [`${noun}:read`, `${noun}:write`],
  )
}

/** The scope by which a key may do this with such a method; null where no key may. */
export function scopeFor(permission: Permission, { safe }: { safe: boolean }): Scope | null {
  if (!KINDS.some((kind) => grantable(kind).includes(permission))) return null
  return `${nounOf(permission)}:${safe ? 'read' : 'write'}`
}

/** What scopes allow to a request that only reads (`safe`), or to one that changes something. */
export function permissionsUnder(
  scopes: readonly string[],
  { kind, safe }: { kind: Kind; safe: boolean },
): Permission[] {
  const allowed = grantable(kind).filter((one) => {
    const noun = nounOf(one)
    return scopes.includes(`${noun}:write`) || (safe && scopes.includes(`${noun}:read`))
  })
  return [...allowed, ALWAYS]
}

export type ApiKey = {
  id: string
  organizationId: string
  name: string
  /** The beginning of the key, by which people tell one from another. */
  prefix: string
  secretHash: string
  scopes: readonly Scope[]
  createdBy: string
  createdAt: number
  expiresAt: number | null
  revokedAt: number | null
  version: number
}

const DAY = 24 * 60 * 60 * 1000

type Asked = { name: string; scopes: readonly string[]; days: number | null }
type Given = {
  id: string
  organization: { id: string; kind: Kind }
  prefix: string
  secretHash: string
  act: Act
}

export function makeKey(asked: Asked, given: Given): { key: ApiKey; event: Happened } {
  const { id, organization, prefix, secretHash, act } = given
  const offered: readonly string[] = scopesOf(organization.kind)
  const unknown = asked.scopes.filter((one) => !offered.includes(one))
  if (unknown.length > 0) {
    const detail = `A key of this organization cannot have: ${unknown.join(', ')}.`
    throw new Refusal('malformed', detail, { errors: [{ pointer: '/scopes', detail }] })
  }
  const scopes = offered.filter((one) => asked.scopes.includes(one)) as Scope[]
  const expiresAt = asked.days === null ? null : act.at + asked.days * DAY
  const { name } = asked
  const made = { createdBy: act.actorId, createdAt: act.at, expiresAt, revokedAt: null, version: 1 }
  return {
    key: { id, organizationId: organization.id, name, prefix, secretHash, scopes, ...made },
    event: { ...act, subject: id, seq: 1, type: 'made', data: { name, scopes } },
  }
}

export function revokeKey(
  key: { id: string; revokedAt: number | null; version: number },
  act: Act,
): { id: string; revokedAt: number; version: number; event: Happened } {
  if (key.revokedAt !== null) {
    throw new Refusal('illegal-transition', 'This key has been revoked already.')
  }
  const version = key.version + 1
  const event = { ...act, subject: key.id, seq: version, type: 'revoked' }
  return { id: key.id, revokedAt: act.at, version, event }
}

export const KEY_STATES = ['active', 'expired', 'revoked'] as const

export function stateOf(
  { revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>,
  now: number,
): (typeof KEY_STATES)[number] {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active'
}
