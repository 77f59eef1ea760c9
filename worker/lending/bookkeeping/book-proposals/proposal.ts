/**
 * What one person proposes about a lender's book and another decides: an entry written by hand, one taken
 * back, money returned to a funder, the last closed month opened again. Nothing is booked before the
 * second person has agreed; an entry is never changed, only taken back by its mirror.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { amount, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'
import type { Entry } from '#worker/ledger/entry'
import { entryWritten, type HandLine } from '#worker/ledger/posting-rules/books'
import { fundReturned } from '#worker/ledger/posting-rules/funds'
import type { Posting } from '#worker/ledger/entry'
import { repaid, type Fund, type FundSums } from '#worker/lending/bookkeeping/funds/fund'
import { totalOf } from '#worker/lending/bookkeeping/book-proposals/lines'

export const PROPOSAL_KINDS = ['entry', 'reversal', 'fund-return', 'reopening'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]
export type ProposalStatus = 'proposed' | 'approved' | 'refused' | 'withdrawn'

export const PROPOSAL: Transitions<ProposalStatus> = {
  proposed: ['approved', 'refused', 'withdrawn'],
  approved: [],
  refused: [],
  withdrawn: [],
}

/** By kind, what is needed to do it. */
export type Told = {
  lines?: readonly HandLine[]
  channel?: 'bank' | 'cash'
  month?: string
}

export type Proposal = {
  id: string
  lenderId: string
  kind: ProposalKind
  valueOn: LocalDate
  description: string
  amount: Amount
  data: Told
  fundId: string | null
  reverses: string | null
  status: ProposalStatus
  proposedBy: string
  proposedAt: number
  decidedBy: string | null
  decidedAt: number | null
  reasons: string | null
  entryId: string | null
  version: number
}

type Made = { id: string; lenderId: string; by: string; at: number; on: LocalDate }

function proposal(
  { id, lenderId, by, at, on }: Made,
  what: Pick<Proposal, 'kind' | 'description' | 'amount'> & Partial<Proposal>,
): Proposal {
  return {
    ...{ id, lenderId, valueOn: on, data: {}, fundId: null, reverses: null },
    ...{ status: 'proposed', proposedBy: by, proposedAt: at, version: 1 },
    ...{ decidedBy: null, decidedAt: null, reasons: null, entryId: null },
    ...what,
  }
}

export function proposeEntry(
  made: Made,
  { description, lines }: { description: string; lines: readonly HandLine[] },
): Proposal {
  return proposal(made, { kind: 'entry', description, amount: totalOf(lines), data: { lines } })
}

/** Written by people or by the arrival of money; what happens to loans is taken back at the loan. */
const REVERSIBLE: readonly string[] = ['entry-written', 'fund-received', 'fund-returned']

export function proposeReversal(
  made: Made,
  entry: Pick<Entry, 'id' | 'rule' | 'reverses' | 'transfers'>,
  reason: string,
): Proposal {
  if (entry.reverses !== null) {
    throw new Refusal('already-reversed', 'A reversal is not reversed; write the entry anew.')
  }
  if (!REVERSIBLE.includes(entry.rule)) {
    throw new Refusal('illegal-transition', 'This is taken back where it happened, at its loan.')
  }
  const moved = amount(entry.transfers.reduce((total, one) => total + one.amount, 0))
  return proposal(made, {
    kind: 'reversal',
    description: reason,
    amount: moved,
    reverses: entry.id,
  })
}

export function proposeReturn(
  made: Made,
  fund: Fund & FundSums,
  given: { amount: Amount; channel: 'bank' | 'cash'; reason: string },
): Proposal {
  if (fund.idle < given.amount) {
    throw new Refusal('fund-exhausted', 'The fund does not hold that much idle money.', {
      facts: { idle: fund.idle, lent: fund.balance, repaid: repaid(fund) },
    })
  }
  return proposal(made, {
    kind: 'fund-return',
    description: given.reason,
    amount: given.amount,
    fundId: fund.id,
    data: { channel: given.channel },
  })
}

/** Only the last month that was closed opens again, so that no closed month follows an open one. */
export function proposeReopening(
  made: Made,
  closedThrough: string | null,
  { month, reason }: { month: string; reason: string },
): Proposal {
  if (closedThrough !== month) {
    throw new Refusal('illegal-transition', 'Only the last closed month may be opened again.', {
      facts: { closedThrough },
    })
  }
  const data = { month }
  return proposal(made, { kind: 'reopening', description: reason, amount: ZERO, data })
}

type Decision = { by: string; at: number; reasons: string | null }

/** Who proposed may take it back; to decide takes another. */
export function decide(
  given: Proposal,
  to: 'approved' | 'refused' | 'withdrawn',
  { by, at, reasons }: Decision,
): Proposal {
  if (to !== 'withdrawn' && by === given.proposedBy) {
    throw new Refusal('same-person', 'Somebody else decides on what you proposed.')
  }
  const status = transition(PROPOSAL, given.status, to)
  return { ...given, status, decidedBy: by, decidedAt: at, reasons, version: given.version + 1 }
}

/** What an approved entry or return posts; a reversal is the mirror of what it takes back. */
export function postingOf(given: Proposal, funderName: string): Posting | null {
  const { id, lenderId: book, valueOn: on, description, data, fundId, amount: moved } = given
  if (given.kind === 'entry') {
    return entryWritten({ book, on }, { id, description, lines: data.lines ?? [] })
  }
  if (given.kind !== 'fund-return' || fundId === null) return null
  const { channel = 'bank' } = data
  return fundReturned(
    { book, on },
    { id, fund: fundId, source: funderName, amount: moved, channel },
  )
}
