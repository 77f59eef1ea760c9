/** Returns as the two sides and the operator see them, each with what the reader may do. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { MOST_PICTURES, type Evidence } from '#worker/market/fulfilling/evidence/evidence'
import type { Viewer } from '#worker/market/fulfilling/orders/deeds'
import {
  RETURN_KINDS,
  RETURN_STATUSES,
  usualPayer,
  type Return,
} from '#worker/market/fulfilling/returns/return'

export const RETURN_DEEDS = [
  'answer',
  'withdrawal',
  'sending',
  'receipt',
  'refund',
  'evidence',
] as const
export type ReturnDeed = (typeof RETURN_DEEDS)[number]

export const PictureAnswer = v.strictObject({
  id: v.string(),
  author: v.picklist(['buyer', 'seller']),
  createdAt: v.string(),
})

export const ReturnAnswer = v.strictObject({
  n: v.number(),
  status: v.picklist(RETURN_STATUSES),
  kind: v.picklist(RETURN_KINDS),
  reason: v.string(),
  lines: v.array(v.strictObject({ n: v.number(), quantity: v.number() })),
  shippingBy: v.pipe(
    v.picklist(['buyer', 'seller']),
    v.description('Who pays for sending it back; usual until the seller has said so'),
  ),
  answer: v.nullable(v.string()),
  courier: v.nullable(v.string()),
  trackingNumber: v.nullable(v.string()),
  restocked: v.boolean(),
  pictures: v.array(PictureAnswer),
  askedAt: v.string(),
  sentBackAt: v.nullable(v.string()),
  dueAt: v.pipe(v.nullable(v.string()), v.description('When the clock ends its present state')),
  closedAt: v.nullable(v.string()),
  deeds: v.array(v.picklist(RETURN_DEEDS)),
})

const textOrNull = (at: number | null) => (at === null ? null : instantText(at))

export function describePictures(subject: string, evidence: readonly Evidence[]) {
  return evidence
    .filter((one) => one.subject === subject)
    .map(({ id, author, createdAt }) => ({ id, author, createdAt: instantText(createdAt) }))
}

/** Whether either side that looks may add another picture. */
export function mayAdd(subject: string, evidence: readonly Evidence[], viewer: Viewer): boolean {
  const count = (by: Evidence['author']) =>
    evidence.filter((one) => one.subject === subject && one.author === by).length
  const buyer = viewer.buyer && count('buyer') < MOST_PICTURES
  return buyer || (viewer.seller && count('seller') < MOST_PICTURES)
}

export function describeReturn(
  one: Return,
  evidence: readonly Evidence[],
  viewer: Viewer,
): v.InferOutput<typeof ReturnAnswer> {
  const { n, status, kind, reason, lines, answer, courier, trackingNumber, restocked } = one
  return {
    ...{ n, status, kind, reason, answer, courier, trackingNumber, restocked },
    lines: lines.map((line) => ({ n: line.n, quantity: line.quantity })),
    shippingBy: one.shippingBy ?? usualPayer(one),
    pictures: describePictures(one.id, evidence),
    askedAt: instantText(one.askedAt),
    sentBackAt: textOrNull(one.sentBackAt),
    dueAt: textOrNull(one.dueAt),
    closedAt: textOrNull(one.closedAt),
    deeds: deedsOfReturn(one, evidence, viewer),
  }
}

function deedsOfReturn(one: Return, evidence: readonly Evidence[], viewer: Viewer): ReturnDeed[] {
  const { status, sentBackAt, closedAt } = one
  const unsent = sentBackAt === null
  const possible: Record<ReturnDeed, boolean> = {
    answer: viewer.refunds && status === 'asked',
    withdrawal: viewer.buyer && unsent && (status === 'asked' || status === 'accepted'),
    sending: viewer.buyer && unsent && status === 'accepted',
    receipt: viewer.seller && status === 'accepted',
    refund: viewer.refunds && status === 'received',
    evidence: closedAt === null && mayAdd(one.id, evidence, viewer),
  }
  return RETURN_DEEDS.filter((deed) => possible[deed])
}
