/**
 * How good a loan is, by a rule that its lender follows. Each class but the first begins where what is late
 * is late enough: by days, weeks or months since the oldest due date that was missed, or by the number of
 * instalments missed, as the rule counts for loans of that rhythm. A loan is in the worst class whose limit
 * it has passed; `rate` is what is set aside for the class, in basis points of the principal still lent.
 */
import { addDays, addMonths, type LocalDate } from '#worker/kernel/calendar'

export const CLASSES = ['current', 'special-mention', 'substandard', 'doubtful', 'loss'] as const
export type ClassName = (typeof CLASSES)[number]

/** How often a loan is paid; a harvest or a bullet is a season. */
export const RHYTHMS = ['day', 'week', 'month', 'season'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** Late for more than so much time; or so many instalments missed at least. */
export type Limit = { over: number; unit: 'day' | 'week' | 'month' } | { missed: number }

export type QualityClass = {
  name: ClassName
  /** Of every rhythm, or of each; none for the class of loans on time. */
  begins: Limit | Readonly<Record<Rhythm, Limit>> | null
  bps: number
}

export type Quality = {
  classes: readonly QualityClass[]
  /** From this class on a loan does not perform: its interest is no longer accrued. */
  nonPerforming: ClassName
  source: string
  dated: string
}

/** What is late of a loan on a day. */
export type Late = { since: LocalDate | null; missed: number; rhythm: Rhythm }

function isPassed(limit: Limit, { since, missed }: Late, on: LocalDate): boolean {
  if (since === null) return false
  if ('missed' in limit) return missed >= limit.missed
  const { over, unit } = limit
  const last = unit === 'month' ? addMonths(since, over) : addDays(since, over * DAYS[unit])
  return last < on
}

const DAYS = { day: 1, week: 7 } as const

export function classOf(quality: Quality, late: Late, on: LocalDate): ClassName {
  const reached = quality.classes.filter(({ begins }) => {
    if (begins === null) return true
    return isPassed(
      late.rhythm in begins ? (begins as ByRhythm)[late.rhythm] : (begins as Limit),
      late,
      on,
    )
  })
  return reached.at(-1)!.name
}

type ByRhythm = Readonly<Record<Rhythm, Limit>>

/** Whether loans of a class no longer bear interest in the books. */
export function isNonPerforming(quality: Quality, name: ClassName): boolean {
  return CLASSES.indexOf(name) >= CLASSES.indexOf(quality.nonPerforming)
}

type Paid = { unit: 'day' | 'week' | 'month'; every: number; instalments: number }

/** Instalments further apart than three months, or a single one, are of a season. */
export function rhythmOf({ unit, every, instalments }: Paid): Rhythm {
  if (instalments === 1 || (unit === 'month' && every > 3)) return 'season'
  if (unit === 'day') return every >= 28 ? 'month' : every >= 7 ? 'week' : 'day'
  return unit
}
