/**
 * How a purchase may be paid, and what follows from it for the purchase: whether its total carries a unique
 * code (so that a transfer names it), how long the goods are held for the money, and when the money is due.
 * Which of them a buyer is offered is decided in `payment-methods`.
 */
import type { PaymentMethod } from '#worker/market/buying/purchases/purchase'

/** When the money is due: before the goods move, at the door, or by an invoice. */
export type Terms = 'prepaid' | 'cod' | 'invoice'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

type Method = { hasCode: boolean; heldMs: number; terms: Terms }

export const METHODS = {
  transfer: { hasCode: true, heldMs: 24 * HOUR, terms: 'prepaid' },
  qris: { hasCode: true, heldMs: HOUR, terms: 'prepaid' },
  midtrans: { hasCode: false, heldMs: HOUR, terms: 'prepaid' },
  xendit: { hasCode: false, heldMs: HOUR, terms: 'prepaid' },
  cod: { hasCode: false, heldMs: 0, terms: 'cod' },
  invoice: { hasCode: false, heldMs: 0, terms: 'invoice' },
} as const satisfies Record<PaymentMethod, Method>
