/**
 * Money that came to a lender's own bank account: a line of its statement. A person says which loan it
 * pays, keeps it in suspense until that is known, sends it back, or says that it is none of a loan's
 * (interest of the bank, money recorded otherwise). What is proposed is only proposed.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { transition, type Transitions } from '#worker/kernel/transitions'

export const CREDIT_STATUSES = ['new', 'suspense', 'matched', 'returned', 'ignored'] as const
export type CreditStatus = (typeof CREDIT_STATUSES)[number]

const CREDIT: Transitions<CreditStatus> = {
  new: ['matched', 'suspense', 'ignored'],
  suspense: ['matched', 'returned'],
  matched: [],
  returned: [],
  ignored: [],
}

export type BankCredit = {
  id: string
  lenderId: string
  receivedOn: LocalDate
  amount: Amount
  description: string
  status: CreditStatus
  loanId: string | null
  receipt: string | null
  /** Why it was put aside, or under what it was sent back. */
  note: string | null
  version: number
}

type Outcome = { loanId?: string; receipt?: string; note?: string }

/** Refuses what may not become of it any more. */
export function decideCredit(credit: BankCredit, to: CreditStatus, outcome: Outcome): BankCredit {
  const status = transition(CREDIT, credit.status, to)
  return { ...credit, ...outcome, status, version: credit.version + 1 }
}

/** A loan that a line may pay. */
export type Candidate = {
  loanId: string
  number: number
  borrower: string
  group: string | null
  nextAmount: number | null
}

/** `named`: its reference is in the words; `exact`: amount and name; `amount`: only the amount. */
export type Likeness = 'named' | 'exact' | 'amount'
export type Proposal = { likeness: Likeness; candidate: Candidate }

const REFERENCE = /\bPJ[ .-]?(\d{1,9})\b/i

/** The loan number that the words name, as borrowers are asked to write it: PJ12. */
export function numberIn(description: string): number | null {
  const number = REFERENCE.exec(description)?.[1]
  return number === undefined ? null : Number(number)
}

const namesOf = ({ borrower, group }: Candidate) =>
  `${borrower} ${group ?? ''}`
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((part) => part.length > 2)

/** The likeliest loan: by its reference, else by amount and name, else by the amount if only one has it. */
export function propose(
  { description, amount }: { description: string; amount: number },
  candidates: readonly Candidate[],
): Proposal | null {
  const number = numberIn(description)
  const named = candidates.find((one) => one.number === number)
  if (named) return { likeness: 'named', candidate: named }
  const same = candidates.filter((one) => one.nextAmount === amount)
  const words = new Set(description.toUpperCase().split(/[^A-Z0-9]+/))
  const byName = same.find((one) => namesOf(one).some((part) => words.has(part)))
  if (byName) return { likeness: 'exact', candidate: byName }
  return same.length === 1 ? { likeness: 'amount', candidate: same[0]! } : null
}
