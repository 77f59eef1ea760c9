/**
 * One line of a bank statement on its way: a person says what it is, once. `matched` pays a purchase or is
 * the line of one that was settled by hand; `suspense` waits there; `ignored` is no buyer's money.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'

export const LINE_STATES = ['new', 'matched', 'suspense', 'ignored'] as const
export type LineStatus = (typeof LINE_STATES)[number]

export type Line = {
  id: string
  book: string
  statementId: string
  line: number
  receivedOn: LocalDate
  amount: Amount
  description: string
  status: LineStatus
  purchaseId: string | null
  unmatchedId: string | null
  version: number
}

export const DECISIONS = ['settle', 'booked', 'suspense', 'ignore'] as const
/** `settle`: it pays the purchase, whole or with something over; `booked`: it has been settled by hand. */
export type Decision = (typeof DECISIONS)[number]

type To = { status: LineStatus; purchaseId?: string | null; unmatchedId?: string | null }

export function decided(line: Line, { status, purchaseId = null, unmatchedId = null }: To): Line {
  refuseUnless(line.status === 'new', 'illegal-transition', 'This line has been decided already.')
  return { ...line, status, purchaseId, unmatchedId, version: line.version + 1 }
}

/** What the line says, as a reference that a person finds again. */
export const referenceOf = ({ description }: Pick<Line, 'description'>) =>
  description.slice(0, 120) || 'Mutasi'
