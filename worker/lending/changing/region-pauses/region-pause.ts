/**
 * A pause for all running loans of a regency after a disaster: proposed by one person of the lender,
 * decided by another, then carried out loan by loan. A loan that cannot be paused is passed over, with the
 * reason. A loan on which something was booked since the decision is paused from that day.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition, type Transitions } from '#worker/kernel/transitions'
import { outside, type Given, type LoanChange } from '#worker/lending/servicing/loans/change'
import { lastDay } from '#worker/lending/servicing/loans/events'
import { pause } from '#worker/lending/servicing/loans/servicing'

export const PAUSE_STATUSES = ['proposed', 'running', 'done', 'refused', 'withdrawn'] as const
export type PauseStatus = (typeof PAUSE_STATUSES)[number]

const PAUSE: Transitions<PauseStatus> = {
  proposed: ['running', 'refused', 'withdrawn'],
  running: ['done'],
  done: [],
  refused: [],
  withdrawn: [],
}

export type RegionPause = {
  id: string
  lenderId: string
  regionCode: string
  regionName: string
  until: LocalDate
  interest: 'none' | 'runs'
  reason: string
  status: PauseStatus
  proposedBy: string
  proposedAt: number
  decidedBy: string | null
  decidedAt: number | null
  /** The day it counts from: that of the decision. */
  since: LocalDate | null
  reasons: string | null
  /** The last loan that was looked at. */
  lastLoan: string
  paused: number
  passedOver: number
  version: number
}

type Wish = Pick<RegionPause, 'regionCode' | 'regionName' | 'until' | 'interest' | 'reason'>
type Made = { id: string; lenderId: string; by: string; at: number; today: LocalDate }

export function proposePause(wish: Wish, { id, lenderId, by, at, today }: Made): RegionPause {
  if (wish.until <= today) {
    throw outside('/until', sentence('Harus sesudah hari ini.', 'It lies after today.'))
  }
  return {
    ...{ id, lenderId, ...wish, status: 'proposed', proposedBy: by, proposedAt: at },
    ...{ decidedBy: null, decidedAt: null, since: null, reasons: null },
    ...{ lastLoan: '', paused: 0, passedOver: 0, version: 1 },
  }
}

type Decision = { by: string; at: number; reasons: string | null; today: LocalDate }

export function decidePause(
  given: RegionPause,
  to: 'running' | 'refused' | 'withdrawn',
  { by, at, reasons, today }: Decision,
): RegionPause {
  const status = transition(PAUSE, given.status, to)
  if (to !== 'withdrawn' && by === given.proposedBy) {
    throw new Refusal('same-person', 'Somebody else decides on what you proposed.')
  }
  const isOver = to === 'running' && given.until <= today
  refuseUnless(!isOver, 'outdated', 'Its last day has passed. Propose another.')
  const since = to === 'running' ? today : null
  const version = given.version + 1
  return { ...given, status, decidedBy: by, decidedAt: at, reasons, since, version }
}

/** What becomes of one loan: paused, or why not. */
export type Outcome = { change: LoanChange; obstacle: null } | { change: null; obstacle: string }

export function pauseLoan(given: Given, { until, interest, since }: RegionPause): Outcome {
  const last = lastDay(given.events)
  const from = since ?? given.today
  const on = last !== undefined && last > from ? last : from
  try {
    return { change: pause(given, { until, interest, on }), obstacle: null }
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    return { change: null, obstacle: reason.type }
  }
}

type Looked = { paused: number; passedOver: number; lastLoan: string; isEnd: boolean }

/** Further by so many loans; done after the last. */
export function furthered(given: RegionPause, looked: Looked): RegionPause {
  const { paused, passedOver, lastLoan, isEnd } = looked
  return {
    ...given,
    ...{ paused: given.paused + paused, passedOver: given.passedOver + passedOver, lastLoan },
    ...(isEnd ? { status: transition(PAUSE, given.status, 'done') } : {}),
    version: isEnd ? given.version + 1 : given.version,
  }
}
