/**
 * Loans from the hands of one into those of another: one, or all that somebody looks after, which may be
 * nobody. It asks for no right over money. Whoever takes them works for the lender, and never looks after
 * a loan of her own.
 */
import { refuseUnless } from '#worker/kernel/refusal'
import type { Loan } from '#worker/lending/servicing/loans/loan'

/** Who may look after loans: the roles with the permission `loan.follow`. */
export const LOOKING_AFTER = ['officer', 'approver'] as const

export type Handover = {
  id: string
  lenderId: string
  /** None where nobody looked after them. */
  fromId: string | null
  toId: string
  loans: number
  note: string
  decidedBy: string
  decidedAt: number
}

export type Colleague = { id: string; name: string; roles: string }

type Asked = { toId: string; note: string }
type Noted = { id: string; by: string; at: number }

/** More than this move with a second press; what is left is said. */
export const MOST_AT_ONCE = 1000

function refuseOther({ roles }: Colleague): void {
  const mayFollow = LOOKING_AFTER.some((role) => roles.split(' ').includes(role))
  refuseUnless(mayFollow, 'not-found', 'Nobody of that id looks after loans here.')
}

/** One loan. Refuses who has it already, and the borrower herself. */
export function handOverLoan(
  loan: Loan,
  to: Colleague,
  { note }: Asked,
  { id, by, at }: Noted,
): Handover {
  refuseOther(to)
  refuseUnless(loan.status !== 'closed', 'illegal-transition', 'This loan is over.')
  refuseUnless(loan.officerId !== to.id, 'already-exists', 'She has it already.')
  refuseUnless(loan.borrowerId !== to.id, 'own-application', 'Nobody looks after her own loan.')
  const { lenderId, officerId: fromId } = loan
  return { id, lenderId, fromId, toId: to.id, loans: 1, note, decidedBy: by, decidedAt: at }
}

type All = Asked & { lenderId: string; fromId: string | null; loans: number }

/** All that somebody looks after; `loans` is how many can move, her own left out. */
export function handOverAll(to: Colleague, asked: All, { id, by, at }: Noted): Handover {
  refuseOther(to)
  const { lenderId, fromId, loans, note } = asked
  refuseUnless(fromId !== to.id, 'already-exists', 'She has them already.')
  refuseUnless(loans > 0, 'not-found', 'There is nothing to hand over.')
  const moved = Math.min(loans, MOST_AT_ONCE)
  return { id, lenderId, fromId, toId: to.id, loans: moved, note, decidedBy: by, decidedAt: at }
}
