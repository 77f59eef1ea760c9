/**
 * A refusal is what the domain says when it understands a request and answers no. It is thrown, since a
 * refusal ends the request, always; `http/problem.ts` is the only place that turns it into a status.
 * The list is closed: a new way of saying no is a new line here and in that table.
 */
import type { Sentence } from '#worker/kernel/sentence'

export type RefusalType =
  | 'malformed'
  | 'not-signed-in'
  | 'key-invalid'
  | 'method-not-allowed'
  | 'not-permitted'
  | 'second-factor-required'
  | 'cross-site'
  | 'not-found'
  | 'unsupported-media-type'
  | 'too-large'
  | 'too-many-requests'
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'in-progress'
  | 'outdated'
  | 'already-exists'
  | 'illegal-transition'
  | 'code-wrong'
  | 'code-expired'
  | 'last-lead'
  | 'invitation-invalid'
  | 'insufficient-stock'
  | 'price-changed'
  | 'product-unavailable'
  | 'cart-empty'
  | 'shipping-unavailable'
  | 'voucher-refused'
  | 'holds-exceeded'
  | 'picture-refused'
  | 'payment-expired'
  | 'method-unavailable'
  | 'amount-mismatch'
  | 'account-overdrawn'
  | 'fund-exhausted'
  | 'period-closed'
  | 'unbalanced'
  | 'bank-account-missing'
  | 'above-cap'
  | 'outside-limits'
  | 'same-person'
  | 'own-application'
  | 'above-approval-limit'
  | 'committee-decides'
  | 'taken-by-another'
  | 'conditions-unmet'
  | 'pledges-missing'
  | 'reason-missing'
  | 'account-unapproved'
  | 'already-disbursed'
  | 'already-reversed'
  | 'nothing-due'
  | 'papers-missing'
  | 'unavailable'
  | 'defect'

/** Where in the request something is wrong: a JSON pointer (RFC 6901) and a sentence. */
export type Pointed = { pointer: string; detail: string | Sentence }

/** What a client needs to mend the request: pointers to faults, and facts such as the new price. */
type More = { errors?: readonly Pointed[]; facts?: Readonly<Record<string, unknown>> }

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly type: RefusalType
  readonly detail: string
  readonly more: More

  constructor(type: RefusalType, detail: string, more: More = {}) {
    super(`${type}: ${detail}`)
    this.type = type
    this.detail = detail
    this.more = more
  }
}

/** Refuses unless `condition` holds. */
export function refuseUnless(
  condition: boolean,
  type: RefusalType,
  detail: string,
): asserts condition is true {
  if (!condition) throw new Refusal(type, detail)
}

/** What a query found, or the refusal `not-found`: foreign and missing objects answer alike. */
export function found<T>(thing: T | null | undefined, name: string): T {
  if (thing === null || thing === undefined) throw new Refusal('not-found', `No such ${name}.`)
  return thing
}
