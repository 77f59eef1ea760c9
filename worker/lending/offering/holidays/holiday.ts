/**
 * Days on which a lender asks for nothing. The national ones with a fixed date follow from decrees; those
 * of the lunar calendars are announced for each year, and the lender writes them down.
 */
import { localDate, type LocalDate } from '#worker/kernel/calendar'
import type { Sentence } from '#worker/kernel/sentence'

export type Holiday = { day: LocalDate; name: string }

/** Month, day and name. Keppres 24/2013 made 1 May one of them, Keppres 24/2016 1 June. */
const FIXED: readonly (readonly [monthAndDay: string, name: Sentence])[] = [
  ['01-01', { id: 'Tahun Baru Masehi', en: 'New Year' }],
  ['05-01', { id: 'Hari Buruh', en: 'Labour Day' }],
  ['06-01', { id: 'Hari Lahir Pancasila', en: 'Pancasila Day' }],
  ['08-17', { id: 'Hari Kemerdekaan', en: 'Independence Day' }],
  ['12-25', { id: 'Hari Natal', en: 'Christmas Day' }],
]

/** The national holidays of a year that have a fixed date. */
export function fixedHolidays(year: number, language: 'id' | 'en'): Holiday[] {
  return FIXED.map(([monthAndDay, name]) => ({
    day: localDate(`${year}-${monthAndDay}`),
    name: name[language],
  }))
}
