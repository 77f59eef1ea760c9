/**
 * What an enterprise asks for sending a parcel: rupiah for the first kilogram and for each one begun
 * after it, to a regency ('32.06'), a province ('32') or anywhere (''). The most specific row wins; with
 * none that fits, the enterprise does not send there. Couriers weigh in whole kilograms, one at least.
 */
import { add, times, type Amount } from '#worker/kernel/money'
import { liesIn, type AreaCode } from '#worker/market/shipping/area'

/** Everywhere that no other row names. */
export const ANYWHERE = ''

export type Tariff = {
  destination: AreaCode | typeof ANYWHERE
  firstKg: Amount
  nextKg: Amount
  /** How many days it usually takes. */
  daysFrom: number
  daysTo: number
}

/** Kilograms that are charged. */
export function billableKg(grams: number): number {
  if (!Number.isSafeInteger(grams) || grams < 0) throw new RangeError(`grams: ${grams}`)
  return Math.max(1, Math.ceil(grams / 1000))
}

/** The row for a village or any other area: its regency's, else its province's, else the general one. */
export function tariffTo(tariffs: readonly Tariff[], area: AreaCode): Tariff | undefined {
  return tariffs
    .filter(({ destination }) => destination === ANYWHERE || liesIn(area, destination))
    .sort((one, other) => other.destination.length - one.destination.length)[0]
}

export function shippingCost(tariff: Tariff, grams: number): Amount {
  return add(tariff.firstKg, times(tariff.nextKg, billableKg(grams) - 1))
}

/** What a parcel to an area costs and how long it takes; nothing where the enterprise does not send. */
export type Quote = { cost: Amount; kg: number; daysFrom: number; daysTo: number }

export function quote(
  tariffs: readonly Tariff[],
  area: AreaCode,
  grams: number,
): Quote | undefined {
  const tariff = tariffTo(tariffs, area)
  return (
    tariff && {
      cost: shippingCost(tariff, grams),
      kg: billableKg(grams),
      daysFrom: tariff.daysFrom,
      daysTo: tariff.daysTo,
    }
  )
}
