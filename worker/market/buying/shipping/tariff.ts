/**
 * What an enterprise asks for sending a parcel: rupiah for the first kilogram and for each one after it, to a
 * village, a district ('32.06.34'), a regency ('32.06'), a province ('32') or anywhere (''). The most
 * specific row wins; with none that fits, the enterprise does not send there.
 */
import { add, times, type Amount } from '#worker/kernel/money'
import { liesIn, type AreaCode } from '#worker/market/buying/shipping/area'

/** Everywhere that no other row names. */
export const ANYWHERE = ''

export type Destination = AreaCode | typeof ANYWHERE

export type Tariff = {
  destination: Destination
  firstKg: Amount
  nextKg: Amount
  /** How many days it usually takes. */
  daysFrom: number
  daysTo: number
}

/** The row for an area: its own, its district's, its regency's, its province's, or the general one. */
export function tariffTo(tariffs: readonly Tariff[], area: AreaCode): Tariff | undefined {
  return tariffs
    .filter(({ destination }) => destination === ANYWHERE || liesIn(area, destination))
    .sort((one, other) => other.destination.length - one.destination.length)[0]
}

export function shippingCost(tariff: Tariff, kg: number): Amount {
  return add(tariff.firstKg, times(tariff.nextKg, kg - 1))
}
