/** An enterprise's tariff table as it is written, and what is asked about shipping a cart. */
import * as v from 'valibot'
import { count, money, text } from '#worker/http/fields'
import { isAreaCode, levelOf } from '#worker/market/buying/shipping/area'
import { isRegion } from '#worker/market/buying/shipping/regencies'
import { COURIER_KEYS } from '#worker/market/buying/shipping/couriers'
import { ANYWHERE, type Destination } from '#worker/market/buying/shipping/tariff'
import { says } from '#worker/http/language'

const MOST_ROWS = 1000
const MOST_DAYS = 90

/** Whether a district or village exists is looked up in the lists of areas. */
const isDestination = (code: string) =>
  code === ANYWHERE || isRegion(code) || (isAreaCode(code) && isRegion(code.slice(0, 5)))

const Destination = v.pipe(
  v.string(),
  v.check(
    isDestination,
    says(
      'Pilih provinsi, kabupaten, kota, atau kecamatan.',
      'Give a province, a regency, a city or a district.',
    ),
  ),
  v.transform((code) => code as Destination),
)

const Row = v.pipe(
  v.object({
    destination: Destination,
    firstKg: money(0),
    nextKg: money(0),
    daysFrom: count(0, MOST_DAYS),
    daysTo: count(0, MOST_DAYS),
  }),
  v.forward(
    v.check(
      (row) => row.daysFrom <= row.daysTo,
      says('Tidak lebih cepat dari hari paling awal.', 'Not fewer days than at the earliest.'),
    ),
    ['daysTo'],
  ),
)

const Table = v.pipe(
  v.array(Row),
  v.maxLength(
    MOST_ROWS,
    says(`Paling banyak ${MOST_ROWS} baris.`, `A table has ${MOST_ROWS} rows at most.`),
  ),
  v.check(
    (rows) => new Set(rows.map((row) => row.destination)).size === rows.length,
    says('Setiap tujuan cukup satu baris.', 'Each destination stands in the table once.'),
  ),
)

export const TariffsRequest = v.object({ tariffs: Table })

/** A way of sending, whole: what it is and its table. */
export const ServiceRequest = v.object({
  kind: v.picklist(['courier', 'local']),
  courier: v.pipe(
    v.optional(v.picklist(COURIER_KEYS), 'other'),
    v.description('Whose way of weighing counts'),
  ),
  name: v.optional(text(40, 0), ''),
  minimum: v.pipe(v.optional(money(0), 0), v.description('Of goods, for delivery nearby')),
  active: v.optional(v.boolean(), true),
  tariffs: Table,
})

/** The name of a service in its address: `jne-reg`. */
export const SERVICE_CODE = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/

export const ShippingQuery = v.object({
  cart: v.optional(
    v.pipe(v.string(), v.maxLength(60), v.description('Token of a cart, or `current`')),
    'current',
  ),
  areaCode: v.optional(
    v.pipe(
      v.string(),
      v.guard(isAreaCode, 'Give the code of an area, such as 32.06.34.2002.'),
      v.check((code) => levelOf(code) !== 'province', 'Give a regency, or an area within one.'),
      v.description('Where the parcels go; without it only what can be picked up is answered'),
    ),
  ),
})
