/**
 * A loan that ran elsewhere stands here as the old books have it: of each part so much is owed on the
 * day. What they say was paid more than the schedule has it counts for the oldest instalments, each on
 * its due date; what less, is taken from the latest. Penalties that they claim stand with the
 * instalments that are late, and the rule counts on from that day.
 */
import { ZERO, add, amount, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  credited,
  isSettled,
  least,
  outstanding,
  owed,
} from '#worker/lending/servicing/loans/account'
import type { Account, Instalment } from '#worker/lending/servicing/loans/account'
import { charged } from '#worker/lending/servicing/loans/concessions'
import type { MovedIn } from '#worker/lending/servicing/loans/events'
import { NOTHING, addParts, only, subtractParts } from '#worker/lending/servicing/loans/parts'
import type { AllocationLine } from '#worker/lending/servicing/loans/repayment'
import type { Part } from '#worker/lending/offering/schedules/terms'

export interface Arrived {
  readonly account: Account
  /** Principal that counts as paid besides the payments that were brought along; may be below zero. */
  readonly principal: Amount
  readonly lines: readonly AllocationLine[]
}

type Instalments = readonly Instalment[]
type Owing = { readonly part: Part; readonly left: Amount; readonly on: LocalDate }

/** So much of the part is owed afterwards, as far as there is so much to pay or to take back. */
function settledTo(instalments: Instalments, { part, left, on }: Owing): Instalment[] {
  const more = subtract(outstanding(instalments)[part], left)
  return more >= 0 ? paidMore(instalments, part, { more, on }) : paidLess(instalments, part, more)
}

function paidMore(
  instalments: Instalments,
  part: Part,
  { more, on }: { more: Amount; on: LocalDate },
): Instalment[] {
  let rest = more
  return instalments.map((each) => {
    const taken = least(rest, owed(each)[part])
    if (taken === 0) return each
    rest = subtract(rest, taken)
    return credited(each, only(part, taken), each.dueOn < on ? each.dueOn : on)
  })
}

function paidLess(instalments: Instalments, part: Part, less: Amount): Instalment[] {
  let rest = less
  const latestFirst = instalments.toReversed().map((each) => {
    const taken = least(subtract(ZERO, rest), each.paid[part])
    if (taken === 0) return each
    rest = add(rest, taken)
    return { ...each, paid: subtractParts(each.paid, only(part, taken)), paidOn: undefined }
  })
  return latestFirst.toReversed()
}

/** Penalties as the old books claim them; those that the rule made of unknown payments are dropped. */
function penalizedTo(account: Account, left: Amount, on: LocalDate): Account {
  const known = outstanding(account.instalments).penalties
  if (known === left) return account
  const bare = account.instalments.map((each) => ({
    ...each,
    penalized: ZERO,
    late: [],
    charged: { ...each.charged, penalties: ZERO },
    waived: { ...each.waived, penalties: ZERO },
    paid: { ...each.paid, penalties: ZERO },
  }))
  const cleared = { ...account, instalments: bare, countedTo: on }
  if (left === 0) return cleared
  const late = bare.find((each) => each.dueOn < on && !isSettled(each))
  const next = late ?? bare.find((each) => each.dueOn >= on) ?? bare.at(-1)
  if (next === undefined) return cleared
  const event = { kind: 'charged', seq: 0, on, part: 'penalties', amount: left } as const
  return charged(cleared, { ...event, instalment: next.n })[0]
}

export function movedIn(account: Account, { owed: left, on }: MovedIn): Arrived {
  const before = account.instalments
  const parts = ['principal', 'interest', 'fees'] as const
  const instalments = parts.reduce<Instalments>(
    (each, part) => settledTo(each, { part, left: left[part], on }),
    before,
  )
  const lines = instalments.flatMap((each, i): AllocationLine[] => {
    const paid = subtractParts(each.paid, before[i]?.paid ?? NOTHING)
    return paid.principal + paid.interest + paid.fees === 0 ? [] : [{ n: each.n, parts: paid }]
  })
  const principal = lines.reduce((total, line) => addParts(total, line.parts), NOTHING).principal
  const settled = penalizedTo({ ...account, instalments }, left.penalties, on)
  return { account: settled, principal: amount(principal), lines }
}
