/**
 * A tariff table as it is pasted from a spreadsheet or a courier's list: a line a destination, parted by
 * tabs, semicolons or commas: destination; first kilogram; next kilogram; days; days at most. A
 * destination is the code or the name of a province, regency or city, the code of a district or village,
 * or nothing (`*`) for anywhere else. Amounts are rupiah in any usual spelling; each fault is named with
 * its line and column.
 */
import { parseRupiah, type Amount } from '#worker/kernel/money'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { isAreaCode, type AreaCode } from '#worker/market/buying/shipping/area'
import { isRegion, provinces, regenciesOf } from '#worker/market/buying/shipping/regencies'
import { ANYWHERE, type Destination, type Tariff } from '#worker/market/buying/shipping/tariff'

export type PasteFault = { line: number; column: number; says: Sentence }
export type Pasted = { rows: readonly Tariff[]; faults: readonly PasteFault[] }

const ELSEWHERE = new Set(['', '*', 'lainnya', 'di mana saja', 'anywhere', 'elsewhere'])

export function pastedTariffs(text: string): Pasted {
  const rows: Tariff[] = []
  const faults: PasteFault[] = []
  const seen = new Set<string>()
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  lines.forEach((line, i) => {
    if (line.trim() === '' || (i === 0 && isHeading(line))) return
    const { row, fault } = rowFrom(cellsOf(line))
    if (fault) faults.push({ line: i + 1, ...fault })
    else if (seen.has(row.destination)) faults.push({ line: i + 1, column: 1, says: TWICE })
    else {
      seen.add(row.destination)
      rows.push(row)
    }
  })
  return { rows, faults }
}

/** A first line without a single number names the columns. */
const isHeading = (line: string) => !/\d/.test(line)

function cellsOf(line: string): string[] {
  const parter = ['\t', ';', ','].find((one) => line.includes(one)) ?? ';'
  return line.split(parter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

type Fault = { column: number; says: Sentence }
type Read = { row: Tariff; fault?: undefined } | { row?: undefined; fault: Fault }

function rowFrom([place = '', first = '', next = '', from = '', to = '']: string[]): Read {
  const destination = destinationFrom(place)
  if (destination === undefined) return { fault: { column: 1, says: NOWHERE } }
  const firstKg = rupiahFrom(first)
  if (firstKg === undefined) return { fault: { column: 2, says: NO_AMOUNT } }
  const nextKg = next === '' ? firstKg : rupiahFrom(next)
  if (nextKg === undefined) return { fault: { column: 3, says: NO_AMOUNT } }
  const [daysFrom, daysTo] = daysIn(from, to)
  if (daysFrom === undefined) return { fault: { column: 4, says: NO_DAYS } }
  if (daysTo === undefined || daysTo < daysFrom) return { fault: { column: 5, says: NO_DAYS } }
  return { row: { destination, firstKg, nextKg, daysFrom, daysTo } }
}

/** `2`, `2-4`, `2 - 4 hari`; or both in cells of their own. */
function daysIn(from: string, to: string): [number | undefined, number | undefined] {
  const [, low, high] =
    /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?(?:\s*(?:hari|days?))?$/i.exec(from) ?? []
  const least = low === undefined ? undefined : Number(low)
  if (to === '') return [least, high === undefined ? least : Number(high)]
  return [least, /^\d{1,2}$/.test(to) ? Number(to) : undefined]
}

const rupiahFrom = (text: string): Amount | undefined => parseRupiah(text.replace(/,00$/, ''))

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/^(provinsi|prov\.?|kabupaten|kab\.?)\s+/, '')
    .replace(/\s+/g, ' ')

let named: Map<string, AreaCode> | undefined

/** Names of provinces and regencies; `Bandung` is the regency, `Kota Bandung` the city. */
function byName(): Map<string, AreaCode> {
  if (named) return named
  named = new Map()
  for (const { code, name } of provinces()) named.set(plain(name), code)
  for (const province of provinces()) {
    for (const { code, name } of regenciesOf(province.code)) {
      if (!named.has(plain(name))) named.set(plain(name), code)
    }
  }
  return named
}

function destinationFrom(text: string): Destination | undefined {
  if (ELSEWHERE.has(text.toLowerCase())) return ANYWHERE
  if (isAreaCode(text)) return isRegion(text.slice(0, 5)) ? text : undefined
  return byName().get(plain(text))
}

const NOWHERE = sentence(
  'Tujuan ini tidak dikenal: tulis nama atau kode provinsi, kabupaten, kota, atau kode kecamatan.',
  'No such destination: write the name or code of a province, regency or city, or a district’s code.',
)
const NO_AMOUNT = sentence(
  'Tulis jumlah dalam rupiah bulat, misalnya 12.500.',
  'Write whole rupiah, such as 12.500.',
)
const NO_DAYS = sentence('Tulis hari, misalnya 2 atau 2-4.', 'Write days, such as 2 or 2-4.')
const TWICE = sentence('Tujuan ini sudah ada di atas.', 'This destination stands above already.')
