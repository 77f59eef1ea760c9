/**
 * Pictures that go with a return or a complaint, as either side hands them in. They lie in the private
 * store and are shown to the two sides and the operator alone. Each side may add five to a case.
 */
import type { Instant } from '#worker/kernel/calendar'
import { refuseUnless } from '#worker/kernel/refusal'
import type { PictureType } from '#worker/market/offering/photos/picture'

export const MOST_PICTURES = 5

export type Evidence = {
  id: string
  orderId: string
  /** The return or the complaint. */
  subject: string
  author: 'buyer' | 'seller'
  sha256: string
  contentType: PictureType
  bytes: number
  createdAt: Instant
}

type Case = { id: string; closedAt: Instant | null }

/** Refuses what comes too late or is one too many. */
export function refuseMore(one: Case, kept: readonly Evidence[], author: Evidence['author']): void {
  refuseUnless(one.closedAt === null, 'illegal-transition', 'This is closed.')
  const own = kept.filter(({ subject, author: by }) => subject === one.id && by === author)
  refuseUnless(
    own.length < MOST_PICTURES,
    'outside-limits',
    `Each side adds ${MOST_PICTURES} pictures at most.`,
  )
}

/** Where a picture lies: by its content, so that sending it again stores nothing new. */
export function pathOf({ orderId, sha256 }: Pick<Evidence, 'orderId' | 'sha256'>): string {
  return `evidence/${orderId}/${sha256}`
}
