/**
 * Amounts and rates as figures inside a sentence, by hand, so that they are the same everywhere:
 * 19.170.000 and 6,25% in Indonesian, 19,170,000 and 6.25% in English. Without a currency sign.
 */

import { dayOf, monthOf, yearOf } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { percentOf } from '#worker/lending/offering/schedules/rate'
import type { Rate } from '#worker/lending/offering/schedules/rate'

export type Language = 'id' | 'en'

const MARKS = {
  id: { thousands: '.', decimals: ',' },
  en: { thousands: ',', decimals: '.' },
} as const

const MONTHS = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const

/** 5 Agu 2026, in English 5 Aug 2026. */
export function dateFigures(date: LocalDate, language: Language): string {
  return `${dayOf(date)} ${MONTHS[language][monthOf(date) - 1] ?? ''} ${yearOf(date)}`
}

/** The currency's exponent says how many of the digits are decimals. */
export function figures(a: Amount, exponent: number, language: Language): string {
  const marks = MARKS[language]
  const digits = String(Math.abs(a)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const decimals = digits.slice(digits.length - exponent)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks.thousands)
  return `${a < 0 ? '-' : ''}${grouped}${exponent > 0 ? marks.decimals + decimals : ''}`
}

/** With as many decimals as the rate has, at most six. */
export function percentFigures(a: Rate, language: Language): string {
  const text = percentOf(a)
    .toFixed(6)
    .replace(/\.?0+$/, '')
  return `${text.replace('.', MARKS[language].decimals)}%`
}
