/**
 * A way by which an enterprise sends: a courier's service with its own tariff table and that courier's way of
 * weighing, or her own delivery nearby, for one fee a place whatever it weighs, from a minimum of goods on.
 * A cart may be sent by any of her services that reach the buyer; each seller is chosen for alone.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { subtract, ZERO, type Amount } from '#worker/kernel/money'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import { COURIERS, type CourierKey } from '#worker/market/buying/shipping/couriers'
import { shippingCost, tariffTo, type Tariff } from '#worker/market/buying/shipping/tariff'
import { billableKg, weightRuleOn, type Parcel } from '#worker/market/buying/shipping/weighing'

/** The service whose table stands where an enterprise names no courier. */
export const REGULAR = 'regular'

export type ServiceKind = 'courier' | 'local'

export type ShippingService = {
  code: string
  kind: ServiceKind
  courier: CourierKey
  /** The service as the courier calls it: REG. */
  name: string
  /** For delivery nearby: goods for less than this are not brought. */
  minimum: Amount
  active: boolean
  tariffs: readonly Tariff[]
}

/** What a parcel costs by a service and how long it takes. */
export type Quote = {
  code: string
  kind: ServiceKind
  name: string
  cost: Amount
  kg: number
  tariff: Tariff
  /** Rupiah of goods that are missing before it is brought; 0 where it can be chosen. */
  missing: Amount
}

/** 'JNE REG'; empty where neither a courier nor a service is named. */
export function serviceName({ courier, name }: Pick<ShippingService, 'courier' | 'name'>): string {
  return [COURIERS[courier].name, name].filter(Boolean).join(' ')
}

export type Sending = { area: AreaCode; parcel: Parcel; goods: Amount; on: LocalDate }

/** By one service; nothing where it does not reach. */
export function quoteBy(
  service: ShippingService,
  { area, parcel, goods, on }: Sending,
): Quote | undefined {
  const tariff = service.active ? tariffTo(service.tariffs, area) : undefined
  if (!tariff) return undefined
  const { code, kind, minimum } = service
  const kg = billableKg(parcel, weightRuleOn(service.courier, on))
  return {
    code,
    kind,
    name: serviceName(service),
    cost: kind === 'local' ? tariff.firstKg : shippingCost(tariff, kg),
    kg,
    tariff,
    missing: minimum > goods ? subtract(minimum, goods) : ZERO,
  }
}

/** By every service that reaches the area, the cheapest first, of two alike the faster. */
export function quotesOf(services: readonly ShippingService[], sending: Sending): Quote[] {
  return services
    .map((service) => quoteBy(service, sending))
    .filter((quote) => quote !== undefined)
    .sort(
      (one, other) =>
        one.cost - other.cost ||
        one.tariff.daysTo - other.tariff.daysTo ||
        (one.code < other.code ? -1 : Number(one.code > other.code)),
    )
}

/** The one that is meant: by its code, or the cheapest of its kind that can be chosen. */
export function chosenQuote(
  quotes: readonly Quote[],
  { kind, service }: { kind: ServiceKind; service?: string | undefined },
): Quote | undefined {
  return quotes.find(
    (one) =>
      one.kind === kind && one.missing === 0 && (service === undefined || one.code === service),
  )
}
