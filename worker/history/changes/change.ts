/**
 * A change is an event as an organization may hear of it: what happened to which of its nouns, when, in
 * the order in which it was committed. It carries no data of its own: whoever hears of it asks for the
 * noun and so sees what she may see, as it is now. Kept ninety days.
 */
import { type Kind, LEAD, type Permission, roleHolds } from '#worker/identity/permissions'

export const CHANGES_KEPT_MS = 90 * 24 * 60 * 60 * 1000

export type Noun = {
  /** Who may hear of it. */
  reads: Permission
  /** What may happen to it, in the past participle, as its events call it. */
  types: readonly string[]
  /** Where it is found; null where it is only ever listed. */
  at: ((subject: string, organization: string) => string) | null
}

const ORDER = [
  ...['placed', 'paid', 'confirmed', 'packed', 'shipped', 'delivered', 'completed'],
  ...['cancelled', 'expired', 'refunded'],
] as const

/** What is published, by noun. A type that is not listed here is published all the same. */
export const PUBLISHED: Readonly<Record<string, Noun>> = {
  order: { reads: 'order.fulfil', types: ORDER, at: (id) => `/api/orders/${id}` },
  product: {
    reads: 'product.manage',
    types: ['drafted', 'edited', 'variants-replaced', 'stock-changed', 'listed', 'hidden'],
    at: (id, slug) => `/api/enterprises/${slug}/products/${id}`,
  },
  payout: { reads: 'balance.read', types: ['sent'], at: null },
  purchase: { reads: 'payment.read', types: ['placed', 'settled', 'expired'], at: null },
  organization: {
    reads: 'organization.read',
    types: ['opened', 'paused', 'closed', 'roles-changed', 'member-removed'],
    at: (id) => `/api/organizations/${id}`,
  },
  loan: {
    reads: 'loan.read',
    types: ['disbursed', 'repaid', 'reversed'],
    at: (id) => `/api/loans/${id}`,
  },
  'loan-application': {
    reads: 'loan-application.read',
    types: ['submitted', 'recommended', 'approved', 'rejected', 'accepted', 'withdrawn'],
    at: (id) => `/api/loan-applications/${id}`,
  },
  'loan-product': { reads: 'loan.read', types: ['offered', 'changed', 'retired'], at: null },
  'api-key': { reads: 'organization.manage', types: ['made', 'revoked'], at: null },
  webhook: {
    reads: 'organization.manage',
    types: ['made', 'changed', 'failing', 'pinged', 'removed'],
    at: (id, slug) => `/api/organizations/${slug}/webhooks/${id}`,
  },
}

export type Change = {
  key: number
  noun: string
  subject: string
  seq: number
  type: string
  at: number
}

/** The id that a change has wherever it is heard of: listeners know by it what they have heard before. */
export const changeId = (key: number) => `chg_${key}`

export function addressOf(change: Pick<Change, 'noun' | 'subject'>, slug: string): string | null {
  return PUBLISHED[change.noun]?.at?.(change.subject, slug) ?? null
}

/** Nouns of which one hears who may read them. */
export function nounsFor(may: (permission: Permission) => boolean): string[] {
  return Object.entries(PUBLISHED).flatMap(([noun, { reads }]) => (may(reads) ? [noun] : []))
}

/** The types of changes that a webhook of such an organization may be told of. */
export function typesFor(kind: Kind): string[] {
  return nounsFor((permission) => roleHolds(permission, kind, LEAD[kind]))
    .filter((noun) => noun !== 'webhook')
    .flatMap((noun) => (PUBLISHED[noun]?.types ?? []).map((type) => `${noun}.${type}`))
}
