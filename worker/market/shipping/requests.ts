/** An enterprise's tariff table as it is written, and what is asked about shipping a cart. */
import * as v from 'valibot'
import { count, money } from '#worker/http/fields'
import { isAreaCode, levelOf } from '#worker/market/shipping/area'
import { isRegion } from '#worker/market/shipping/regencies'
import { ANYWHERE, type Tariff } from '#worker/market/shipping/tariff'
import { says } from '#worker/http/language'

const MOST_ROWS = 600
const MOST_DAYS = 90

const Destination = v.pipe(
  v.string(),
  v.check(
    (code) => code === ANYWHERE || isRegion(code),
    says('Pilih provinsi, kabupaten, atau kota.', 'Give a province, a regency or a city.'),
  ),
  v.transform((code) => code as Tariff['destination']),
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

export const TariffsRequest = v.object({
  tariffs: v.pipe(
    v.array(Row),
    v.maxLength(
      MOST_ROWS,
      says(`Paling banyak ${MOST_ROWS} baris.`, `A table has ${MOST_ROWS} rows at most.`),
    ),
    v.check(
      (rows) => new Set(rows.map((row) => row.destination)).size === rows.length,
      says('Setiap tujuan cukup satu baris.', 'Each destination stands in the table once.'),
    ),
  ),
})

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
