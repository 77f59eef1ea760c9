/** How the books are answered. Balances are on the account's normal side: above zero is the usual. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { cursorOf, pageOf } from '#worker/http/paging'
import { CHART, normalSide, type AccountCode, type AccountKey } from '#worker/ledger/account'
import type { StatementLine } from '#worker/ledger/queries'

const Names = v.strictObject({ id: v.string(), en: v.string() })
const Type = v.picklist(['asset', 'liability', 'equity', 'income', 'expense'])

export const BookAnswer = v.strictObject({
  id: v.string(),
  slug: v.string(),
  name: v.string(),
  kind: v.string(),
})
export const BooksAnswer = v.strictObject({ items: v.array(BookAnswer), next: v.null() })

const BalanceLine = v.strictObject({
  code: v.string(),
  number: v.string(),
  name: Names,
  type: Type,
  debits: v.number(),
  credits: v.number(),
  balance: v.number(),
})
export const TrialBalanceAnswer = v.strictObject({
  book: BookAnswer,
  lines: v.array(BalanceLine),
  /** Totals of the balances, each on its own side: equal, or the books are broken. */
  debits: v.number(),
  credits: v.number(),
})

const HolderName = v.pipe(
  v.nullable(v.string()),
  v.description('Name of the organization, fund or meeting, code of the order, number of the loan'),
)
const AccountAnswer = v.strictObject({
  ...BalanceLine.entries,
  id: v.string(),
  holder: v.string(),
  holderName: HolderName,
})
export const AccountsAnswer = pageOf(AccountAnswer)

const Key = v.strictObject({ code: v.string(), holder: v.string() })
export const EntryAnswer = v.strictObject({
  id: v.string(),
  rule: v.string(),
  subject: v.string(),
  description: v.string(),
  on: v.string(),
  postedAt: v.string(),
  actorId: v.string(),
  reverses: v.nullable(v.string()),
  transfers: v.array(v.strictObject({ debit: Key, credit: Key, amount: v.number() })),
})
export const EntriesAnswer = pageOf(EntryAnswer)

const LineAnswer = v.strictObject({
  entryId: v.string(),
  n: v.number(),
  on: v.string(),
  postedAt: v.string(),
  description: v.string(),
  rule: v.string(),
  subject: v.string(),
  change: v.number(),
  balance: v.number(),
})
export const StatementAnswer = v.strictObject({
  account: v.strictObject({
    ...Key.entries,
    holderName: HolderName,
    ...{ number: v.string(), name: Names, type: Type },
  }),
  balance: v.number(),
  ...pageOf(LineAnswer).entries,
})

type Totals = { code: string; debits: number; credits: number }

export function describeTotals({
  code,
  debits,
  credits,
}: Totals): v.InferOutput<typeof BalanceLine> {
  const { number, type, id, en } = CHART[code as AccountCode]
  const balance = normalSide(code as AccountCode) === 'debit' ? debits - credits : credits - debits
  return { code, number, name: { id, en }, type, debits, credits, balance }
}

export function describeTrialBalance(
  book: v.InferOutput<typeof BookAnswer>,
  totals: readonly Totals[],
): v.InferOutput<typeof TrialBalanceAnswer> {
  const lines = totals.map(describeTotals).sort((a, b) => (a.number < b.number ? -1 : 1))
  const side = (one: (typeof lines)[number]) => one.debits - one.credits
  return {
    book,
    lines,
    debits: lines.reduce((sum, one) => sum + Math.max(0, side(one)), 0),
    credits: lines.reduce((sum, one) => sum + Math.max(0, -side(one)), 0),
  }
}

export function describeAccount(
  row: Totals & { id: string; holder: string; holderName: string | null },
): v.InferOutput<typeof AccountAnswer> {
  const { id, holder, holderName } = row
  return { ...describeTotals(row), id, holder, holderName }
}

export type EntryRow = {
  id: string
  rule: string
  subject: string
  description: string
  valueOn: string
  postedAt: number
  actorId: string
  reverses: string | null
  /** JSON of [debit, credit, amount] in order. */
  transfers: string
}

export type TransferRow = { debit: string; credit: string; amount: number }

export function transfersOf(row: Pick<EntryRow, 'transfers'>): TransferRow[] {
  const given = JSON.parse(row.transfers) as [string, string, number][]
  return given.map(([debit, credit, amount]) => ({ debit, credit, amount }))
}

const keyOf = (id: string) => {
  const [, code = '', holder = ''] = id.split('/')
  return { code, holder }
}

export function describeEntry(row: EntryRow): v.InferOutput<typeof EntryAnswer> {
  const { id, rule, subject, description, valueOn, postedAt, actorId, reverses } = row
  return {
    ...{ id, rule, subject, description, on: valueOn, actorId, reverses },
    postedAt: instantText(postedAt),
    transfers: transfersOf(row).map(({ debit, credit, amount }) => ({
      debit: keyOf(debit),
      credit: keyOf(credit),
      amount,
    })),
  }
}

/** Statement lines with the balance that each left behind, counted back from `balance`. */
export function withBalances<Line extends Pick<StatementLine, 'change'>>(
  lines: readonly Line[],
  balance: number,
): (Line & { balance: number })[] {
  let left = balance
  return lines.map((line) => {
    const described = { ...line, balance: left }
    left -= line.change
    return described
  })
}

export function describeLine(
  line: StatementLine & { balance: number },
): v.InferOutput<typeof LineAnswer> {
  const { entryId, n, valueOn, postedAt, description, rule, subject, change, balance } = line
  const at = instantText(postedAt)
  return { entryId, n, on: valueOn, postedAt: at, description, rule, subject, change, balance }
}

type Standing = {
  now: { balance: number; holderName: string | null }
  from: number
  limit: number
}

/** One page of a statement, from `limit + 1` lines; `from` is the balance that the first one left behind. */
export function describeStatement(
  { code, holder }: AccountKey,
  lines: readonly StatementLine[],
  { now, from, limit }: Standing,
): v.InferOutput<typeof StatementAnswer> {
  const { number, type, id, en } = CHART[code]
  const all = withBalances(lines, from)
  const items = all.slice(0, limit)
  const [last, following] = [items.at(-1), all[limit]]
  return {
    account: { code, holder, holderName: now.holderName, number, name: { id, en }, type },
    balance: now.balance,
    items: items.map(describeLine),
    next: last && following ? cursorOf([last.entryId, last.n, following.balance]) : null,
  }
}
