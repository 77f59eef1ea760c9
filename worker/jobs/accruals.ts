/**
 * Interest taken into the books at the end of each month, for loans whose lender keeps them as it is
 * earned; it stops where her rule says that a loan does not perform, and goes on when it performs again.
 * Months that were missed are made up by one accrual; two who accrue the same loans collide.
 */
import { commit, read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { log } from '#worker/http/log'
import type { Tick } from '#worker/jobs/tick'
import { addDays, dateIn, localDate, type LocalDate } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import * as queries from '#worker/lending/bookkeeping/accruals/queries'
import { accrue } from '#worker/lending/servicing/loans/accrual'
import { project } from '#worker/lending/servicing/loans/projection'
import { loanOf, recordAccrual } from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { qualityOf } from '#worker/lending/reporting/quality/profiles'
import { classOf, isNonPerforming, rhythmOf } from '#worker/lending/reporting/quality/quality'
import { chosenOf } from '#worker/lending/reporting/quality/queries'

const LOANS_A_TICK = 100
const LOANS_A_BATCH = 25

/** Brings the interest of these loans in up to a day; says of how many, since somebody may be first. */
export async function accrueUpTo(
  tick: Tick,
  ids: readonly string[],
  end: LocalDate,
): Promise<number> {
  let done = 0
  for (let at = 0; at < ids.length; at += LOANS_A_BATCH) {
    const some = ids.slice(at, at + LOANS_A_BATCH)
    const span = { end, on: end }
    if (await accrued(tick, some, span)) done += some.length
    else for (const id of some) done += (await accrued(tick, [id], span)) ? 1 : 0
  }
  return done
}

/** The last day of the month before. */
const endedBefore = (today: LocalDate) => addDays(localDate(`${today.slice(0, 7)}-01`), -1)

export async function accrueInterest(tick: Tick): Promise<number> {
  const today = dateIn(tick.env.ZONE, tick.now)
  const end = endedBefore(today)
  const [behind] = await read(tick.db, [queries.listBehind(tick.db, end, LOANS_A_TICK)])
  const ids = behind.map(({ id }) => id)
  let done = 0
  for (let at = 0; at < ids.length; at += LOANS_A_BATCH) {
    const some = ids.slice(at, at + LOANS_A_BATCH)
    if (await accrued(tick, some, { end, on: end })) done += some.length
    else for (const id of some) done += (await accruedAlone(tick, id, { end, today })) ? 1 : 0
  }
  return done
}

/** One that held up the others; where its month is closed, what it earned is booked today. */
async function accruedAlone(
  tick: Tick,
  id: string,
  { end, today }: { end: LocalDate; today: LocalDate },
) {
  return (await accrued(tick, [id], { end, on: end })) || accrued(tick, [id], { end, on: today })
}

type Span = { end: LocalDate; on: LocalDate }

/** Whether they were accrued; not when something else happened to one of them first. */
async function accrued(tick: Tick, ids: readonly string[], span: Span): Promise<boolean> {
  try {
    await accrueAll(tick, ids, span)
    return true
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    log('info', { accruals: ids.length, on: span.on, refused: reason.type })
    return false
  }
}

async function accrueAll({ db, act, newId }: Tick, ids: readonly string[], { end, on }: Span) {
  const [loans, recorded, rules] = await read(db, [
    queries.listLoansAmong(db, ids),
    queries.listEventsAmong(db, ids),
    queries.listRulesAmong(db, ids),
  ])
  const events = Map.groupBy(
    recorded.map((row) => ({ ...row, event: loanEvent(row) })),
    (row) => row.loanId,
  )
  const ruleOf = new Map(rules.map((row) => [row.lenderId, qualityOf(chosenOf(row))]))
  const accruals = loans.map((row) => {
    const loan = loanOf(row)
    const given = { loan, events: (events.get(loan.id) ?? []).map(({ event }) => event) }
    const over = loan.status !== 'active'
    const { arrears } = project(loan.terms, given.events, on)
    const late = {
      since: arrears.since ?? null,
      missed: arrears.instalments,
      rhythm: rhythmOf(loan.terms),
    }
    const quality = ruleOf.get(loan.lenderId) ?? qualityOf(null)
    const stopped = !over && isNonPerforming(quality, classOf(quality, late, on))
    return {
      id: loan.id,
      over,
      stopped,
      number: row.number,
      accrual: accrue(given, { on, stops: stopped }),
    }
  })
  const name = newId()
  const event = { ...act, subject: name, seq: 1, type: 'accrued', data: { loans: ids, on } }
  const description = (number: number) => `Akrual jasa pinjaman ${number} s.d. ${on}`
  await commit(db, [
    queries.guardBehind(db, ids, end),
    recordEvents(db, [event]),
    ...accruals
      .filter(({ over }) => !over)
      .flatMap(({ accrual, number }) =>
        recordAccrual(db, accrual, {
          ...{ act, today: on, entryId: newId() },
          ...{ rule: 'interest-accrued', description: description(number) },
        }),
      ),
    queries.recordReached(
      db,
      accruals.map((one) => ({ ...one, through: end })),
    ),
  ])
}
