/**
 * A meeting sheet: every member with what she is asked, what she paid, and what the others lay down for
 * whoever is short (tanggung renteng): first the group's reserve, as far as it goes, then the members who
 * are there and not short themselves, equally. No more is covered than the group owes on the day, so a
 * member may be behind while the group is on time. All parts sum to the money, to the rupiah. The page
 * computes with this file while the officer types, the server computes it again.
 */
import { ZERO, add, amount, subtract, sum, type Amount } from '#worker/kernel/money'
import { portions } from '#worker/lending/group-lending/loan-shares/portions'

/** What the sheet knows of a member before the meeting. */
export type Expected = {
  shareId: string
  name: string
  /** What she is asked on the day, with what she is behind. */
  asked: Amount
  /** What is left of her share in all. */
  left: Amount
  /** What she owes to members and to the reserve who paid for her. */
  debts: readonly Debt[]
}

/** A cover not paid back yet; owed to the reserve where `owedTo` is null. Oldest first. */
export type Debt = { coverId: string; owedTo: string | null; left: Amount }

/** What the officer writes of her. */
export type Row = {
  shareId: string
  attended: boolean
  paid: Amount
  /** She lays something down for who is short, unless she is short herself. */
  covers: boolean
  /** Into the group's reserve. */
  saved: Amount
  /** Back to those who once paid for her. */
  paidBack: Amount
}

export type Line = Row & {
  asked: Amount
  coveredByReserve: Amount
  coveredByMembers: Amount
  /** What she laid down for others. */
  gave: Amount
  /** Still missing of what she was asked, after everybody’s help. */
  short: Amount
  /** The cash she hands in for the lender. */
  cash: Amount
}

export type Cover = { owedBy: string; owedTo: string | null; amount: Amount }
export type PaidBack = { coverId: string; owedTo: string | null; amount: Amount }

export type Settled = {
  lines: readonly Line[]
  covers: readonly Cover[]
  paidBack: readonly PaidBack[]
  /** To the loan, in cash; and out of the reserve. */
  toLoan: Amount
  fromReserve: Amount
  /** Into the reserve, in cash: saved, and paid back to it. */
  toReserve: Amount
  /** What is handed over to the lender after the meeting. */
  cash: Amount
}

export type Sheet = {
  expected: readonly Expected[]
  /** What the whole group owes on the day. */
  due: Amount
  reserve: Amount
}

const above = (a: Amount, b: Amount): Amount => (a > b ? subtract(a, b) : ZERO)
const least = (a: Amount, b: Amount): Amount => (a < b ? a : b)

export function settleSheet(sheet: Sheet, rows: readonly Row[], useReserve: boolean): Settled {
  const { expected, due, reserve } = sheet
  const byId = new Map(rows.map((row) => [row.shareId, row]))
  const ordered = expected.map((one) => byId.get(one.shareId) ?? absent(one.shareId))
  const short = expected.map((one, i) => above(one.asked, ordered[i]!.paid))
  const missing = least(sum(short), above(due, sum(ordered.map((row) => row.paid))))
  const fromReserve = useReserve ? least(missing, reserve) : ZERO
  const byReserve = divided(fromReserve, short)
  const open = short.map((each, i) => subtract(each, byReserve[i]!))
  const covering = ordered.map((row, i) => row.covers && short[i] === 0)
  const fromMembers = covering.includes(true) ? subtract(missing, fromReserve) : ZERO
  const byMembers = divided(fromMembers, open)
  const given = givenEqually(byMembers, covering)
  const covers = coversOf(expected, byReserve, given)
  const paidBack = expected.flatMap((one, i) => paidBackOf(one.debts, ordered[i]!.paidBack))
  const backToReserve = paidBack.filter((one) => one.owedTo === null)

  const lines = ordered.map((row, i): Line => {
    const gave = sum(given.map((amounts) => amounts[i]!))
    const own = paidBackOf(expected[i]!.debts, row.paidBack)
    const toReserve = sum(own.filter((one) => one.owedTo === null).map((one) => one.amount))
    return {
      ...row,
      asked: expected[i]!.asked,
      coveredByReserve: byReserve[i]!,
      coveredByMembers: byMembers[i]!,
      gave,
      short: subtract(open[i]!, byMembers[i]!),
      cash: sum([row.paid, gave, row.saved, toReserve]),
    }
  })
  const toLoan = sum(lines.map((line) => add(line.paid, line.gave)))
  const saved = sum(lines.map((line) => line.saved))
  const toReserve = add(saved, sum(backToReserve.map((one) => one.amount)))
  return { lines, covers, paidBack, toLoan, fromReserve, toReserve, cash: add(toLoan, toReserve) }
}

const absent = (shareId: string): Row => ({
  shareId,
  attended: false,
  paid: ZERO,
  covers: false,
  saved: ZERO,
  paidBack: ZERO,
})

function divided(whole: Amount, weights: readonly Amount[]): Amount[] {
  return whole === 0 ? weights.map(() => ZERO) : portions(whole, weights)
}

/** A row a debtor, a column a member: each debtor’s part is split equally, odd rupiah go around. */
function givenEqually(parts: readonly Amount[], covering: readonly boolean[]): Amount[][] {
  const many = covering.filter(Boolean).length
  let turn = 0
  return parts.map((part) => {
    if (part === 0) return covering.map(() => ZERO)
    const each = Math.floor(part / many)
    const odd = part - each * many
    const first = turn
    turn = (turn + odd) % many
    let place = -1
    return covering.map((covers) => {
      if (!covers) return ZERO
      place += 1
      const extra = (place - first + many) % many < odd ? 1 : 0
      return amount(each + extra)
    })
  })
}

function coversOf(
  expected: readonly Expected[],
  byReserve: readonly Amount[],
  given: readonly (readonly Amount[])[],
): Cover[] {
  return expected.flatMap(({ shareId: owedBy }, d) => [
    ...(byReserve[d]! > 0 ? [{ owedBy, owedTo: null, amount: byReserve[d]! }] : []),
    ...expected.flatMap(({ shareId: owedTo }, k) =>
      given[d]![k]! > 0 ? [{ owedBy, owedTo, amount: given[d]![k]! }] : [],
    ),
  ])
}

/** The oldest debt first. */
export function paidBackOf(debts: readonly Debt[], money: Amount): PaidBack[] {
  let rest = money
  return debts.flatMap(({ coverId, owedTo, left }) => {
    const back = least(rest, left)
    rest = subtract(rest, back)
    return back > 0 ? [{ coverId, owedTo, amount: back }] : []
  })
}
