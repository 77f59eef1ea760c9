import * as v from 'valibot'
import { daysBetween, type LocalDate } from '#worker/kernel/calendar'
import { pageOf } from '#worker/http/paging'
import {
  CREDIT_STATUSES,
  type BankCredit,
  type Proposal,
} from '#worker/lending/servicing/bank-credits/bank-credit'

const ProposalAnswer = v.strictObject({
  likeness: v.picklist(['named', 'exact', 'amount']),
  loanId: v.string(),
  loanNumber: v.number(),
  borrower: v.string(),
  group: v.nullable(v.string()),
})

export const BankCreditAnswer = v.strictObject({
  id: v.string(),
  receivedOn: v.string(),
  amount: v.number(),
  description: v.string(),
  status: v.picklist(CREDIT_STATUSES),
  /** Days since it came. */
  age: v.number(),
  note: v.nullable(v.string()),
  loanId: v.nullable(v.string()),
  receipt: v.nullable(v.string()),
  proposal: v.nullable(ProposalAnswer),
})
export type BankCreditAnswer = v.InferOutput<typeof BankCreditAnswer>

export const BankCreditsAnswer = pageOf(BankCreditAnswer)

export function describeCredit(
  credit: BankCredit,
  { today, proposal }: { today: LocalDate; proposal: Proposal | null },
): BankCreditAnswer {
  const { id, receivedOn, amount, description, status, note, loanId, receipt } = credit
  return {
    ...{ id, receivedOn, amount, description, status, note, loanId, receipt },
    age: daysBetween(receivedOn, today),
    proposal: proposal && describeProposal(proposal),
  }
}

function describeProposal({ likeness, candidate }: Proposal) {
  const { loanId, number: loanNumber, borrower, group } = candidate
  return { likeness, loanId, loanNumber, borrower, group }
}
