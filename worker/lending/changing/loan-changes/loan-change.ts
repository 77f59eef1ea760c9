/**
 * A change of a running loan: one person proposes it, with her reason, and another decides. It is carried
 * out on the loan as it is on the day of the decision; whoever decides has seen that state and no other.
 */
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'
import {
  refuseUnfit,
  type Measure,
  type Occasion,
} from '#worker/lending/changing/loan-changes/measure'
import type { Given } from '#worker/lending/servicing/loans/change'

export const STATUSES = ['proposed', 'applied', 'refused', 'withdrawn'] as const
export type Status = (typeof STATUSES)[number]

const CHANGE: Transitions<Status> = {
  proposed: ['applied', 'refused', 'withdrawn'],
  applied: [],
  refused: [],
  withdrawn: [],
}

export type ProposedChange = {
  id: string
  lenderId: string
  loanId: string
  occasion: Occasion
  measure: Measure
  reason: string
  /** The number of the loan's last event when it was proposed. */
  loanVersion: number
  status: Status
  proposedBy: string
  proposedAt: number
  decidedBy: string | null
  decidedAt: number | null
  reasons: string | null
  /** The loan's event by which it was carried out. */
  seq: number | null
  version: number
}

type Made = { id: string; by: string; at: number }

export function proposeChange(
  { loan }: Pick<Given, 'loan'>,
  what: { measure: Measure; occasion: Occasion; reason: string },
  { id, by, at }: Made,
): ProposedChange {
  refuseUnfit(what.measure, what.occasion)
  refuseUnless(by !== loan.borrowerId, 'own-application', 'It is your own loan.')
  return {
    ...{ id, lenderId: loan.lenderId, loanId: loan.id, loanVersion: loan.version, ...what },
    ...{ status: 'proposed', proposedBy: by, proposedAt: at, version: 1 },
    ...{ decidedBy: null, decidedAt: null, reasons: null, seq: null },
  }
}

type Decision = { by: string; at: number; reasons: string | null }

/** Who proposed may take it back; to decide takes another, and nobody decides on her own loan. */
export function decideChange(
  given: ProposedChange,
  to: 'applied' | 'refused' | 'withdrawn',
  { by, at, reasons }: Decision,
  borrowerId: string,
): ProposedChange {
  const status = transition(CHANGE, given.status, to)
  if (to !== 'withdrawn' && by === given.proposedBy) {
    throw new Refusal('same-person', 'Somebody else decides on what you proposed.')
  }
  refuseUnless(by !== borrowerId, 'own-application', 'It is your own loan.')
  return { ...given, status, decidedBy: by, decidedAt: at, reasons, version: given.version + 1 }
}

/** Refuses where the loan is no longer what the one who decides has looked at. */
export function refuseUnseen({ loan }: Pick<Given, 'loan'>, seen: number): void {
  refuseUnless(
    loan.version === seen,
    'outdated',
    'Something happened to the loan meanwhile. Look at the change again.',
  )
}
