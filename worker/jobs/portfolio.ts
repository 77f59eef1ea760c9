/**
 * The portfolio of every lender, counted once a day: 500 loans a minute, page by page, each page one read
 * and one batch. A page that somebody else has counted in the meantime is theirs. A day that was missed is
 * not counted afterwards; a count broken off goes on while its day lasts.
 */
import { commit, read } from '#db/client'
import { log } from '#worker/http/log'
import type { Tick } from '#worker/jobs/tick'
import { dateIn, type LocalDate } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { project } from '#worker/lending/servicing/loans/projection'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { grade, type Counted } from '#worker/lending/reporting/portfolio/grade'
import { fundPartsOf, partsOf, sumsOf } from '#worker/lending/reporting/portfolio/summing'
import * as queries from '#worker/lending/reporting/portfolio-runs/queries'
import { begin, movedOn, type Run } from '#worker/lending/reporting/portfolio-runs/run'
import { qualityOf } from '#worker/lending/reporting/quality/profiles'
import { chosenOf } from '#worker/lending/reporting/quality/queries'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

const LOANS_A_TICK = 500
const LENDERS_A_TICK = 10

export async function countPortfolios(tick: Tick): Promise<number> {
  const today = dateIn(tick.env.ZONE, tick.now)
  const [rows] = await read(tick.db, [queries.listDue(tick.db, today, LENDERS_A_TICK)])
  let left = LOANS_A_TICK
  let done = 0
  for (const row of rows) {
    if (left === 0) break
    const counted = await pageOf(tick, row, { today, limit: left })
    left -= counted ?? 0
    done += counted === null ? 0 : 1
  }
  return done
}

type Asked = { today: LocalDate; limit: number }
type DueRow = Awaited<ReturnType<typeof queries.listDue>>[number]

/** How many loans were counted; null where somebody was first. */
async function pageOf({ db }: Tick, row: DueRow, { today, limit }: Asked): Promise<number | null> {
  const { profile: _, since: __, classes: ___, source: ____, profileId, ...before } = row
  const begun = begin(before satisfies Run, today)
  const quality = qualityOf(chosenOf(row))
  const [loans] = await read(db, [queries.listPage(db, begun, limit)])
  const late = await lateOf({ db }, loans, today)
  const grades = loans.map((loan) =>
    grade(queries.countedOf(loan, late.get(loan.id)), today, quality),
  )
  const last = loans.length < limit ? null : loans.at(-1)!.id
  const page = { before, begun, after: movedOn(begun, last), profileId }
  try {
    const [parts, fundParts] = [partsOf(grades), fundPartsOf(grades)]
    const counted = { grades, sums: sumsOf(grades), parts, fundParts }
    await commit(db, queries.recordPage(db, page, counted))
    return loans.length
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    log('info', { lender: row.lenderId, refused: reason.type })
    return null
  }
}

/** Since when loans that bear penalties are late: a penalty that was not paid does not make them so. */
async function lateOf(
  { db }: Pick<Tick, 'db'>,
  loans: readonly queries.LoanFacts[],
  today: LocalDate,
): Promise<Map<string, NonNullable<Counted['late']>>> {
  const ids = loans.filter((one) => one.penalized === 1 && one.balance > 0 && isLate(one, today))
  if (ids.length === 0) return new Map()
  const [rows] = await read(db, [
    queries.listHistories(
      db,
      ids.map(({ id }) => id),
    ),
  ])
  const late = [...Map.groupBy(rows, ({ id }) => id)].map(([id, events]) => {
    const terms = JSON.parse(events[0]!.terms) as LoanTerms
    const { arrears } = project(terms, events.map(loanEvent), today)
    return [id, { since: arrears.since ?? null, missed: arrears.instalments }] as const
  })
  return new Map(late)
}

/** Dues are kept oldest first, as `[["2026-01-31",…` */
const isLate = ({ unpaid }: queries.LoanFacts, today: LocalDate) =>
  unpaid.slice(3, 13) < today && unpaid !== '[]'
