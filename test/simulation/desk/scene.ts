/**
 * A lending desk by chance: who is there, what was learnt of it, and what may be asked next. Each noun has
 * its commands in a file, which say what must be answered: that it is done, or the refusals one of which
 * must come. Whoever acts on something holds it until she is answered, so that what she expects is certain.
 */
import type { Chance } from '#db/seed/random'
import type { Sums } from '#test/simulation/desk/sums'
import type { Answer, Json } from '#test/support/http'

/** Somebody who asks, in this process or over the network. */
export type Who = {
  get(path: string): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  /** A POST under this key, however often it is sent. */
  under(key: string, path: string, body: unknown): Promise<Answer>
}

export type Held = { held: boolean }

export type Ask = {
  who: Who
  /** A POST where nothing is said. */
  method?: 'PUT'
  path: string
  body: Json
  must: readonly string[]
  /** Its answer is not kept: whoever sends it again is told that it was done. */
  unkept?: true
  learn?: (answer: Json) => void
  /** Read again and compared once it is answered. */
  look?: Lent
}

/** Keeps something to oneself until the answer. */
export type Hold = <One extends Held>(one: One) => One

export type Command = {
  name: string
  weight: number
  /** Null when there is nothing to ask about. */
  ask: (desk: Desk, hold: Hold) => Ask | null | Promise<Ask | null>
}

export type Role = 'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'

/** A shop that may borrow as a group, and whose sales may pay a loan of its chair. */
export type Group = Held & {
  chair: Who
  id: string
  slug: string
  region: string
  /** What its reserve holds. */
  reserve: number
  /** The loan that its sales pay, and what was kept of them for it. */
  shared: Lent | null
  taken: number
}
export type Product = Held & { id: string; fees: boolean; most: number }
export type Fund = Held & { id: string; isFirst: boolean }

export type Applied = Held & {
  path: string
  applicant: Who
  group: Group | null
  region: string | null
  product: Product
  status: string
  /** When it last came to that. */
  at: number
  amount: number
  /** What is handed over one after the other, where it was so decided. */
  parts: number[]
}

export type Paid = { seq: number; amount: number; way: string; reversed: boolean }
export type Change = { id: string; by: 'officer' | 'approver'; measure: Json; status: string }

export type Lent = Held & {
  path: string
  id: string
  application: Applied
  disbursedOn: string
  handed: number
  /** Still to be handed over. */
  parts: number[]
  seq: number
  paid: Paid[]
  refunded: number
  change: Change | null
  /** The shares of its members, once they are set, and whether others wait for a decision. */
  members: string[]
  othersWait: boolean
  /** As it was last read. */
  statement: Json
}

export type Meeting = Held & {
  path: string
  loan: Lent
  status: string
  cash: number
  toLoan: number
  toReserve: number
  fromReserve: number
  paid: Paid[]
  on: string
  /** Somebody may have paid back what was laid down at it. */
  isPaidBack: boolean
}

export type Waiting = Held & { id: string; status: string; told: Json }

export type Desk = {
  random: Chance
  now: () => number
  /** In days before today; `2026-11-23`. */
  day: (before: number) => string
  slug: string
  id: string
  lender: Readonly<Record<Role, Who>>
  operator: Who
  borrowers: readonly Who[]
  groups: readonly Group[]
  products: readonly Product[]
  funds: readonly Fund[]
  applications: Applied[]
  loans: Lent[]
  meetings: Meeting[]
  withdrawals: Waiting[]
  pauses: Waiting[]
  proposals: Waiting[]
  /** Lines of the bank's statements. */
  credits: Waiting[]
  /** Its closed months. */
  book: Held & { closed: string[] }
  /** Pauses are proposed one after the other, and so does the operator send what it keeps. */
  regions: Held
  transfers: Held
  sums: Sums
  numbers: number
}

export const DONE = ['done'] as const
export const refused = (...slugs: readonly string[]): readonly string[] => slugs

/** Done where it may be, else refused so. */
export const doneIf = (may: boolean, ...slugs: readonly string[]): readonly string[] =>
  may ? DONE : slugs

/** Mostly one whose turn it is, now and then any; never one that somebody acts on. */
export function taken<One extends Held>(
  { random }: Desk,
  hold: Hold,
  all: readonly One[],
  isDue: (one: One) => boolean = () => true,
): One | null {
  const free = all.slice(-400).filter((one) => !one.held)
  const among = random.happens(0.12) ? free.slice(-60) : free.filter(isDue)
  return among.length === 0 ? null : hold(random.pick(among))
}

export const nextNumber = (desk: Desk): number => (desk.numbers += 1)
