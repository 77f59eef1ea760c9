/** Ways to pay in words: what a buyer chooses among, and whom she is sent to. */
import { m } from '#lib/paraglide/messages.js'
import type { PaymentMethod } from '#worker/market/buying/purchases/purchase'

const WAYS: Record<PaymentMethod, { name: () => string; hint: () => string }> = {
  transfer: { name: m.pay_transfer, hint: m.pay_transfer_hint },
  qris: { name: m.pay_qris, hint: m.pay_qris_hint },
  cod: { name: m.pay_cod, hint: m.pay_cod_hint },
  midtrans: { name: () => 'Midtrans', hint: m.pay_gateway_hint },
  xendit: { name: () => 'Xendit', hint: m.pay_gateway_hint },
  invoice: { name: m.pay_invoice, hint: m.pay_invoice },
}

export const methodName = (method: PaymentMethod) => WAYS[method].name()
export const methodHint = (method: PaymentMethod) => WAYS[method].hint()
