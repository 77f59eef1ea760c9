/**
 * How one seller's goods reach the buyer and what that costs: by a courier's service, by the seller's own
 * delivery nearby, or not at all when they are picked up. Refused where she does not send.
 */
import { ZERO, type Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { parcel, subtotal, type SellerPart } from '#worker/market/buying/carts/cart'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import type { Tariff } from '#worker/market/buying/shipping/tariff'
import {
  chosenQuote,
  quotesOf,
  type ShippingService,
} from '#worker/market/buying/shipping/shipping-service'

export type Delivery = 'courier' | 'pickup' | 'local'

/** Without a service the cheapest is meant. */
export type DeliveryWish = {
  enterpriseId: string
  delivery: Delivery
  service?: string | undefined
}

export type Travel = {
  delivery: Delivery
  /** The code of the service, and its name as it is frozen on the order. */
  code: string | null
  service: string | null
  pickupPlace: string | null
  cost: Amount
  /** The row by which it was reckoned. */
  tariff: Tariff | null
  kg: number
  daysFrom: number
  daysTo: number
}

type Wish = { area: AreaCode | null; deliveries: readonly DeliveryWish[] }
type Facts = { services: Readonly<Record<string, readonly ShippingService[]>>; on: LocalDate }

export function travelOf(part: SellerPart, wish: Wish, facts: Facts): Travel {
  const chosen = wishFor(part, wish)
  const { delivery } = chosen
  if (delivery === 'pickup') {
    const { pickupPlace } = part
    const none = { code: null, service: null, tariff: null, kg: 0, daysFrom: 0, daysTo: 0 }
    return { ...none, cost: ZERO, delivery, pickupPlace }
  }
  const { code, name, cost, kg, tariff } = quoteFor(part, { wish, chosen, facts })
  const { daysFrom, daysTo } = tariff
  const service = name === '' ? null : name
  return { delivery, code, service, pickupPlace: null, cost, tariff, kg, daysFrom, daysTo }
}

function wishFor({ enterpriseId, name, pickupPlace }: SellerPart, wish: Wish): DeliveryWish {
  const chosen = wish.deliveries.find((one) => one.enterpriseId === enterpriseId)
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
  if (chosen.delivery === 'pickup' && pickupPlace === null) {
    throw new Refusal('shipping-unavailable', `${name} has no place to pick up at.`, {
      facts: { enterpriseId },
    })
  }
  return chosen
}

type Choosing = { wish: Wish; chosen: DeliveryWish; facts: Facts }

function quoteFor(part: SellerPart, { wish: { area }, chosen, facts }: Choosing) {
  if (area === null) {
    throw new Refusal('malformed', 'A parcel needs an address.', {
      errors: [
        {
          pointer: '/address',
          detail: sentence('Paketnya dikirim ke mana?', 'Where should the parcel go?'),
        },
      ],
    })
  }
  const services = facts.services[part.enterpriseId] ?? []
  const sending = { area, parcel: parcel(part), goods: subtotal(part), on: facts.on }
  const { delivery, service } = chosen
  const kind = delivery === 'local' ? 'local' : 'courier'
  const quote = chosenQuote(quotesOf(services, sending), { kind, service })
  if (!quote) {
    throw new Refusal('shipping-unavailable', `${part.name} does not send there.`, {
      facts: { enterpriseId: part.enterpriseId, areaCode: area },
    })
  }
  return quote
}
