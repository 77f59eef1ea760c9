/**
 * A proof is the buyer's picture of her transfer. It moves her purchase to the front of the treasurer's
 * list and settles nothing. It may also come after the purchase has expired: then it explains a late
 * payment. A purchase takes five.
 */
import type { Instant } from '#worker/kernel/calendar'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import type { PictureType } from '#worker/market/offering/photos/picture'
import type { Purchase } from '#worker/market/buying/purchases/purchase'

export const MOST_PROOFS = 5

export type Proof = {
  id: string
  purchaseId: string
  /** Of the picture as it is kept: the same one twice is a warning. */
  sha256: string
  contentType: PictureType
  bytes: number
  createdAt: Instant
}

const WELCOME: ReadonlySet<Purchase['status']> = new Set(['pending', 'expired'])

/** The purchase with one more proof. */
export function prove(purchase: Purchase, already: number, now: Instant): Purchase {
  if (!WELCOME.has(purchase.status)) {
    throw new Refusal(
      'illegal-transition',
      `A proof is no use: the purchase is ${purchase.status}.`,
      {
        facts: { from: purchase.status },
      },
    )
  }
  refuseUnless(already < MOST_PROOFS, 'outside-limits', `A purchase takes ${MOST_PROOFS} proofs.`)
  return { ...purchase, proofAt: now, version: purchase.version + 1 }
}

/** Where the picture lies: by its content, so that sending it again stores nothing new. */
export function pathOf({ purchaseId, sha256 }: Pick<Proof, 'purchaseId' | 'sha256'>): string {
  return `proofs/${purchaseId}/${sha256}`
}
