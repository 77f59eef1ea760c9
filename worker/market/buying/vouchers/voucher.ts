/**
 * A voucher takes something off a purchase, and who made it pays for that: a seller out of her own price, the
 * operator, or a partner out of a budget she has paid in. It is a percentage of goods (with a cap), an amount
 * off goods, or off shipping (with a cap, or all of it). One without a code applies by itself: a seller's
 * free shipping from a minimum on. Amounts are rupiah, rates hundredths of a percent.
 */
import type { Instant } from '#worker/kernel/calendar'
import { subtract, type Amount, type Bps } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'

export type Payer = 'seller' | 'operator' | 'partner'
export type VoucherKind = 'percent' | 'amount' | 'shipping'

export type Voucher = {
  id: string
  code: string | null
  /** Who made it and pays. */
  organizationId: string
  payer: Payer
  kind: VoucherKind
  label: string
  percentBps: Bps | null
  cap: Amount | null
  /** Eligible goods for less than this are not enough. */
  minimum: Amount
  startsAt: Instant
  endsAt: Instant | null
  mostUses: number | null
  mostPerBuyer: number | null
  budget: Amount | null
  /** Slugs; empty for all. */
  categories: readonly string[]
  /** Ids; empty for all. A seller's is good for her own goods alone. */
  enterprises: readonly string[]
  used: number
  usedAmount: Amount
  /** Of the budget, given back to its payer after the voucher ended. */
  released: Amount
  createdAt: Instant
  closedAt: Instant | null
  version: number
}

/** Why a voucher does not help. */
export type VoucherFault =
  | 'unknown'
  | 'not-begun'
  | 'over'
  | 'used-up'
  | 'used-by-you'
  | 'below-minimum'
  | 'not-these-goods'
  | 'not-together'

export function voucherRefusal(
  code: string,
  reason: VoucherFault,
  more: Readonly<Record<string, unknown>> = {},
): Refusal {
  return new Refusal('voucher-refused', `The voucher ${code} does not help here: ${reason}.`, {
    facts: { code, reason, ...more },
  })
}

/** Codes are read aloud and typed on phones: letters and digits, whatever their case. */
export const plainCode = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase()

export const isOpen = ({ startsAt, endsAt, closedAt }: Voucher, now: Instant): boolean =>
  startsAt <= now && (endsAt === null || now < endsAt) && closedAt === null

/** What keeps it from being used now, whatever lies in the cart. `usedByBuyer`: how often she has used it. */
export function faultOf(
  voucher: Voucher,
  { now, usedByBuyer }: { now: Instant; usedByBuyer: number },
): VoucherFault | undefined {
  if (now < voucher.startsAt) return 'not-begun'
  if (!isOpen(voucher, now)) return 'over'
  const { mostUses, mostPerBuyer, budget } = voucher
  if (mostUses !== null && voucher.used >= mostUses) return 'used-up'
  if (budget !== null && voucher.usedAmount >= budget) return 'used-up'
  if (mostPerBuyer !== null && usedByBuyer >= mostPerBuyer) return 'used-by-you'
  return undefined
}

/** What of a budget is neither used nor given back. */
export const budgetLeft = ({ budget, usedAmount, released }: Voucher): Amount | null =>
  budget === null ? null : subtract(subtract(budget, usedAmount), released)
