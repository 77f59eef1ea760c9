/**
 * What a sheet says of running loans: each with its terms, its members, what was paid, and what the old
 * books say is owed. A loan of which a line is wrong is left out whole, with the line and column of each
 * fault; the others are not held up.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import type { Sentence } from '#worker/kernel/sentence'
import type { OfferedAmortization } from '#worker/lending/offering/loan-products/loan-product'
import type { Rate } from '#worker/lending/offering/schedules/rate'
import type { InterestMethod, Unit } from '#worker/lending/offering/schedules/terms'
import type { FieldName } from '#worker/lending/moving-in/loan-imports/columns'

/** Columns are counted from 1. */
export type Fault = {
  line: number
  column: number | null
  heading: string | null
  detail: Sentence
}

export type Member = { line: number; name: string; phone: string | null; amount: Amount }
export type Payment = { line: number; on: LocalDate; amount: Amount }

/** What is said of a loan; what is not, its product says. */
export type WantedLoan = {
  line: number
  /** As the old books know it. */
  number: string
  borrower: string
  phone: string
  /** A code, or a name as people write it. */
  region: string | null
  group: string | null
  product: string | null
  fund: string | null
  principal: Amount
  annualRate?: Rate
  interestMethod?: InterestMethod
  amortization?: OfferedAmortization
  every?: number
  unit?: Unit
  instalments: number
  disbursedOn: LocalDate
  firstDueOn?: LocalDate
  members: readonly Member[]
  payments: readonly Payment[]
  principalPaid?: Amount
  interestPaid?: Amount
  /** What the old books say is owed. */
  left: Amount
  principalArrears?: Amount
  interestArrears?: Amount
  penalties?: Amount
}

/** A loan that could be read, or one that could not with all that is wrong. */
export type ReadLoan =
  | { line: number; number: string; borrower: string; wanted: WantedLoan; faults: null }
  | { line: number; number: string; borrower: string; wanted: null; faults: readonly Fault[] }

export type Sheet = {
  lines: number
  loans: readonly ReadLoan[]
  /** Where each field stands, to point at it. */
  places: Partial<Record<FieldName, { column: number; heading: string }>>
}
