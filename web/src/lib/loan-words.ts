/** How the terms of a loan are said: percentages, periods, methods, in the reader's language. */
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import type { Unit } from '#worker/lending/offering/schedules/terms'

/** 6.25 → `6,25 %`, in English `6.25 %`. */
export function percent(value: number): string {
  const text = String(value)
  return `${getLocale() === 'id' ? text.replace('.', ',') : text} %`
}

type Period = { every: number; unit: Unit }

/** The method in words that say what it means for the borrower. */
export function method(product: { interestMethod: 'flat' | 'declining' }): string {
  return product.interestMethod === 'flat' ? m.lending_flat() : m.lending_declining()
}

const EACH: Record<Unit, readonly [() => string, (given: { every: number }) => string]> = {
  day: [m.lending_each_day, m.lending_each_days],
  week: [m.lending_each_week, m.lending_each_weeks],
  month: [m.lending_each_month, m.lending_each_months],
}

/** `setiap bulan`, `setiap 35 hari`. */
export function rhythm({ every, unit }: Period): string {
  const [one, several] = EACH[unit] ?? EACH.month
  return every === 1 ? one() : several({ every })
}
