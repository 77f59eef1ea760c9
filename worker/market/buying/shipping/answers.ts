/** Tariff tables, services and ways of delivery as the API answers them. */
import * as v from 'valibot'
import type { LocalDate } from '#worker/kernel/calendar'
import { parcel, subtotal, weight, type Cart } from '#worker/market/buying/carts/cart'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import { COURIER_KEYS } from '#worker/market/buying/shipping/couriers'
import type { NamedTariff } from '#worker/market/buying/shipping/queries'
import { provinceName, regencyName } from '#worker/market/buying/shipping/regencies'
import {
  chosenQuote,
  quotesOf,
  serviceName,
  type Quote,
  type ShippingService,
} from '#worker/market/buying/shipping/shipping-service'
import { ANYWHERE, type Tariff } from '#worker/market/buying/shipping/tariff'

const Row = v.strictObject({
  destination: v.pipe(
    v.string(),
    v.description('32, 32.06, 32.06.34 or a village; empty for anywhere else'),
  ),
  name: v.nullable(v.string()),
  firstKg: v.number(),
  nextKg: v.number(),
  daysFrom: v.number(),
  daysTo: v.number(),
})

export const TariffsAnswer = v.strictObject({ tariffs: v.array(Row) })

type Given = Tariff & { name?: string }

/** From the general to the particular, by code. */
export function describeTariffs(tariffs: readonly Given[]): v.InferOutput<typeof TariffsAnswer> {
  const rows = tariffs.map((tariff) => ({ ...tariff, name: nameOf(tariff) }))
  return { tariffs: rows.sort((one, other) => (one.destination < other.destination ? -1 : 1)) }
}

function nameOf({ destination, name }: Given): string | null {
  if (destination === ANYWHERE) return null
  if (name) return name
  return (destination.length === 2 ? provinceName : regencyName)(destination) ?? null
}

const Kind = v.picklist(['courier', 'local'])

export const ServiceAnswer = v.strictObject({
  code: v.string(),
  kind: Kind,
  courier: v.picklist(COURIER_KEYS),
  name: v.string(),
  title: v.pipe(v.string(), v.description('Courier and service, as buyers see it')),
  minimum: v.number(),
  active: v.boolean(),
  tariffs: v.array(Row),
})

export const ServicesAnswer = v.strictObject({ items: v.array(ServiceAnswer), next: v.null() })

export function describeService(
  service: ShippingService & { tariffs: readonly NamedTariff[] },
): v.InferOutput<typeof ServiceAnswer> {
  const { code, kind, courier, name, minimum, active, tariffs } = service
  return {
    ...{ code, kind, courier, name, minimum, active },
    title: serviceName(service),
    ...describeTariffs(tariffs),
  }
}

const Courier = v.strictObject({
  cost: v.number(),
  kg: v.pipe(v.number(), v.description('Kilograms charged')),
  daysFrom: v.number(),
  daysTo: v.number(),
})

const Quoted = v.strictObject({
  ...Courier.entries,
  code: v.string(),
  kind: Kind,
  name: v.string(),
  missing: v.pipe(
    v.number(),
    v.description('Rupiah of goods missing before it can be chosen; 0 where it can be'),
  ),
})

const Option = v.strictObject({
  enterpriseId: v.string(),
  name: v.string(),
  weightGrams: v.number(),
  courier: v.pipe(
    v.nullable(Courier),
    v.description('The cheapest courier; null where none goes there, or no area was named'),
  ),
  services: v.pipe(v.array(Quoted), v.description('All ways there, the cheapest first')),
  pickupPlace: v.nullable(v.string()),
})

export const ShippingOptions = v.strictObject({ items: v.array(Option), next: v.null() })

function describeQuote({ tariff, ...quote }: Quote): v.InferOutput<typeof Quoted> {
  return { ...quote, daysFrom: tariff.daysFrom, daysTo: tariff.daysTo }
}

export function describeOptions(
  cart: Cart,
  { area, on }: { area: AreaCode | undefined; on: LocalDate },
  services: Readonly<Record<string, readonly ShippingService[]>>,
): v.InferOutput<typeof ShippingOptions> {
  const items = cart.parts.map((part) => {
    const { enterpriseId, name, pickupPlace } = part
    const sending = { parcel: parcel(part), goods: subtotal(part), on }
    const quotes = area ? quotesOf(services[enterpriseId] ?? [], { ...sending, area }) : []
    const cheapest = chosenQuote(quotes, { kind: 'courier' })
    const courier = cheapest && {
      cost: cheapest.cost,
      kg: cheapest.kg,
      daysFrom: cheapest.tariff.daysFrom,
      daysTo: cheapest.tariff.daysTo,
    }
    return {
      ...{ enterpriseId, name, pickupPlace },
      weightGrams: weight(part),
      courier: courier ?? null,
      services: quotes.map(describeQuote),
    }
  })
  return { items, next: null }
}
