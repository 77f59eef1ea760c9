/** A voucher of a test, and why one is refused. */
import { instant } from '#worker/kernel/calendar'
import { amount, basisPoints } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import type { Voucher } from '#worker/market/buying/vouchers/voucher'

export const voucher = (given: Partial<Voucher> = {}): Voucher => ({
  id: 'v1',
  code: 'HEMAT10',
  organizationId: 'operator',
  payer: 'operator',
  kind: 'percent',
  label: 'Hemat',
  percentBps: given.kind && given.kind !== 'percent' ? null : basisPoints(1000),
  cap: null,
  minimum: amount(0),
  startsAt: instant(0),
  endsAt: null,
  mostUses: null,
  mostPerBuyer: null,
  budget: null,
  categories: [],
  enterprises: [],
  used: 0,
  usedAmount: amount(0),
  released: amount(0),
  createdAt: instant(0),
  closedAt: null,
  version: 1,
  ...given,
})
export const reasonOf = (act: () => unknown) => {
  try {
    act()
  } catch (reason) {
    if (reason instanceof Refusal) return reason.more.facts?.reason ?? reason.type
    throw reason
  }
  throw new Error('nothing was refused')
}
