/**
 * What an import would make of each loan of a sheet: a loan here, one with differences that somebody
 * must accept first, one that is here already, or nothing, for reasons that name line and column.
 */
import { ZERO, type Amount } from '#worker/kernel/money'
import {
  Judge,
  type Known,
  type Places,
  type Prepared,
} from '#worker/lending/moving-in/loan-imports/judging'
import type { Difference, Figures } from '#worker/lending/moving-in/loan-imports/opening'
import type { Fault, ReadLoan, Sheet } from '#worker/lending/moving-in/loan-imports/wanted'

export const OUTCOMES = [
  'ready',
  'differs',
  'accepted',
  'known',
  'faulty',
  'imported',
  'held',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Item = {
  line: number
  outcome: Outcome
  number: string
  borrower: string
  /** Principal that would be brought, and interest earned before; nothing of what is not. */
  principal: Amount
  earned: Amount
  faults: readonly Fault[]
  differences: readonly Difference[]
  /** How it stands once it has come. */
  figures: Figures | null
  prepared: Prepared | null
}

export function planImport(sheet: Sheet, known: Known): Item[] {
  return sheet.loans.map((loan) => planOne(loan, sheet.places, known))
}

function planOne(loan: ReadLoan, places: Places, known: Known): Item {
  const { line, number, borrower } = loan
  const nothing = { principal: ZERO, earned: ZERO, differences: [], figures: null }
  const item = { line, number, borrower, ...nothing, faults: [], prepared: null }
  if (loan.faults) return { ...item, outcome: 'faulty', faults: loan.faults }
  if (known.numbers.has(number.toLowerCase())) return { ...item, outcome: 'known' }
  const { wanted } = loan
  const judge = new Judge(wanted, places, known)
  const prepared = judge.prepare()
  if (prepared === null) return { ...item, outcome: 'faulty', faults: judge.faults }
  const { differences, figures, ...rest } = prepared
  const last = rest.events.at(-1)
  const earned = last?.kind === 'movedIn' ? (last.earned ?? ZERO) : ZERO
  const outcome = differences.length > 0 ? 'differs' : 'ready'
  const brought = { principal: figures.principal, earned, differences, figures }
  return { ...item, ...brought, outcome, prepared: rest }
}
