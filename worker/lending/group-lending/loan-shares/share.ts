/**
 * The loan of a group is one loan, and each member took a share of its principal. The shares sum to the
 * principal exactly, and nobody has two. Where none were set with the application the officer sets them
 * once; from then on one proposes new ones and another decides (maker and checker).
 */
import { sum, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'

export type Share = {
  id: string
  /** Who she is to the network; null for a member without an account. */
  personId: string | null
  name: string
  /** Where her receipts are sent; null for a member without a telephone. */
  phone: string | null
  amount: Amount
}

export type ShareChange = {
  id: string
  loanId: string
  shares: readonly Share[]
  reason: string
  status: 'waiting' | 'approved' | 'refused'
  proposedBy: string
  proposedAt: number
  decidedBy: string | null
  decidedAt: number | null
}

const MOST_MEMBERS = 60

/** Refuses shares that do not sum to the principal, and a member who stands there twice. */
export function soundShares(principal: Amount, shares: readonly Share[]): readonly Share[] {
  const whole = sum(shares.map((one) => one.amount))
  if (shares.length < 2 || shares.length > MOST_MEMBERS) {
    throw at('/shares', sentence('Dua sampai 60 anggota.', 'Two to 60 members.'))
  }
  refuseTwice(shares, (one) => one.personId, 'personId')
  refuseTwice(shares, (one) => one.phone, 'phone')
  refuseTwice(shares, (one) => one.name.trim().toLowerCase(), 'name')
  refuseUnless(
    whole === principal,
    'amount-mismatch',
    `The shares sum to ${whole}, the principal is ${principal}: ${Math.abs(principal - whole)} ` +
      `${whole < principal ? 'missing' : 'too much'}.`,
  )
  return shares
}

function refuseTwice(
  shares: readonly Share[],
  of: (one: Share) => string | null,
  field: string,
): void {
  const seen = new Set<string>()
  for (const [i, one] of shares.entries()) {
    const value = of(one)
    if (value === null) continue
    if (seen.has(value)) {
      throw at(`/shares/${i}/${field}`, sentence('Sudah ada di atas.', 'This stands above.'))
    }
    seen.add(value)
  }
}

type Proposed = { loanId: string; reason: string; by: string; at: number; id: string }

/** One person proposes; what runs stays as it is until another has decided. */
export function proposeShares(shares: readonly Share[], asked: Proposed): ShareChange {
  return {
    id: asked.id,
    loanId: asked.loanId,
    shares,
    reason: asked.reason,
    status: 'waiting',
    proposedBy: asked.by,
    proposedAt: asked.at,
    decidedBy: null,
    decidedAt: null,
  }
}

/** Refuses the one who proposed it, and what was decided already. */
export function decideShares(
  change: ShareChange,
  { outcome, by, at: when }: { outcome: 'approved' | 'refused'; by: string; at: number },
): ShareChange {
  refuseUnless(change.status === 'waiting', 'illegal-transition', 'This has been decided.')
  refuseUnless(change.proposedBy !== by, 'same-person', 'Another person decides.')
  return { ...change, status: outcome, decidedBy: by, decidedAt: when }
}

/** Whoever paid something, or stands in a debt between members, keeps a share. */
export function refuseLosing(
  shares: readonly Share[],
  bound: readonly { id: string; name: string }[],
): void {
  const kept = new Set(shares.map((one) => one.id))
  const lost = bound.find((one) => !kept.has(one.id))
  if (!lost) return
  const detail = sentence(
    `${lost.name} sudah tercatat membayar; bagiannya boleh kecil, tetapi tidak hilang.`,
    `${lost.name} has payments on record; her share may be small, but it stays.`,
  )
  throw at('/shares', detail)
}

function at(pointer: string, detail: Sentence): Refusal {
  return new Refusal('outside-limits', detail.en, { errors: [{ pointer, detail }] })
}
