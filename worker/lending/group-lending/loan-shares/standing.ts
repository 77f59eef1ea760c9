/**
 * Where each member of a group's loan stands: what she was asked up to a day, what she paid herself, what
 * the reserve or other members paid for her, what is left. Payments that nobody divided are credited by
 * rule: to those who are behind first, by how far, then by what each still owes. The credits of every
 * payment sum to it, so what is left of all members is what is left of the loan.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { ZERO, add, amount, subtract, sum, type Amount } from '#worker/kernel/money'
import {
  askedOf,
  askedUntil,
  withPenalties,
  type Ahead,
  type Asked,
  type Instalment,
} from '#worker/lending/group-lending/loan-shares/asking'
import { portions, portionsOr } from '#worker/lending/group-lending/loan-shares/portions'

/** Who paid it for her: she herself, other members, the reserve; or nobody said. */
export type By = 'herself' | 'members' | 'reserve' | 'rule'

export type Credit = { of: string; by: By; amount: Amount }

/** A payment of the group in force; without credits it is divided by rule. */
export type GroupPayment = {
  seq: number
  on: LocalDate
  amount: Amount
  /** Of it, principal paid ahead of the instalments. */
  ahead: Amount
  /** Instalments due by then were paid before anything was ahead; its own day or later. */
  until: LocalDate
  credits: readonly Credit[]
}

export type Standing = {
  shareId: string
  /** Due up to and on the day. */
  asked: Amount
  /** Over the whole loan as it is planned now. */
  askedInAll: Amount
  paid: Amount
  coveredByMembers: Amount
  coveredByReserve: Amount
  byRule: Amount
  /** Due and not paid by anybody. */
  short: Amount
  /** Of the whole, to be paid still. */
  left: Amount
  instalments: readonly Asked[]
}

type Given = {
  shares: readonly { id: string; amount: Amount }[]
  instalments: readonly Instalment[]
  payments: readonly GroupPayment[]
  asOf: LocalDate
}

type Credited = { on: LocalDate; credits: readonly Credit[] }

const above = (a: Amount, b: Amount): Amount => (a > b ? subtract(a, b) : ZERO)

export function standingsOf({ shares, instalments, payments, asOf }: Given): Standing[] {
  const amounts = shares.map((one) => one.amount)
  const aheads: Ahead[] = []
  const done: Credited[] = []
  let columns = askedOf(instalments, amounts)
  const ordered = payments.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq))
  for (const payment of ordered) {
    const before = creditedOf(done, shares)
    const due = shares.map((_, i) => askedUntil(of(columns, i), payment.on))
    const whole = shares.map((_, i) => askedUntil(of(columns, i)))
    const credits =
      payment.credits.length > 0
        ? payment.credits
        : byRule(payment.amount, { shares, due, whole, before })
    done.push({ on: payment.on, credits })
    if (payment.ahead > 0) {
      const now = creditedOf([{ on: payment.on, credits }], shares)
      const parts = shares.map((_, i) => askedUntil(of(columns, i), payment.until))
      const beyond = now.map((each, i) => least(each, above(add(before[i]!, each), parts[i]!)))
      aheads.push({ on: payment.on, amounts: portionsOr(payment.ahead, beyond, { or: now }) })
      columns = askedOf(instalments, amounts, aheads)
    }
  }
  const credited = (on: LocalDate) =>
    creditedOf(
      done.filter((one) => one.on <= on),
      shares,
    )
  const asked = withPenalties(columns, instalments, { shares: amounts, credited })
  return shares.map(({ id }, i) => standing(id, { column: of(asked, i), done, asOf, i, aheads }))
}

const least = (a: Amount, b: Amount): Amount => (a < b ? a : b)
const of = (columns: readonly Asked[][], i: number): Asked[] => columns.map((one) => one[i]!)

type Within = {
  column: readonly Asked[]
  done: readonly Credited[]
  asOf: LocalDate
  i: number
  aheads: readonly Ahead[]
}

function standing(shareId: string, { column, done, asOf, i, aheads }: Within): Standing {
  const hers = (kind?: By) =>
    sum(
      done
        .flatMap((one) => one.credits)
        .filter((one) => one.of === shareId && (kind === undefined || one.by === kind))
        .map((one) => one.amount),
    )
  // What was paid ahead left the instalments, so it is asked beside them.
  const ahead = sum(aheads.map((one) => one.amounts[i]!))
  const asked = askedUntil(column, asOf)
  const askedInAll = add(askedUntil(column), ahead)
  const credited = hers()
  return {
    shareId,
    asked,
    askedInAll,
    paid: hers('herself'),
    coveredByMembers: hers('members'),
    coveredByReserve: hers('reserve'),
    byRule: hers('rule'),
    short: above(asked, above(credited, ahead)),
    left: above(askedInAll, credited),
    instalments: column,
  }
}

function creditedOf(done: readonly Credited[], shares: Given['shares']): Amount[] {
  const totals = new Map<string, number>()
  for (const { credits } of done) {
    for (const one of credits) totals.set(one.of, (totals.get(one.of) ?? 0) + one.amount)
  }
  return shares.map((one) => amount(totals.get(one.id) ?? 0))
}

type Before = {
  shares: Given['shares']
  due: readonly Amount[]
  whole: readonly Amount[]
  before: readonly Amount[]
}

function byRule(money: Amount, { shares, due, whole, before }: Before): Credit[] {
  const behind = due.map((each, i) => above(each, before[i]!))
  const first = least(money, sum(behind))
  const now = sum(behind) > 0 ? portions(first, behind) : behind
  const left = whole.map((each, i) => above(each, add(before[i]!, now[i]!)))
  const or = shares.map((one) => one.amount)
  const later = portionsOr(subtract(money, first), left, { or })
  return shares
    .map(({ id }, i) => ({ of: id, by: 'rule' as const, amount: add(now[i]!, later[i]!) }))
    .filter((one) => one.amount > 0)
}
