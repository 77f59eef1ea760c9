/**
 * Days as banks and spreadsheets write them, the day before the month. A date that does not exist is
 * refused; without a year the one that is given counts.
 */
import { addMonths, isLocalDate, type LocalDate } from '#worker/kernel/calendar'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const ENGLISH: Readonly<Record<string, string>> = { may: 'mei', aug: 'agu', oct: 'okt', dec: 'des' }

/** `22/11`, `22/11/26`, `22-11-2026`, `2026-11-22`, `22 Nov 2026`; what follows, as a time, is ignored. */
export function dayWritten(text: string, year: string, today: LocalDate): LocalDate | null {
  const bare = text.replace(/^['\s]+/, '')
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/.exec(bare)
  if (iso) return date(iso[1]!, iso[2]!, iso[3]!)
  const found = /^(\d{1,2})[-/\s]([a-z]{3,9}|\d{1,2})(?:[-/\s](\d{4}|\d{2}))?(?![\d/-])/i.exec(bare)
  if (!found) return null
  const [, day = '', named = '', written] = found
  const month = /^\d/.test(named) ? named : monthNamed(named)
  if (month === null) return null
  if (written) return date(written.length === 2 ? `20${written}` : written, month, day)
  const here = date(year, month, day)
  // Without a year, what would lie ahead was last year’s: a statement over New Year.
  return here !== null && here > today ? addMonths(here, -12) : here
}

function monthNamed(name: string): string | null {
  const short = name.slice(0, 3).toLowerCase()
  const at = MONTHS.indexOf(ENGLISH[short] ?? short)
  return at < 0 ? null : String(at + 1)
}

function date(year: string, month: string, day: string): LocalDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(text) ? text : null
}
