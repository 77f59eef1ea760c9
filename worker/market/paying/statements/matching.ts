/**
 * What a line of a bank statement may be: proposals, for a person to confirm. A code in the words names its
 * purchase; else the exact total does; else an amount that is nearly one. Nothing is matched by itself.
 */
import type { Amount } from '#worker/kernel/money'
import type { PurchaseStatus } from '#worker/market/buying/purchases/purchase'

/**
 * `exact`: pays this purchase. `booked`: this purchase has been settled by hand already, and this is its
 * line. `double`: settled before, by another line. `short`, `over`, `late`: as the words say. `unknown`:
 * nothing fits.
 */
export const LIKENESSES = ['exact', 'booked', 'double', 'short', 'over', 'late', 'unknown'] as const
export type Likeness = (typeof LIKENESSES)[number]

export type Candidate = {
  purchaseId: string
  code: string
  buyerName: string
  status: PurchaseStatus
  method: string
  total: Amount
  uniqueCode: Amount
  /** Day in the network's zone on which it was placed. */
  placedOn: string
  /** A line of a statement has paid it. */
  lined: boolean
}

export type Waiting = { receivedOn: string; amount: Amount; description: string }
export type Proposal = { likeness: Likeness; candidate: Candidate | null }

/** A buyer who forgets the unique code, or a bank that keeps its fee. */
const NEAR = 6_500

export function propose(line: Waiting, candidates: readonly Candidate[]): Proposal {
  const words = line.description.toUpperCase()
  const named = candidates.find((one) => new RegExp(`\\b${one.code}\\b`).test(words))
  if (named) return { likeness: likenessOf(line, named), candidate: named }
  const possible = candidates.filter(
    (one) => one.placedOn <= line.receivedOn && one.method !== 'cod' && one.method !== 'invoice',
  )
  const same = possible.filter((one) => one.total === line.amount)
  const order = ['exact', 'booked', 'late', 'double'] as const
  for (const likeness of order) {
    const candidate = same.find((one) => likenessOf(line, one) === likeness)
    if (candidate) return { likeness, candidate }
  }
  const near = possible
    .filter((one) => one.status === 'pending')
    .map((candidate) => ({ candidate, by: Math.abs(candidate.total - line.amount) }))
    .filter(({ by }) => by <= NEAR)
    .sort((a, b) => a.by - b.by)[0]
  if (near) return { likeness: likenessOf(line, near.candidate), candidate: near.candidate }
  return { likeness: 'unknown', candidate: null }
}

function likenessOf({ amount }: Waiting, { status, total, lined }: Candidate): Likeness {
  if (status === 'settled') return amount === total && !lined ? 'booked' : 'double'
  if (status === 'expired' || status === 'cancelled') return 'late'
  if (status !== 'pending') return 'unknown'
  return amount === total ? 'exact' : amount < total ? 'short' : 'over'
}
