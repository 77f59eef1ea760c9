/**
 * A purchase order: an accepted quote with the company's approval. Who may order so much alone issues it at
 * once; otherwise it waits for somebody else whose limit reaches. Issued, it has its number and an order
 * with the seller on terms of payment. It is cancelled only before anything was sent, and closed when all
 * has been taken over, or when both sides let the rest go.
 */
import type { Instant } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'
import { mayOrder, signingRole, type Company } from '#worker/market/procuring/companies/company'

export const PURCHASE_ORDER_STATUSES = [
  'awaiting',
  'issued',
  'refused',
  'cancelled',
  'closed',
] as const
export type PurchaseOrderStatus = (typeof PURCHASE_ORDER_STATUSES)[number]

export const PURCHASE_ORDER_TRANSITIONS: Transitions<PurchaseOrderStatus> = {
  awaiting: ['issued', 'refused'],
  issued: ['cancelled', 'closed'],
  refused: [],
  cancelled: [],
  closed: [],
}

export type PurchaseOrder = {
  id: string
  code: string
  quotationId: string
  revision: number
  partnerId: string
  enterpriseId: string
  status: PurchaseOrderStatus
  year: number | null
  n: number | null
  orderId: string | null
  total: Amount
  tempoDays: number
  requestedBy: string
  requestedName: string
  requestedRole: string
  requestedAt: Instant
  approvedBy: string | null
  approvedName: string | null
  approvedRole: string | null
  issuedAt: Instant | null
  endedAt: Instant | null
  reason: string | null
  /** The number of its last event; its deliveries and invoices are told in the same history. */
  version: number
}

/** Somebody of the company, with her roles there. */
export type Buyer = { id: string; name: string; roles: readonly string[] }

type Requested = Pick<
  PurchaseOrder,
  'id' | 'code' | 'quotationId' | 'revision' | 'partnerId' | 'enterpriseId' | 'total' | 'tempoDays'
>

export function request(given: Requested, by: Buyer, at: Instant): PurchaseOrder {
  return {
    ...given,
    status: 'awaiting',
    ...{ year: null, n: null, orderId: null, issuedAt: null, endedAt: null, reason: null },
    ...{ requestedBy: by.id, requestedName: by.name, requestedRole: signingRole(by.roles) },
    ...{ requestedAt: at, approvedBy: null, approvedName: null, approvedRole: null },
    version: 1,
  }
}

type Limits = Pick<Company, 'staffLimit' | 'managerLimit'>

/** Whether the order is issued with the acceptance, without a second person. */
export function mayIssueAlone(total: Amount, by: Buyer, limits: Limits): boolean {
  return mayOrder(by.roles, total, limits)
}

/** The second person: not the one who asked, and with a limit that reaches. */
export function refuseApprover(order: PurchaseOrder, by: Buyer, limits: Limits): void {
  refuseUnless(by.id !== order.requestedBy, 'same-person', 'Somebody else must approve it.')
  if (mayOrder(by.roles, order.total, limits)) return
  throw new Refusal('not-permitted', 'This is above your limit.', {
    facts: { total: order.total },
  })
}

export function issue(
  order: PurchaseOrder,
  { by, at, year, orderId }: { by: Buyer; at: Instant; year: number; orderId: string },
): PurchaseOrder {
  const status = transition(PURCHASE_ORDER_TRANSITIONS, order.status, 'issued')
  return {
    ...order,
    ...{ status, year, orderId, issuedAt: at, version: order.version + 1 },
    ...{ approvedBy: by.id, approvedName: by.name, approvedRole: signingRole(by.roles) },
  }
}

function ended(order: PurchaseOrder, to: PurchaseOrderStatus, reason: string, at: Instant) {
  const status = transition(PURCHASE_ORDER_TRANSITIONS, order.status, to)
  return { ...order, status, reason, endedAt: at, version: order.version + 1 }
}

export const refuse = (order: PurchaseOrder, reason: string, at: Instant): PurchaseOrder =>
  ended(order, 'refused', reason, at)

/** `sent`: deliveries that were not taken back. */
export function cancel(order: PurchaseOrder, reason: string, at: Instant, sent: number) {
  const after = ended(order, 'cancelled', reason, at)
  refuseUnless(sent === 0, 'illegal-transition', 'Something has been sent already.')
  return after
}

export const close = (order: PurchaseOrder, reason: string, at: Instant): PurchaseOrder =>
  ended(order, 'closed', reason, at)

/** The next event in its history without another change. */
export const noted = (order: PurchaseOrder): PurchaseOrder => ({
  ...order,
  version: order.version + 1,
})
