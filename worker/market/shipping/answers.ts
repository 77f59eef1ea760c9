/** Tariff tables and ways of delivery as the API answers them. */
import * as v from 'valibot'
import { weight, type Cart } from '#worker/market/carts/cart'
import type { AreaCode } from '#worker/market/shipping/area'
import { provinceName, regencyName } from '#worker/market/shipping/regencies'
import { ANYWHERE, quote, type Tariff } from '#worker/market/shipping/tariff'

const Row = v.strictObject({
  destination: v.pipe(v.string(), v.description('32, 32.06, or empty for anywhere else')),
  name: v.nullable(v.string()),
  firstKg: v.number(),
  nextKg: v.number(),
  daysFrom: v.number(),
  daysTo: v.number(),
})

export const TariffsAnswer = v.strictObject({ tariffs: v.array(Row) })

/** From the general to the particular, by code. */
export function describeTariffs(tariffs: readonly Tariff[]): v.InferOutput<typeof TariffsAnswer> {
  const rows = tariffs.map((tariff) => ({ ...tariff, name: nameOf(tariff.destination) }))
  return { tariffs: rows.sort((one, other) => (one.destination < other.destination ? -1 : 1)) }
}

function nameOf(destination: Tariff['destination']): string | null {
  if (destination === ANYWHERE) return null
  return (destination.length === 2 ? provinceName : regencyName)(destination) ?? null
}

const Courier = v.strictObject({
  cost: v.number(),
  kg: v.pipe(v.number(), v.description('Kilograms charged')),
  daysFrom: v.number(),
  daysTo: v.number(),
})

const Option = v.strictObject({
  enterpriseId: v.string(),
  name: v.string(),
  weightGrams: v.number(),
  courier: v.pipe(
    v.nullable(Courier),
    v.description('null where the enterprise does not send there, or no area was named'),
  ),
  pickupPlace: v.nullable(v.string()),
})

export const ShippingOptions = v.strictObject({ items: v.array(Option), next: v.null() })

export function describeOptions(
  cart: Cart,
  area: AreaCode | undefined,
  tariffs: Readonly<Record<string, readonly Tariff[]>>,
): v.InferOutput<typeof ShippingOptions> {
  const items = cart.parts.map((part) => {
    const { enterpriseId, name, pickupPlace } = part
    const weightGrams = weight(part)
    const courier = area ? (quote(tariffs[enterpriseId] ?? [], area, weightGrams) ?? null) : null
    return { enterpriseId, name, weightGrams, courier, pickupPlace }
  })
  return { items, next: null }
}
