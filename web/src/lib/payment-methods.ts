/** How a purchase is paid, in words. */
import { m } from '#lib/paraglide/messages.js'
import type { PaymentMethod } from '#worker/market/buying/purchases/purchase'

const WORDS: Record<PaymentMethod, { label: () => string; hint: () => string }> = {
  transfer: { label: m.checkout_method_transfer, hint: m.checkout_method_transfer_hint },
  qris: { label: m.checkout_method_qris, hint: m.checkout_method_qris_hint },
  cod: { label: m.checkout_method_cod, hint: m.checkout_method_cod_hint },
  midtrans: { label: m.checkout_method_midtrans, hint: m.checkout_method_midtrans_hint },
  xendit: { label: m.checkout_method_xendit, hint: m.checkout_method_xendit_hint },
  invoice: { label: m.checkout_method_invoice, hint: m.checkout_method_invoice_hint },
}

/** For the choice of one. */
export function methodOptions(methods: readonly PaymentMethod[]) {
  return methods.map((value) => {
    const { label, hint } = WORDS[value]
    return { value, label: label(), hint: hint() }
  })
}
