/**
 * Who may do what with a purchase order, its deliveries and its invoices now: the buttons of a page are
 * exactly what the API would accept. A deed is the last part of the address that does it.
 */
import { roleHolds, type Kind, type Permission } from '#worker/identity/permissions'
import { mayOrder } from '#worker/market/procuring/companies/company'
import { isWhole, type Handover } from '#worker/market/procuring/handovers/handover'
import type { Invoice } from '#worker/market/procuring/invoices/invoice'
import {
  progressIn,
  standing,
  type Dossier,
} from '#worker/market/procuring/purchase-orders/dossier'

export type Side = 'company' | 'seller' | 'operator'
export type Viewer = { side: Side; personId: string; roles: readonly string[] }

const KIND: Record<Side, Kind> = { company: 'partner', seller: 'enterprise', operator: 'operator' }

const holds = ({ side, roles }: Viewer, permission: Permission) =>
  roles.some((role) => roleHolds(permission, KIND[side], role))

export const ORDER_DEEDS = [
  'approval',
  'refusal',
  'cancellation',
  'closing',
  'confirmation',
  'handovers',
] as const
export type OrderDeed = (typeof ORDER_DEEDS)[number]

const SENDABLE = ['confirmed', 'packed', 'shipped', 'delivered']

/** Whether the seller may send: it has taken the order on, and something is still awaited. */
export function maySend(dossier: Dossier): boolean {
  const { purchaseOrder, placed } = dossier
  const rest = progressIn(dossier).some((one) => one.accepted + one.underway < one.ordered)
  return purchaseOrder.status === 'issued' && SENDABLE.includes(placed?.order.status ?? '') && rest
}

export const isSent = ({ handovers }: Dossier) =>
  handovers.some((one) => one.status !== 'withdrawn')

/** Whether the rest may be let go: something was taken over, and nothing is under way. */
export function mayClose(dossier: Dossier): boolean {
  const progress = progressIn(dossier)
  return (
    dossier.purchaseOrder.status === 'issued' &&
    progress.some((one) => one.accepted > 0) &&
    progress.every((one) => one.underway === 0) &&
    !isWhole(progress)
  )
}

export function orderDeeds(dossier: Dossier, viewer: Viewer): OrderDeed[] {
  const { purchaseOrder: order, company, placed } = dossier
  const awaits = order.status === 'awaiting' && viewer.side === 'company'
  const approves = awaits && holds(viewer, 'purchase-order.approve')
  const another = viewer.personId !== order.requestedBy
  const ends = order.status === 'issued' && !isSent(dossier)
  const possible: Record<OrderDeed, boolean> = {
    approval: approves && another && mayOrder(viewer.roles, order.total, company),
    refusal: awaits && (approves || !another),
    cancellation: ends && holds(viewer, 'purchase-order.cancel'),
    closing: holds(viewer, 'purchase-order.approve') && mayClose(dossier),
    confirmation: holds(viewer, 'order.fulfil') && ends && placed?.order.status === 'placed',
    handovers: holds(viewer, 'handover.send') && maySend(dossier),
  }
  return ORDER_DEEDS.filter((deed) => possible[deed])
}

export const HANDOVER_DEEDS = ['receipt', 'signature', 'recount', 'withdrawal', 'invoice'] as const
export type HandoverDeed = (typeof HANDOVER_DEEDS)[number]

export function handoverDeeds(dossier: Dossier, one: Handover, viewer: Viewer): HandoverDeed[] {
  const sends = holds(viewer, 'handover.send')
  const accepted = one.lines.some((line) => (line.accepted ?? 0) > 0)
  const invoiced = standing(dossier).some((invoice) => invoice.handoverId === one.id)
  const possible: Record<HandoverDeed, boolean> = {
    receipt: holds(viewer, 'handover.receive') && one.status === 'sent',
    signature: sends && one.status === 'received' && one.buyer?.by !== viewer.personId,
    recount: sends && one.status === 'received',
    withdrawal: sends && one.status === 'sent',
    invoice: holds(viewer, 'invoice.issue') && one.status === 'signed' && accepted && !invoiced,
  }
  return HANDOVER_DEEDS.filter((deed) => possible[deed])
}

export const INVOICE_DEEDS = ['withholdings', 'payment', 'cancellation'] as const
export type InvoiceDeed = (typeof INVOICE_DEEDS)[number]

export function invoiceDeeds({ status }: Invoice, viewer: Viewer): InvoiceDeed[] {
  const open = status === 'issued'
  const possible: Record<InvoiceDeed, boolean> = {
    withholdings: open && holds(viewer, 'invoice.withhold'),
    payment: open && holds(viewer, 'payment.match'),
    cancellation: open && holds(viewer, 'invoice.issue'),
  }
  return INVOICE_DEEDS.filter((deed) => possible[deed])
}
