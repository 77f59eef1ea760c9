/**
 * What the clock ends because nobody has: a cancellation that was not answered is granted, a seller who is
 * late is reminded and some days later cancelled, a buyer is asked about a parcel that is overdue, a return
 * or a complaint in which nobody moves goes where its rules say. Rung days late, each is told first and
 * ended later, never both at once.
 */
import { AT_ONCE, stepWith } from '#worker/jobs/stepping'
import type { Tick } from '#worker/jobs/tick'
import {
  askedReason,
  cancelling,
  ending,
  reminding,
} from '#worker/market/fulfilling/cancellations/cancelling'
import * as complaining from '#worker/market/fulfilling/complaints/complaining'
import {
  idsLate,
  idsOfOverdue,
  idsToAnswer,
  idsToAsk,
  idsTooLate,
} from '#worker/market/fulfilling/order-steps/queries'
import * as returning from '#worker/market/fulfilling/returns/returning'
import { askingWhether } from '#worker/market/fulfilling/shipments/sending'

export function grantCancellations(tick: Tick): Promise<number> {
  const ids = idsToAnswer(tick.now, AT_ONCE)
  return stepWith(tick, ids, (facts, { events }) => {
    return cancelling(facts, askedReason(events), 'clock')
  })
}

export function remindLate(tick: Tick): Promise<number> {
  return stepWith(tick, idsLate(tick.now, AT_ONCE), reminding)
}

export function endLate(tick: Tick): Promise<number> {
  return stepWith(tick, idsTooLate(tick.now, AT_ONCE), ending)
}

export function askArrivals(tick: Tick): Promise<number> {
  return stepWith(tick, idsToAsk(tick.now, AT_ONCE), askingWhether)
}

type Case = { n: number; dueAt: number | null }

/** The one whose time is over; one is open at a time. */
const overdue = (cases: readonly Case[], now: number): number =>
  cases.find(({ dueAt }) => dueAt !== null && dueAt <= now)?.n ?? 0

export function endReturns(tick: Tick): Promise<number> {
  const { now } = tick
  const ids = idsOfOverdue('returns', now, AT_ONCE)
  return stepWith(tick, ids, (facts) =>
    returning.lapsing(facts, overdue(facts.papers.returns, now)),
  )
}

export function endComplaints(tick: Tick): Promise<number> {
  const { now } = tick
  const ids = idsOfOverdue('complaints', now, AT_ONCE)
  return stepWith(tick, ids, (facts) =>
    complaining.lapsing(facts, overdue(facts.papers.complaints, now)),
  )
}
