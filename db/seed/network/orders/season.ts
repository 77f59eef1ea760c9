// When people buy: more before Lebaran, in December, after payday and at weekends, and more each month
// as a young network becomes known.

import {
  dayOf,
  daysBetween,
  localDate,
  monthOf,
  weekday,
  type LocalDate,
} from '#worker/kernel/calendar'

/** The first day of Lebaran as set or expected for each year. */
const LEBARAN = [
  '2024-04-10',
  '2025-03-31',
  '2026-03-21',
  '2027-03-10',
  '2028-02-27',
  '2029-02-15',
  '2030-02-05',
].map(localDate)

/** How likely a purchase is on a day, beside other days; `progress` runs from 0 to 1 over the story. */
export function appetite(day: LocalDate, progress: number): number {
  const before = LEBARAN.map((feast) => daysBetween(day, feast))
  const lebaran = before.some((days) => days >= 5 && days <= 28) ? 1.5 : 0
  const quiet = before.some((days) => days > -6 && days < 3) ? 0.35 : 1
  const december = monthOf(day) === 12 && dayOf(day) <= 22 ? 0.9 : 0
  const payday = dayOf(day) >= 25 || dayOf(day) <= 3 ? 0.3 : 0
  const weekend = weekday(day) === 0 || weekday(day) === 6 ? 0.25 : 0
  return (0.55 + 0.7 * progress + lebaran + december + payday + weekend) * quiet
}
