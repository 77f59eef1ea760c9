// What every part of the large set works with: the database, whose batches are filled before they
// are sent, chance that repeats itself, ids of past instants, and a way to say how far it has
// come.

import { commit, type Database, type Statement } from '#db/client'
import { chance, type Chance } from '#db/seed/random'
import type { Act } from '#worker/history/event'
import { addDays, dateIn, instant, startOfDay } from '#worker/kernel/calendar'
import type { Instant, LocalDate, Zone } from '#worker/kernel/calendar'
import { timeOrderedId, type Random } from '#worker/kernel/id'

/** How many statements travel at once; D1 takes no more than a thousand. */
const A_BATCH = 900
const DAY = 86_400_000

export type Progress = (what: string, done: number, of: number) => Promise<void>

export type Loading = {
  readonly db: Database
  readonly luck: Chance
  readonly random: Random
  readonly now: Instant
  readonly zone: Zone
  readonly progress: Progress
  newId(at: number): string
  actOf(actorId: string, at: number): Act
  dayOf(at: number): LocalDate
  /** Adds to the batch; what is added together travels together. */
  add(statements: readonly Statement[]): Promise<void>
  /** Sends what has been added. */
  send(): Promise<void>
}

type Given = Pick<Loading, 'db' | 'random' | 'now' | 'zone' | 'progress'> & { seed: string }

export function loadingInto({ seed, ...given }: Given): Loading {
  const { db, random, zone } = given
  let batch: Statement[] = []
  const send = async () => {
    const full = batch
    batch = []
    await commit(db, full)
  }
  const newId = (at: number) => timeOrderedId(at, random)
  return {
    ...given,
    luck: chance(seed),
    newId,
    actOf: (actorId, at) => ({ actorId, at: instant(at), requestId: newId(at) }),
    dayOf: (at) => dateIn(zone, at as Instant),
    async add(statements) {
      batch.push(...statements)
      if (batch.length >= A_BATCH) await send()
    },
    send,
  }
}

/** So many instants in the days before now, in order, more of them the nearer they are. */
export function growing({ luck, now }: Loading, count: number, days: number): Instant[] {
  const at = () => Math.round(now - days * DAY * (1 - luck.next() ** 0.6))
  return Array.from({ length: count }, at)
    .sort((one, other) => one - other)
    .map(instant)
}

/** An hour of a day, at work. */
export function atWork({ luck, zone }: Loading, day: LocalDate): Instant {
  return instant(startOfDay(day, zone) + luck.between(8 * 60, 17 * 60) * 60_000)
}

export function daysAfter(loading: Loading, at: number, days: number): Instant {
  return atWork(loading, addDays(loading.dayOf(at), days))
}
