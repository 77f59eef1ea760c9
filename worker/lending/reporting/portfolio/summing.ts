/**
 * A page of graded loans as sums: of all, and by class, band, officer, quarter and due date. Pages add up,
 * so that a day can be counted page by page in any number of sittings.
 */
import { ZERO, add, sum, type Amount } from '#worker/kernel/money'
import { isAtRisk, type Grade } from '#worker/lending/reporting/portfolio/grade'

export type PartKind = 'class' | 'band' | 'officer' | 'vintage' | 'due'

export type PortfolioPart = {
  kind: PartKind
  key: string
  loans: number
  lent: Amount
  balance: Amount
  overdue: Amount
  atRisk: Amount
  due: Amount
}

export type Sums = {
  loans: number
  running: number
  balance: Amount
  overdue: Amount
  atRisk: Amount
  receivable: Amount
}

export function sumsOf(grades: readonly Grade[]): Sums {
  const running = grades.filter((one) => one.balance > ZERO)
  const total = (of: (one: Grade) => Amount, among = running) => sum(among.map(of))
  return {
    loans: grades.length,
    running: running.length,
    balance: total((one) => one.balance),
    overdue: total((one) => one.overdue),
    atRisk: total((one) => (isAtRisk(one.band) ? one.balance : ZERO)),
    receivable: total((one) => one.receivable, [...grades]),
  }
}

export function partsOf(grades: readonly Grade[]): PortfolioPart[] {
  const parts = new Map<string, PortfolioPart>()
  const put = (kind: PartKind, key: string, one: Grade, due = ZERO) => {
    const id = `${kind} ${key}`
    const part = parts.get(id) ?? { kind, key, ...NOTHING }
    const isDue = kind === 'due'
    parts.set(id, {
      ...part,
      loans: part.loans + 1,
      lent: add(part.lent, isDue ? ZERO : one.lent),
      balance: add(part.balance, isDue ? ZERO : one.balance),
      overdue: add(part.overdue, isDue ? ZERO : one.overdue),
      atRisk: add(part.atRisk, isDue || !isAtRisk(one.band) ? ZERO : one.balance),
      due: add(part.due, due),
    })
  }
  for (const one of grades) {
    put('vintage', one.quarter, one)
    if (one.balance > ZERO) {
      put('class', one.class, one)
      put('band', one.band, one)
      put('officer', one.officer, one)
    }
    for (const [on, left] of one.dues) put('due', on, one, left)
  }
  return [...parts.values()]
}

const NOTHING = {
  ...{ loans: 0, lent: ZERO, balance: ZERO, overdue: ZERO, atRisk: ZERO, due: ZERO },
}

/** The loans of one fund, by class or by band. */
export type FundPart = {
  fundId: string
  kind: 'class' | 'band'
  key: string
  loans: number
  balance: Amount
  overdue: Amount
}

/** Loans with principal still lent, by the fund that carries them. */
export function fundPartsOf(grades: readonly Grade[]): FundPart[] {
  const parts = new Map<string, FundPart>()
  const put = (kind: FundPart['kind'], key: string, one: Grade) => {
    const id = `${one.fund} ${kind} ${key}`
    const part = parts.get(id) ?? { ...NOTHING_LATE, fundId: one.fund, kind, key }
    parts.set(id, {
      ...part,
      loans: part.loans + 1,
      balance: add(part.balance, one.balance),
      overdue: add(part.overdue, one.overdue),
    })
  }
  for (const one of grades) {
    if (one.balance === ZERO || one.fund === '') continue
    put('class', one.class, one)
    put('band', one.band, one)
  }
  return [...parts.values()]
}

const NOTHING_LATE = { loans: 0, balance: ZERO, overdue: ZERO }
