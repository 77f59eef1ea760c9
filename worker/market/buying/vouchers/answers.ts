/** Vouchers and deposits as the API answers them. */
import * as v from 'valibot'
import { PAYERS, type partnerDeposits } from '#db/schema/vouchers'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Instant } from '#worker/kernel/calendar'
import { isOpen, type Voucher } from '#worker/market/buying/vouchers/voucher'

/** A discount of an order. */
export const DiscountAnswer = v.strictObject({
  kind: v.picklist(['goods', 'shipping']),
  payer: v.pipe(v.picklist(PAYERS), v.description('Who bears it')),
  label: v.string(),
  amount: v.number(),
})

export const VoucherAnswer = v.strictObject({
  id: v.string(),
  code: v.pipe(v.nullable(v.string()), v.description('null: it applies by itself')),
  payer: v.picklist(PAYERS),
  kind: v.picklist(['percent', 'amount', 'shipping']),
  label: v.string(),
  percentBps: v.nullable(v.number()),
  cap: v.pipe(v.nullable(v.number()), v.description('What it is worth at most')),
  minimum: v.number(),
  startsAt: v.string(),
  endsAt: v.nullable(v.string()),
  mostUses: v.nullable(v.number()),
  mostPerBuyer: v.nullable(v.number()),
  budget: v.nullable(v.number()),
  categories: v.array(v.string()),
  enterprises: v.array(v.string()),
  used: v.pipe(v.number(), v.description('Purchases it helps to pay, or has helped')),
  usedAmount: v.number(),
  status: v.picklist(['waiting', 'open', 'used-up', 'over']),
})

export const VoucherPage = pageOf(VoucherAnswer)

export function describeVoucher(
  voucher: Voucher,
  now: Instant,
): v.InferOutput<typeof VoucherAnswer> {
  const { id, code, payer, kind, label, percentBps, cap, minimum } = voucher
  const { mostUses, mostPerBuyer, budget, used, usedAmount } = voucher
  return {
    ...{ id, code, payer, kind, label, percentBps, cap, minimum },
    ...{ mostUses, mostPerBuyer, budget, used, usedAmount },
    categories: [...voucher.categories],
    enterprises: [...voucher.enterprises],
    startsAt: instantText(voucher.startsAt),
    endsAt: voucher.endsAt === null ? null : instantText(voucher.endsAt),
    status: statusOf(voucher, now),
  }
}

function statusOf(voucher: Voucher, now: Instant) {
  const { startsAt, closedAt, mostUses, used, budget, usedAmount } = voucher
  if (closedAt === null && now < startsAt) return 'waiting'
  if (!isOpen(voucher, now)) return 'over'
  const spent = budget !== null && usedAmount >= budget
  return spent || (mostUses !== null && used >= mostUses) ? 'used-up' : 'open'
}

export const DepositAnswer = v.strictObject({
  id: v.string(),
  amount: v.number(),
  receivedOn: v.string(),
  reference: v.string(),
  createdAt: v.string(),
})

export const ListedDeposit = v.strictObject({
  ...DepositAnswer.entries,
  partner: v.strictObject({ slug: v.string(), name: v.string() }),
})

export const ListedDepositPage = pageOf(ListedDeposit)

export const DepositPage = v.strictObject({
  ...pageOf(DepositAnswer).entries,
  balance: v.pipe(v.number(), v.description('Paid in and not set aside for a voucher')),
})

export function describeDeposit(
  row: typeof partnerDeposits.$inferSelect,
): v.InferOutput<typeof DepositAnswer> {
  const { id, amount, receivedOn, reference, createdAt } = row
  return { id, amount, receivedOn, reference, createdAt: instantText(createdAt) }
}

export function describeListedDeposit(
  row: typeof partnerDeposits.$inferSelect & { partner: string; slug: string },
): v.InferOutput<typeof ListedDeposit> {
  return { ...describeDeposit(row), partner: { slug: row.slug, name: row.partner } }
}
