/**
 * What a cell of a loan sheet says: whole rupiah, days, rates in percent with at most six decimals, how
 * often and how an instalment is paid. What could be read in two ways is refused with a sentence.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { phoneFrom } from '#worker/identity/phone'
import { amountWritten } from '#worker/ledger/bank-statements/amount-text'
import { dayWritten } from '#worker/ledger/bank-statements/day-text'
import type { OfferedAmortization } from '#worker/lending/offering/loan-products/loan-product'
import { rateOfPercent, type Rate } from '#worker/lending/offering/schedules/rate'
import type { InterestMethod, Unit } from '#worker/lending/offering/schedules/terms'

/** A value, or why there is none. */
export type Reading<T> = { value: T } | { fault: Sentence }

const fault = (id: string, en: string) => ({ fault: sentence(id, en) })

export function moneyFrom(cell: string): Reading<Amount> {
  const written = amountWritten(cell)
  if (written !== null && written.mark === null) return { value: written.amount }
  return fault(
    `Jumlah tidak terbaca: “${cell}”. Tulis rupiah bulat, seperti 1250000 atau Rp 1.250.000.`,
    `Not an amount: “${cell}”. Give whole rupiah, such as 1250000 or Rp 1.250.000.`,
  )
}

export function dayFrom(cell: string, today: LocalDate): Reading<LocalDate> {
  const day = /\d{2,4}\D+\d{1,2}\D+\d{1,4}|[a-z]{3}.*\d{4}/i.test(cell)
    ? dayWritten(cell, today.slice(0, 4), today)
    : null
  if (day !== null) return { value: day }
  return fault(
    `Tanggal tidak terbaca: “${cell}”. Tulis seperti 31/01/2026 atau 2026-01-31.`,
    `Not a date: “${cell}”. Give it as 2026-01-31 or 31/01/2026.`,
  )
}

export function countFrom(cell: string, most: number): Reading<number> {
  const value = /^\d{1,4}$/.test(cell) ? Number(cell) : 0
  if (value >= 1 && value <= most) return { value }
  return fault(`Tulis jumlah dari 1 sampai ${most}.`, `Give a number from 1 to ${most}.`)
}

/** `12`, `12,5`, `1.5 %`; so many times for a year. */
export function rateFrom(cell: string, timesAYear: 1 | 12): Reading<Rate> {
  const figures = /^(\d{1,4}(?:[.,]\d{1,6})?)\s*%?$/.exec(cell)?.[1]
  const millionths = Math.round(Number(figures?.replace(',', '.')) * 1_000_000) * timesAYear
  const value = figures === undefined ? undefined : rateOfPercent(millionths / 1_000_000)
  if (value !== undefined) return { value }
  return fault(
    `Jasa tidak terbaca: “${cell}”. Tulis persen, seperti 12 atau 1,5.`,
    `Not a rate: “${cell}”. Give a percentage, such as 12 or 1.5.`,
  )
}

export function phoneOf(cell: string): Reading<string> {
  // A spreadsheet drops the 0 in front, or writes 6.28E+12, which has lost the number.
  const value = phoneFrom(cell)
  if (value !== null) return { value }
  return fault(
    `Nomor telepon tidak terbaca: “${cell}”. Tulis seperti 0812-3456-7890.`,
    `Not a telephone number: “${cell}”. Give it as 0812-3456-7890.`,
  )
}

const METHODS: Readonly<Record<string, InterestMethod>> = {
  tetap: 'flat',
  flat: 'flat',
  datar: 'flat',
  menurun: 'declining',
  efektif: 'declining',
  sliding: 'declining',
  declining: 'declining',
  effective: 'declining',
}

export function methodFrom(cell: string): Reading<InterestMethod> {
  const value = METHODS[cell.toLowerCase()]
  if (value) return { value }
  return fault('Tulis tetap (flat) atau menurun.', 'Give flat or declining.')
}

const AMORTIZATIONS: Readonly<Record<string, OfferedAmortization>> = {
  'angsuran tetap': 'equalInstalment',
  anuitas: 'equalInstalment',
  annuity: 'equalInstalment',
  'equal instalment': 'equalInstalment',
  'pokok tetap': 'equalPrincipal',
  'equal principal': 'equalPrincipal',
  sekaligus: 'bullet',
  musiman: 'bullet',
  bullet: 'bullet',
}

export function amortizationFrom(cell: string): Reading<OfferedAmortization> {
  const value = AMORTIZATIONS[cell.toLowerCase()]
  if (value) return { value }
  return fault(
    'Tulis angsuran tetap, pokok tetap, atau sekaligus.',
    'Give equal instalment, equal principal, or bullet.',
  )
}

export type Period = { every: number; unit: Unit }

const PERIODS: Readonly<Record<string, Period>> = {
  harian: { every: 1, unit: 'day' },
  mingguan: { every: 1, unit: 'week' },
  bulanan: { every: 1, unit: 'month' },
  selapanan: { every: 35, unit: 'day' },
  daily: { every: 1, unit: 'day' },
  weekly: { every: 1, unit: 'week' },
  monthly: { every: 1, unit: 'month' },
}
const UNITS: Readonly<Record<string, Unit>> = {
  hari: 'day',
  day: 'day',
  days: 'day',
  minggu: 'week',
  week: 'week',
  weeks: 'week',
  bulan: 'month',
  month: 'month',
  months: 'month',
}

/** `bulanan`, `2 minggu`, `35 hari`, `every 3 months`. */
export function periodFrom(cell: string): Reading<Period> {
  const text = cell.toLowerCase().replace(/^(setiap|tiap|every)\s+/, '')
  const named = PERIODS[text]
  if (named) return { value: named }
  const [, count = '1', word = ''] = /^(\d{1,3})?\s*([a-z]+)$/.exec(text) ?? []
  const unit = UNITS[word]
  if (unit && Number(count) >= 1) return { value: { every: Number(count), unit } }
  return fault(
    'Tulis bulanan, mingguan, selapanan, atau seperti 2 minggu.',
    'Give monthly, weekly, or such as 2 weeks.',
  )
}
