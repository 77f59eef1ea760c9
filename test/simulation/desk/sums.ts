/**
 * What a lender's book must hold, added up by a plain model as each command is answered: money in hand and
 * at the bank, what the operator and the groups' meetings still carry, reserves, suspense, what was given
 * up. The books are asked whether they say the same.
 */
import { lostOf } from '#test/simulation/desk/statement'
import type { Desk } from '#test/simulation/desk/scene'

export type Sums = {
  /** In cash and at the bank, what is carried from meetings among it. */
  money: number
  carried: number
  /** Kept by the operator of what borrowers have sold. */
  kept: number
  reserves: number
  suspense: number
  /** Set aside for losses, before any. */
  provided: number
  /** Received of funders and not given back. */
  capital: number
}

export const NOTHING: Sums = {
  ...{ money: 0, carried: 0, kept: 0, reserves: 0, suspense: 0, provided: 0, capital: 0 },
}

const HELD = `SELECT
  coalesce(sum(iif(code IN ('cash', 'bank'), debits - credits, 0)), 0) AS money,
  coalesce(sum(iif(code = 'cash' AND holder <> '', debits - credits, 0)), 0) AS carried,
  coalesce(sum(iif(code = 'due-from-operator', debits - credits, 0)), 0) AS kept,
  coalesce(sum(iif(code = 'group-reserve', credits - debits, 0)), 0) AS reserves,
  coalesce(sum(iif(code = 'suspense', credits - debits, 0)), 0) AS suspense,
  coalesce(sum(iif(code = 'loss-allowance', credits - debits, 0)), 0) AS provided,
  coalesce(sum(iif(code = 'fund-capital', credits - debits, 0)), 0) AS capital,
  coalesce(sum(iif(code = 'loans-receivable', debits - credits, 0)), 0) AS lent
  FROM accounts WHERE book = ?`

/** Sentences about sums that are not what the model says; to be asked while nobody acts. */
export async function faultsOfSums(db: D1Database, desk: Desk): Promise<string[]> {
  const lent = desk.loans.reduce((total, { statement }) => total + statement.loan.balance, 0)
  const lost = desk.loans.reduce((total, { statement }) => total + lostOf(statement), 0)
  const { provided, ...sums } = desk.sums
  const expected: Record<string, number> = { ...sums, lent, provided: provided - lost }
  const held = await db.prepare(HELD).bind(desk.id).first<Record<string, number>>()
  return Object.entries(expected).flatMap(([name, sum]) =>
    held?.[name] === sum ? [] : [`${name} should be ${sum} and is ${held?.[name]}`],
  )
}
