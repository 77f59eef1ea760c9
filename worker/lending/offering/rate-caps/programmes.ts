/**
 * Programmes and kinds of lenders whose price is limited by a published rule, with the dates from which
 * it applies. A lender records further ceilings of its own, and newer ones of a programme, beside these.
 * A ceiling is on the nominal yearly rate, on the effective one with fees, or on both.
 */
import { localDate, type LocalDate } from '#worker/kernel/calendar'
import { rate, type Rate } from '#worker/lending/offering/schedules/rate'

export const PROGRAMMES = ['kur', 'koperasi', 'pumk', 'qardh'] as const
export type Programme = (typeof PROGRAMMES)[number]

/** A ceiling on price, from the day it applies, with the rule it comes from. */
export type RateCap = {
  /** '' binds everything that the lender offers. */
  programme: Programme | ''
  since: LocalDate
  nominal: Rate | null
  effective: Rate | null
  source: string
}

const percent = (value: number) => rate(Math.round(value * 1_000_000))

export const PUBLISHED_CAPS: readonly RateCap[] = [
  {
    programme: 'kur',
    since: localDate('2026-01-01'),
    nominal: percent(6),
    // 6 % a year on the balance comes to 6.17 % where it is paid monthly, 6.19 % daily.
    effective: percent(6.2),
    source: 'Permenko Perekonomian 7/2025: KUR 6 % setahun dari sisa pokok',
  },
  {
    programme: 'koperasi',
    since: localDate('2024-01-01'),
    nominal: percent(24),
    // The rule says neither flat nor effective: the stricter reading binds.
    effective: percent(24),
    source: 'Permenkop UKM 8/2023 Pasal 26–27: paling tinggi 24 % setahun',
  },
  {
    programme: 'pumk',
    since: localDate('2023-01-01'),
    nominal: percent(3),
    // 3 % of a whole year's first balance comes to 5.64 % where it is repaid within that year.
    effective: percent(5.7),
    source: 'PER-6/MBU/09/2022: 3 % setahun dari saldo pinjaman awal tahun',
  },
  {
    programme: 'qardh',
    since: localDate('2001-04-18'),
    nominal: percent(0),
    effective: null,
    source: 'Fatwa DSN-MUI 19/DSN-MUI/IV/2001: qardh tanpa tambahan atas pokok',
  },
]
