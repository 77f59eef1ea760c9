/**
 * A companion's grant: a group lets one companion of a facilitator act for it, over its goods, its orders or
 * both, until a day that it says, a year ahead at most. Whoever leads the group gives and takes it. What she
 * does is recorded under her own name. It never reaches money: no balance, no bank account, no payout.
 */
import type { Act, Happened } from '#worker/history/event'
import {
  addDays,
  daysBetween,
  startOfDay,
  type LocalDate,
  type Zone,
} from '#worker/kernel/calendar'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'

export const SCOPES = ['products', 'orders'] as const
export type Scope = (typeof SCOPES)[number]

export const LONGEST_DAYS = 366

export type CompanionGrant = {
  id: string
  enterpriseId: string
  facilitatorId: string
  personId: string
  products: number
  orders: number
  grantedBy: string
  grantedAt: number
  /** The last day. */
  endsOn: LocalDate
  endsAt: number
  revokedAt: number | null
  version: number
}

export type Decided = { grant: CompanionGrant; event: Happened }

type Asked = { scopes: readonly Scope[]; endsOn: LocalDate }
type Parties = {
  enterpriseId: string
  companion: { personId: string; facilitatorId: string } | null
  grantedBy: string
  present: readonly CompanionGrant[]
}
type Given = { id: string; act: Act; today: LocalDate; zone: Zone }

const said = {
  nobody: sentence(
    'Nomor ini bukan nomor pendamping di jaringan ini.',
    'This is not the number of a companion in this network.',
  ),
  ended: sentence('Tanggal ini sudah lewat.', 'This day is over.'),
  long: sentence('Paling lama satu tahun.', 'For a year at most.'),
}

const wrong = (pointer: string, detail: Sentence) =>
  new Refusal('malformed', detail.en, { errors: [{ pointer, detail }] })

export function grant({ scopes, endsOn }: Asked, parties: Parties, given: Given): Decided {
  const { enterpriseId, companion, grantedBy, present } = parties
  const { id, act, today, zone } = given
  if (!companion) throw wrong('/phone', said.nobody)
  if (endsOn < today) throw wrong('/endsOn', said.ended)
  if (daysBetween(today, endsOn) > LONGEST_DAYS) throw wrong('/endsOn', said.long)
  const running = present.some((one) => one.personId === companion.personId && isIn(one, act.at))
  if (running) throw new Refusal('already-exists', 'She may act for this group already.')
  const made: CompanionGrant = {
    ...{ id, enterpriseId, ...companion, grantedBy, grantedAt: act.at, endsOn, revokedAt: null },
    products: scopes.includes('products') ? 1 : 0,
    orders: scopes.includes('orders') ? 1 : 0,
    endsAt: startOfDay(addDays(endsOn, 1), zone),
    version: 1,
  }
  const data = { enterpriseId, personId: companion.personId, scopes, endsOn }
  return { grant: made, event: { ...act, subject: id, seq: 1, type: 'granted', data } }
}

export function revoke(before: CompanionGrant, act: Act): Decided {
  refuseUnless(isIn(before, act.at), 'illegal-transition', 'This grant has ended.')
  const after = { ...before, revokedAt: act.at, version: before.version + 1 }
  return {
    grant: after,
    event: { ...act, subject: after.id, seq: after.version, type: 'revoked' },
  }
}

export function isIn({ endsAt, revokedAt }: CompanionGrant, at: number): boolean {
  return revokedAt === null && at < endsAt
}
