/**
 * Ways to pay for a purchase. Which are offered depends on the configuration, the amount, and the sellers;
 * each has its own time to pay. A transfer and a QRIS payment are known by the unique code in the total; a
 * gateway names its purchase, and cash at the door has none.
 */
import { instant, type Instant } from '#worker/kernel/calendar'
import { add, subtract, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { codFault, MOST_OPEN_COD, type CodTerms } from '#worker/market/paying/cod/cod'
import type { Provider } from '#worker/market/paying/gateway-payments/report'
import { MOST_BY_QRIS } from '#worker/market/paying/qris/qris'
import { METHODS } from '#worker/market/buying/checkout/methods'
import { LARGEST_CODE } from '#worker/market/buying/checkout/unique-code'
import type { PaymentMethod, Purchase } from '#worker/market/buying/purchases/purchase'

/** An invoice is asked for on other ways, never at the till. */
export const TILL_METHODS = ['transfer', 'qris', 'midtrans', 'xendit', 'cod'] as const
export type Method = (typeof TILL_METHODS)[number]

/** What is to be paid without the unique code. */
export const baseOf = ({ total, uniqueCode }: Purchase): Amount => subtract(total, uniqueCode)

export type MethodFacts = {
  /** There is a bank account to transfer to. */
  bank: boolean
  qris: boolean
  gateways: readonly Provider[]
  cod: readonly CodTerms[]
  /** Orders of this buyer that are on their way to be paid at the door. */
  openCod: number
}

export type Asked = {
  /** What is to be paid, without a unique code. */
  base: Amount
  areaCode: string
  parts: readonly { enterpriseId: string; total: Amount }[]
}

export type Offer = { method: Method; why: Sentence | null }

/** What this network has at all. */
export function waysOf({ bank, qris, gateways, cod }: MethodFacts): Method[] {
  const atDoor = cod.some((one) => one.offered)
  return [
    ...(bank ? (['transfer'] as const) : []),
    ...(qris ? (['qris'] as const) : []),
    ...gateways,
    ...(atDoor ? (['cod'] as const) : []),
  ]
}

/** All ways that this network has, each with the reason why it is not for this purchase. */
export function offersOf(asked: Asked, facts: MethodFacts): Offer[] {
  return waysOf(facts).map((method) => ({
    method,
    why: method === 'qris' ? qrisFault(asked) : method === 'cod' ? codWhy(asked, facts) : null,
  }))
}

function qrisFault({ base }: Asked): Sentence | null {
  if (add(base, LARGEST_CODE as Amount) <= MOST_BY_QRIS) return null
  return sentence('QRIS sampai Rp 10.000.000 saja.', 'QRIS pays Rp 10,000,000 at most.')
}

function codWhy({ parts, areaCode }: Asked, { cod, openCod }: MethodFacts): Sentence | null {
  if (openCod + parts.length > MOST_OPEN_COD) {
    return sentence(
      'Masih ada paket bayar di tempat yang belum Anda terima.',
      'Other parcels to be paid on delivery are still on their way to you.',
    )
  }
  return codFault(parts, cod, areaCode)
}

export function refuseUnoffered(method: PaymentMethod, asked: Asked, facts: MethodFacts): void {
  const offer = offersOf(asked, facts).find((one) => one.method === method)
  if (offer && offer.why === null) return
  const words =
    offer?.why ??
    sentence('Cara bayar ini tidak tersedia di sini.', 'This way to pay is not available here.')
  throw new Refusal('method-unavailable', words.en, {
    errors: [{ pointer: '/method', detail: words }],
    facts: { method },
  })
}

/**
 * The purchase as it is paid this way. `code` is a free unique code, used where one is needed. What is paid
 * at the door waits for nothing.
 */
function payableBy(purchase: Purchase, method: Method, code: Amount): Purchase {
  const { hasCode, heldMs, terms } = METHODS[method]
  const uniqueCode = hasCode ? code : ZERO
  return {
    ...purchase,
    ...{ method, uniqueCode, total: add(baseOf(purchase), uniqueCode) },
    status: terms === 'cod' ? 'accepted' : 'pending',
    expiresAt: instant(purchase.placedAt + heldMs),
  }
}

/** The ways that fit. */
export const fittingMethods = (asked: Asked, facts: MethodFacts): Method[] =>
  offersOf(asked, facts).flatMap(({ method, why }) => (why === null ? [method] : []))

type Placed = { purchase: Purchase; orders: Asked['parts'] }

/** Refuses a purchase that cannot be paid the way its buyer chose. */
export function refuseUnpayable({ purchase, orders: parts }: Placed, facts: MethodFacts): void {
  const { method, areaCode } = purchase
  refuseUnoffered(method, { base: baseOf(purchase), areaCode, parts }, facts)
}

/** An open purchase is paid another way from now on. */
export function changeMethod(
  purchase: Purchase,
  method: Method,
  { now, code }: { now: Instant; code: Amount },
): Purchase {
  if (purchase.status !== 'pending' || purchase.organizationId !== null) {
    throw new Refusal('illegal-transition', 'The way to pay is settled.', {
      facts: { from: purchase.status },
    })
  }
  const changed = payableBy(purchase, method, code)
  if (changed.status === 'pending' && changed.expiresAt <= now) {
    throw new Refusal('payment-expired', 'The time to pay this way is over already.')
  }
  return { ...changed, version: purchase.version + 1 }
}
