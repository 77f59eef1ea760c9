/**
 * How amounts, dates, instants and phone numbers are written on the screen, the same on the server and
 * in the browser whatever their locale data say. Amounts are whole rupiah; dates are 'YYYY-MM-DD'; an
 * instant is UTC milliseconds or ISO 8601 and is shown in one of the three Indonesian zones, which know
 * no summer time.
 */
import type { Zone } from '#worker/kernel/calendar'

export type Locale = 'id' | 'en'
export type Instant = number | string

const MONTHS: Record<Locale, readonly string[]> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const ZONES: Record<Zone, { name: string; hoursAhead: number }> = {
  'Asia/Jakarta': { name: 'WIB', hoursAhead: 7 },
  'Asia/Makassar': { name: 'WITA', hoursAhead: 8 },
  'Asia/Jayapura': { name: 'WIT', hoursAhead: 9 },
}
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** 1250000 → `1.250.000`; thousands are parted by dots in both languages. */
export function whole(value: number): string {
  const digits = Math.abs(value).toFixed(0)
  return (value < 0 ? '−' : '') + digits.replace(/\B(?=(\d{3})+$)/g, '.')
}

/** 1250000 → `Rp 1.250.000`. */
export function money(rupiah: number): string {
  return (rupiah < 0 ? '−' : '') + 'Rp ' + whole(Math.abs(rupiah))
}

/** For the axis of a chart: 1500000 → `Rp 1,5 jt`, in English `Rp 1.5M`. */
export function shortMoney(rupiah: number, locale: Locale): string {
  const steps = locale === 'id' ? SHORT_ID : SHORT_EN
  const [size, name] = steps.find(([least]) => Math.abs(rupiah) >= least) ?? [1, '']
  const tenths = Math.round((Math.abs(rupiah) * 10) / size)
  const point = locale === 'id' ? ',' : '.'
  const rest = tenths % 10 && size > 1 ? point + (tenths % 10) : ''
  return (rupiah < 0 ? '−' : '') + 'Rp ' + Math.floor(tenths / 10) + rest + name
}
const SHORT_ID = [
  [1e12, ' T'],
  [1e9, ' M'],
  [1e6, ' jt'],
  [1e3, ' rb'],
] as const
const SHORT_EN = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
] as const

/**
 * What was typed as money, in whole rupiah: `Rp 1.250.000`, `1250000`, `1,250,000`, `1.250.000,00`,
 * `500rb`, `1,5 juta`. Null where it is not plainly an amount.
 */
export function amountFrom(text: string): number | null {
  const plain = text.toLowerCase().replace(/[\s\u00a0]|rp\.?|idr/g, '')
  const spoken = /^(\d+(?:[.,]\d+)?)(ribu|rb|k|juta|jt)$/.exec(plain)
  if (spoken) {
    const size = /^(ribu|rb|k)$/.test(spoken[2] ?? '') ? 1e3 : 1e6
    return Math.round(Number((spoken[1] ?? '').replace(',', '.')) * size)
  }
  const written = /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:[.,](?:00?|-))?$/.exec(plain)
  const rupiah = written ? Number((written[1] ?? '').replace(/[.,]/g, '')) : null
  return rupiah !== null && Number.isSafeInteger(rupiah) ? rupiah : null
}

/** '2026-11-22' → `22 Nov 2026`. */
export function date(day: string, locale: Locale): string {
  const [year, month, dayOfMonth] = day.split('-')
  return `${Number(dayOfMonth)} ${MONTHS[locale][Number(month) - 1]} ${year}`
}

/** '2026-11' or '2026-11-22' → `Nov 2026`. */
export function month(day: string, locale: Locale): string {
  const [year, monthOfYear] = day.split('-')
  return `${MONTHS[locale][Number(monthOfYear) - 1]} ${year}`
}

/** The calendar date of an instant in a zone. */
export function dateOf(at: Instant, zone: Zone): string {
  return local(at, zone).slice(0, 10)
}

/** `22 Nov 2026 14.30 WIB`; in English `22 Nov 2026 14:30 WIB`. */
export function instant(at: Instant, zone: Zone, locale: Locale): string {
  return `${date(dateOf(at, zone), locale)} ${clock(at, zone, locale)} ${ZONES[zone].name}`
}

/** `14.30`; in English `14:30`. */
export function clock(at: Instant, zone: Zone, locale: Locale): string {
  const time = local(at, zone).slice(11, 16)
  return locale === 'id' ? time.replace(':', '.') : time
}

/** An instant as a field of day and time shows it: `2026-11-23T07:00`; nothing where there is none. */
export function instantField(at: Instant | null, zone: Zone): string {
  return at === null ? '' : local(at, zone).slice(0, 16)
}

/** What such a field says, as an instant; null where it was left empty. */
export function instantTyped(typed: string, zone: Zone): string | null {
  if (typed.trim() === '') return null
  const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.exec(typed.trim())?.[0]
  const at = written ? Date.parse(`${written}Z`) - ZONES[zone].hoursAhead * HOUR : Number.NaN
  return Number.isNaN(at) ? typed : new Date(at).toISOString()
}

function local(at: Instant, zone: Zone): string {
  return new Date(new Date(at).getTime() + ZONES[zone].hoursAhead * HOUR).toISOString()
}

/** A date seen from `today`, in words where that helps: `hari ini`, `3 hari lagi`; else the date. */
export function relativeDate(day: string, today: string, locale: Locale): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY)
  const id = locale === 'id'
  if (days === 0) return id ? 'hari ini' : 'today'
  if (days === 1) return id ? 'besok' : 'tomorrow'
  if (days === -1) return id ? 'kemarin' : 'yesterday'
  if (days > 1 && days <= 30) return id ? `${days} hari lagi` : `in ${days} days`
  if (days < -1 && days >= -30) return id ? `${-days} hari lalu` : `${-days} days ago`
  return date(day, locale)
}

/** What is left of a time: `1 hari 3 jam`, `3 jam 12 menit`, `4 menit 9 detik`. Never below zero. */
export function duration(milliseconds: number, locale: Locale): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const parts = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ] as const
  const words = locale === 'id' ? ['hari', 'jam', 'menit', 'detik'] : ['d', 'h', 'min', 's']
  const first = Math.min(
    2,
    Math.max(
      0,
      parts.findIndex((part) => part > 0),
    ),
  )
  return parts
    .map((part, at) => `${part} ${words[at]}`)
    .slice(seconds < 60 ? 3 : first, seconds < 60 ? 4 : first + 2)
    .join(' ')
}

/** 6281234567890 → `0812-3456-7890`, hidden digits too; a number of another country stays as it is. */
export function phone(stored: string): string {
  const national = stored.replace(/^\+?62(?=[2-9])/, '0')
  return national.startsWith('0')
    ? national.replace(/^(\d{4})([\d•]{3,4})(\d+)$/, '$1-$2-$3')
    : national
}

/** 1234 basis points → `12,34 %`; in English `12.34%`. */
export function percent(basisPoints: number, locale: Locale): string {
  const text = String(basisPoints / 100)
  return locale === 'id' ? `${text.replace('.', ',')} %` : `${text}%`
}

/** Grams as people say them: `850 g`, `1,2 kg`. */
export function weight(grams: number, locale: Locale): string {
  if (grams < 1000) return `${grams} g`
  const kilograms = String(Math.round(grams / 100) / 10)
  return `${locale === 'id' ? kilograms.replace('.', ',') : kilograms} kg`
}
