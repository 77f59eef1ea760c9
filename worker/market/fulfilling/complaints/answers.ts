/** Complaints as the two sides and the operator see them, and the operator's queue. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import {
  COMPLAINT_KINDS,
  COMPLAINT_STATUSES,
  isOpen,
  MOST_MESSAGES,
  OUTCOMES,
  type Complaint,
} from '#worker/market/fulfilling/complaints/complaint'
import type { Evidence } from '#worker/market/fulfilling/evidence/evidence'
import type { Viewer } from '#worker/market/fulfilling/orders/deeds'
import { describePictures, mayAdd, PictureAnswer } from '#worker/market/fulfilling/returns/answers'

export const COMPLAINT_DEEDS = [
  'messages',
  'mediation',
  'withdrawal',
  'refund',
  'replacement',
  'decision',
  'evidence',
] as const
export type ComplaintDeed = (typeof COMPLAINT_DEEDS)[number]

export const ComplaintAnswer = v.strictObject({
  n: v.number(),
  kind: v.picklist(COMPLAINT_KINDS),
  status: v.picklist(COMPLAINT_STATUSES),
  outcome: v.nullable(v.picklist(OUTCOMES)),
  decision: v.nullable(v.string()),
  decidedBy: v.nullable(v.picklist(['seller', 'operator', 'clock'])),
  messages: v.array(
    v.strictObject({
      author: v.picklist(['buyer', 'seller', 'operator']),
      body: v.string(),
      at: v.string(),
    }),
  ),
  pictures: v.array(PictureAnswer),
  openedAt: v.string(),
  askedAt: v.pipe(v.nullable(v.string()), v.description('When the operator was asked')),
  dueAt: v.pipe(v.nullable(v.string()), v.description('When the clock ends its present state')),
  closedAt: v.nullable(v.string()),
  deeds: v.array(v.picklist(COMPLAINT_DEEDS)),
})

const textOrNull = (at: number | null) => (at === null ? null : instantText(at))

export function describeComplaint(
  one: Complaint,
  evidence: readonly Evidence[],
  viewer: Viewer,
): v.InferOutput<typeof ComplaintAnswer> {
  const { n, kind, status, outcome, decision, decidedBy, messages } = one
  return {
    ...{ n, kind, status, outcome, decision, decidedBy },
    messages: messages.map(({ author, body, at }) => ({ author, body, at: instantText(at) })),
    pictures: describePictures(one.id, evidence),
    openedAt: instantText(one.openedAt),
    askedAt: textOrNull(one.askedAt),
    dueAt: textOrNull(one.dueAt),
    closedAt: textOrNull(one.closedAt),
    deeds: deedsOfComplaint(one, evidence, viewer),
  }
}

function deedsOfComplaint(
  one: Complaint,
  evidence: readonly Evidence[],
  viewer: Viewer,
): ComplaintDeed[] {
  const { status } = one
  const { buyer, seller, operator } = viewer
  const talking = status === 'open' || status === 'answered'
  const possible: Record<ComplaintDeed, boolean> = {
    messages: isOpen(one) && one.messages.length < MOST_MESSAGES && (buyer || seller || operator),
    mediation: talking && (buyer || seller),
    withdrawal: buyer && (talking || status === 'mediation'),
    refund: seller && isOpen(one),
    replacement: seller && status === 'replacing',
    decision: operator && status === 'mediation',
    evidence: isOpen(one) && mayAdd(one.id, evidence, viewer),
  }
  return COMPLAINT_DEEDS.filter((deed) => possible[deed])
}

export const QueuedComplaint = v.strictObject({
  order: v.strictObject({ id: v.string(), code: v.string() }),
  n: v.number(),
  kind: v.picklist(COMPLAINT_KINDS),
  sellerName: v.string(),
  buyerName: v.string(),
  total: v.number(),
  said: v.pipe(v.string(), v.description('What the buyer wrote first')),
  openedAt: v.string(),
  askedAt: v.string(),
  dueAt: v.string(),
})
export const ComplaintPage = pageOf(QueuedComplaint)

export type QueuedRow = {
  id: string
  orderId: string
  code: string
  n: number
  kind: Complaint['kind']
  sellerName: string
  buyerName: string
  total: number
  said: string
  openedAt: number
  askedAt: number
  dueAt: number
}

export function describeQueued(row: QueuedRow): v.InferOutput<typeof QueuedComplaint> {
  const { orderId, code, n, kind, sellerName, buyerName, total, said } = row
  return {
    order: { id: orderId, code },
    ...{ n, kind, sellerName, buyerName, total, said },
    openedAt: instantText(row.openedAt),
    askedAt: instantText(row.askedAt),
    dueAt: instantText(row.dueAt),
  }
}
