/**
 * One seller's part of a purchase as it is placed: how it travels, what that costs, and everything about
 * its goods frozen as the buyer saw it. The commission is on goods alone.
 */
import { add, sum, ZERO, type Amount, type Bps } from '#worker/kernel/money'
import type { Instant } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import {
  lineTotal,
  subtotal,
  weight,
  type CartLine,
  type SellerPart,
} from '#worker/market/carts/cart'
import { quote } from '#worker/market/shipping/tariff'
import { commissionOn } from '#worker/market/checkout/commission'
import type { Address, Facts, Maker, Wish } from '#worker/market/checkout/placing'
import { sentence } from '#worker/kernel/sentence'

export type Delivery = 'courier' | 'pickup' | 'local'
/** When the money is due: before the goods move, at the door, or by an invoice. */
export type Terms = 'prepaid' | 'cod' | 'invoice'

export type PlacedLine = {
  n: number
  productId: string
  variantId: string
  title: string
  variantName: string
  unitPrice: Amount
  quantity: number
  total: Amount
  weightGrams: number
  photoId: string | null
  /** This line's share of the discounts on goods, and what sponsors bear of it. */
  discount: Amount
  sponsored: Amount
  /** Included in the price. */
  tax: Amount
  commissionBps: Bps
  commission: Amount
}

export type PlacedOrder = {
  id: string
  code: string
  purchaseId: string
  enterpriseId: string
  status: 'placed'
  terms: Terms
  delivery: Delivery
  /** The courier's service that was chosen. */
  service: string | null
  pickupPlace: string | null
  goodsTotal: Amount
  shipping: Amount
  /** What the buyer does not pay, and the part of it that somebody else than the seller bears. */
  discount: Amount
  sponsored: Amount
  tax: Amount
  commission: Amount
  total: Amount
  weightGrams: number
  placedAt: Instant
  version: number
  lines: readonly PlacedLine[]
}

type Making = { wish: Wish; facts: Facts; maker: Maker; n: number }

export function orderOf(part: SellerPart, { wish, facts, maker, n }: Making): PlacedOrder {
  const delivery = deliveryOf(part, wish)
  const goodsTotal = subtotal(part)
  const shipping = delivery === 'pickup' ? ZERO : courierCost(part, wish.address, facts)
  const lines = linesFrom(part.lines, facts.commission)
  return {
    id: maker.newId(),
    code: `${maker.code}-${n}`,
    purchaseId: maker.purchaseId,
    enterpriseId: part.enterpriseId,
    status: 'placed',
    terms: 'prepaid',
    delivery,
    service: null,
    pickupPlace: delivery === 'pickup' ? part.pickupPlace : null,
    goodsTotal,
    shipping,
    discount: ZERO,
    sponsored: ZERO,
    tax: sum(lines.map((line) => line.tax)),
    commission: sum(lines.map((line) => line.commission)),
    total: add(goodsTotal, shipping),
    weightGrams: weight(part),
    placedAt: maker.now,
    version: 1,
    lines,
  }
}

/** Everything about the goods as the buyer saw it, and the commission on what the seller bears. */
function linesFrom(lines: readonly CartLine[], bps: Bps): PlacedLine[] {
  const commissions = commissionOn(lines.map((line) => ({ base: lineTotal(line), bps })))
  return lines.map((line, i) => ({
    ...frozen(line, i),
    commissionBps: bps,
    commission: commissions[i] ?? ZERO,
  }))
}

function frozen(line: CartLine, i: number) {
  const { productId, variantId, title, variantName, price, quantity, weightGrams, photoId } = line
  const total = lineTotal(line)
  return {
    n: i + 1,
    productId,
    variantId,
    title,
    variantName,
    unitPrice: price,
    quantity,
    total,
    weightGrams,
    photoId,
    discount: ZERO,
    sponsored: ZERO,
    tax: ZERO,
  }
}

function deliveryOf({ enterpriseId, name, pickupPlace }: SellerPart, wish: Wish): Delivery {
  const chosen = wish.deliveries.find((one) => one.enterpriseId === enterpriseId)?.delivery
  if (chosen === undefined) {
    throw new Refusal('malformed', `Say how the goods of ${name} should reach you.`, {
      errors: [
        {
          pointer: '/deliveries',
          detail: sentence(
            'Pilih kurir atau ambil sendiri.',
            `courier or pickup for ${enterpriseId}`,
          ),
        },
      ],
    })
  }
  if (chosen === 'pickup' && pickupPlace === null) {
    throw new Refusal('shipping-unavailable', `${name} has no place to pick up at.`, {
      facts: { enterpriseId },
    })
  }
  return chosen
}

function courierCost(part: SellerPart, address: Address | null, { tariffs }: Facts): Amount {
  if (!address) {
    throw new Refusal('malformed', 'A parcel needs an address.', {
      errors: [
        {
          pointer: '/address',
          detail: sentence('Paketnya dikirim ke mana?', 'Where should the parcel go?'),
        },
      ],
    })
  }
  const found = quote(tariffs[part.enterpriseId] ?? [], address.areaCode, weight(part))
  if (!found) {
    throw new Refusal('shipping-unavailable', `${part.name} does not send there.`, {
      facts: { enterpriseId: part.enterpriseId, areaCode: address.areaCode },
    })
  }
  return found.cost
}
