/**
 * Who may decide about how much. One approver decides up to her limit; where the lender wants a committee
 * so many votes decide, each with its reason. The recommender never votes, nobody votes twice in a
 * round, and what exceeds an approver's limit goes to the committee or the owner.
 */
import type { Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { rupiah } from '#worker/kernel/money'

export type ApprovalRules = {
  /** Votes of a kind that decide; with 1 there is no committee. */
  votes: number
  /** The committee decides above this amount; 0: always. */
  votesAbove: Amount
  /** Of an approver who has none of her own; null: without limit. */
  approverLimit: Amount | null
  /** What one borrower may owe this lender in all; null: without limit. */
  borrowerLimit: Amount | null
}

export const ONE_DECIDES: ApprovalRules = {
  votes: 1,
  votesAbove: 0 as Amount,
  approverLimit: null,
  borrowerLimit: null,
}

export type Vote = { personId: string; outcome: 'approve' | 'reject' }

/** Whether an amount is for the committee. */
export function isForCommittee({ votes, votesAbove }: ApprovalRules, amount: Amount): boolean {
  return votes > 1 && amount > votesAbove
}

/** Her own limit, or that of every approver; an owner has none unless one is set for her. */
export function limitOf(
  { approverLimit }: ApprovalRules,
  { own, isOwner }: { own: Amount | null; isOwner: boolean },
): Amount | null {
  return own ?? (isOwner ? null : approverLimit)
}

/** Refuses a decision by one where the committee decides, and one above her limit. */
export function refuseAlone(rules: ApprovalRules, amount: Amount, limit: Amount | null): void {
  refuseUnless(
    !isForCommittee(rules, amount),
    'committee-decides',
    `${rules.votes} votes decide above ${rupiah(rules.votesAbove)}.`,
  )
  if (limit === null || amount <= limit) return
  throw new Refusal('above-approval-limit', `You decide up to ${rupiah(limit)}.`, {
    facts: { limit },
  })
}

export type Tally = { approve: number; reject: number; outcome: 'approved' | 'rejected' | null }

/** Whichever side has the votes first. */
export function tally(votes: readonly Vote[], needed: number): Tally {
  const of = (outcome: Vote['outcome']) => votes.filter((one) => one.outcome === outcome).length
  const [approve, reject] = [of('approve'), of('reject')]
  if (approve >= needed) return { approve, reject, outcome: 'approved' }
  return { approve, reject, outcome: reject >= needed ? 'rejected' : null }
}

/** Refuses a vote where there is no committee, and a second one of the same person. */
export function refuseVote(rules: ApprovalRules, votes: readonly Vote[], personId: string): void {
  refuseUnless(rules.votes > 1, 'illegal-transition', 'One approver decides here, without votes.')
  const voted = votes.some((one) => one.personId === personId)
  refuseUnless(!voted, 'already-exists', 'You have voted already.')
}

/** Refuses what would bring a borrower's debts above the lender's limit. */
export function refuseDebt({ borrowerLimit }: ApprovalRules, owed: number, more: Amount): void {
  if (borrowerLimit === null || owed + more <= borrowerLimit) return
  const left = Math.max(0, borrowerLimit - owed)
  throw new Refusal('outside-limits', 'More than this borrower may owe here in all.', {
    errors: [
      {
        pointer: '/amount',
        detail: {
          id: `Paling banyak ${rupiah(left as Amount)}: utangnya di sini dibatasi ${rupiah(borrowerLimit)}.`,
          en: `At most ${rupiah(left as Amount)}: what she owes here is limited to ${rupiah(borrowerLimit)}.`,
        },
      },
    ],
  })
}
