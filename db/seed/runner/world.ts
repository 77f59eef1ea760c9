// What the runner knows while it tells the demo network's stories: who is who, and under which ids
// the application keeps what the stories speak of.

import { people } from '#db/seed/network/people'
import { Agenda } from '#db/seed/runner/agenda'
import { Member } from '#db/seed/runner/member'
import type { Stage } from '#db/seed/stage'
import { addDays, dateIn, startOfDay, type Instant, type LocalDate } from '#worker/kernel/calendar'

const ZONE = 'Asia/Jakarta'
const HOUR = 3_600_000

export type Offered = { readonly id: string; readonly price: number; readonly productId: string }

/** What is on the shelves; who wants something that is just being put there waits for it. */
export type Offers = {
  put(key: string, offered: Offered): void
  taken(key: string): Promise<Offered>
}

function offers(): Offers {
  const known = new Map<string, PromiseWithResolvers<Offered>>()
  const of = (key: string) => {
    const offer = known.get(key) ?? Promise.withResolvers<Offered>()
    known.set(key, offer)
    return offer
  }
  return {
    put: (key, offered) => of(key).resolve(offered),
    taken: (key) => of(key).promise,
  }
}

/** Makers of enterprises by the keys of their stories, each named once. */
export type Makers = { named(key: string, name: () => Promise<string>): Promise<string> }

function makers(): Makers {
  const known = new Map<string, Promise<string>>()
  return {
    named(key, name) {
      const maker = known.get(key) ?? name()
      known.set(key, maker)
      return maker
    },
  }
}

export type World = {
  readonly stage: Stage
  readonly agenda: Agenda
  readonly now: Instant
  readonly today: LocalDate
  member(key: string): Member
  /** Ids of enterprises by slug. */
  readonly enterprises: Map<string, string>
  /** Variants by the key of `stockKey`. */
  readonly offers: Offers
  readonly makers: Makers
  /** Ids of loan products by lender and slug. */
  readonly loanProducts: Map<string, string>
  /** Ids of the funds that a partner gave, by lender. */
  readonly partnersFunds: Map<string, string>
}

export function worldOn(stage: Stage, now: Instant): World {
  const stories = new Map(people.map((one) => [one.key, one]))
  const members = new Map<string, Member>()
  return {
    stage,
    agenda: new Agenda(),
    now,
    today: dateIn(ZONE, now),
    member(key) {
      const known = members.get(key)
      if (known) return known
      const story = stories.get(key)
      if (!story) throw new Error(`Nobody in the stories is called ${key}.`)
      const member = new Member(stage, story)
      members.set(key, member)
      return member
    },
    enterprises: new Map(),
    offers: offers(),
    makers: makers(),
    loanProducts: new Map(),
    partnersFunds: new Map(),
  }
}

/** So many days ago, at an hour of Jakarta. */
export function daysAgo({ today }: Pick<World, 'today'>, days: number, hour: number): number {
  return startOfDay(addDays(today, -days), ZONE) + hour * HOUR
}

/** The day it is in Jakarta. */
export function dayOf(at: number): LocalDate {
  return dateIn(ZONE, at as Instant)
}

/** What a map must hold, since the stories said so before. */
export function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The stories have not told of ${key} yet.`)
  return value
}

/** Whoever has this role first in an organization's story. */
export function keyOf(
  { members }: { members: readonly { key: string; role: string }[] },
  role: string,
): string {
  const one = members.find((member) => member.role === role)
  if (!one) throw new Error(`Nobody is ${role}.`)
  return one.key
}
