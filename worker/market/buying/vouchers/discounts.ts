/**
 * What vouchers take off a purchase. They apply in one declared order: a seller's own on goods, then the
 * network's on goods (operator or partner), then a seller's on shipping, then the network's on shipping; each
 * on what those before it left, so that nothing falls below zero. One of each kind helps, a seller's once for
 * each seller. What a voucher takes is rounded down to the rupiah and divided among orders and lines by
 * differences of rounded running totals, so that the parts sum to the whole. One seller's free shipping is
 * hers alone.
 */
import { allocate, share, subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { voucherRefusal, type Payer, type Voucher } from '#worker/market/buying/vouchers/voucher'

/** An order before its discounts. */
export type Discountable = {
  enterpriseId: string
  shipping: Amount
  /** `categories`: the product's own and all that it lies in. */
  lines: readonly { total: Amount; categories: readonly string[] }[]
}

/** What a voucher gives one order; `parts` is its share of each line, empty for shipping. */
export type Discount = {
  voucherId: string
  kind: 'goods' | 'shipping'
  payer: Payer
  payerId: string
  amount: Amount
  label: string
  parts: readonly Amount[]
}

type Left = { goods: Amount[]; shipping: Amount }

const rankOf = ({ kind, payer, code }: Voucher) =>
  (kind === 'shipping' ? 4 : 0) + (payer === 'seller' ? 0 : 2) + (code === null ? 0 : 1)

/** For each order what it is given, in the order in which it applies. Refuses a code that does not help. */
export function discountsOf(
  orders: readonly Discountable[],
  vouchers: readonly Voucher[],
): Discount[][] {
  refuseTogether(vouchers)
  const left = orders.map(({ lines, shipping }) => ({
    goods: lines.map((line) => line.total),
    shipping,
  }))
  const given: Discount[][] = orders.map(() => [])
  const ranked = [...vouchers].sort(
    (one, other) => rankOf(one) - rankOf(other) || (one.id < other.id ? -1 : 1),
  )
  for (const voucher of ranked) {
    applied(voucher, orders, left).forEach((discount, i) => {
      if (discount) given[i]!.push(discount)
    })
  }
  return given
}

function refuseTogether(vouchers: readonly Voucher[]): void {
  const seen = new Set<string>()
  for (const voucher of vouchers) {
    const { kind, payer, organizationId, code } = voucher
    if (code === null) continue
    const place = `${kind === 'shipping'} ${payer === 'seller' ? organizationId : ''}`
    if (seen.has(place)) throw voucherRefusal(code, 'not-together')
    seen.add(place)
  }
}

const helpsOrder = (voucher: Voucher, { enterpriseId }: Discountable): boolean =>
  (voucher.payer !== 'seller' || voucher.organizationId === enterpriseId) &&
  (voucher.enterprises.length === 0 || voucher.enterprises.includes(enterpriseId))

const helpsLine = ({ categories }: Voucher, line: Discountable['lines'][number]): boolean =>
  categories.length === 0 || line.categories.some((one) => categories.includes(one))

function applied(
  voucher: Voucher,
  orders: readonly Discountable[],
  left: Left[],
): (Discount | undefined)[] {
  const eligible = orders.map((order) =>
    order.lines.map((line) => helpsOrder(voucher, order) && helpsLine(voucher, line)),
  )
  const goods = sum(
    orders.flatMap(({ lines }, i) => lines.map((line, j) => (eligible[i]![j] ? line.total : ZERO))),
  )
  const { code, minimum } = voucher
  if (goods === 0 || goods < minimum) {
    if (code === null) return []
    if (goods === 0) throw voucherRefusal(code, 'not-these-goods')
    throw voucherRefusal(code, 'below-minimum', { minimum, missing: minimum - goods })
  }
  const found =
    voucher.kind === 'shipping'
      ? offShipping(voucher, eligible, left)
      : offGoods(voucher, eligible, left)
  if (code !== null) {
    if (found.every((one) => !one)) throw voucherRefusal(code, 'not-these-goods')
    refuseBeyondBudget(voucher, code, found)
  }
  return found
}

function refuseBeyondBudget(
  { budget, usedAmount }: Voucher,
  code: string,
  found: readonly (Discount | undefined)[],
): void {
  const taken = sum(found.map((one) => one?.amount ?? ZERO))
  if (budget !== null && usedAmount + taken > budget) throw voucherRefusal(code, 'used-up')
}

function worth({ kind, percentBps, cap }: Voucher, base: Amount): Amount {
  const whole = kind === 'percent' && percentBps !== null ? share(base, percentBps, 'down') : base
  return cap !== null && cap < whole ? cap : whole
}

function offGoods(voucher: Voucher, eligible: readonly boolean[][], left: Left[]) {
  const bases = left.map(({ goods }, i) => goods.map((one, j) => (eligible[i]![j] ? one : ZERO)))
  const parts = dividedOver(bases.flat(), (base) => worth(voucher, base))
  let at = 0
  return left.map((one, i) => {
    const shares = one.goods.map(() => parts[at++]!)
    one.goods = one.goods.map((goods, j) => subtract(goods, shares[j]!))
    return discountOf(voucher, sum(shares), eligible[i]!.length === 0 ? [] : shares)
  })
}

function offShipping(voucher: Voucher, eligible: readonly boolean[][], left: Left[]) {
  const bases = left.map(({ shipping }, i) => (eligible[i]!.includes(true) ? shipping : ZERO))
  const parts = dividedOver(bases, (base) => worth(voucher, base))
  return left.map((one, i) => {
    one.shipping = subtract(one.shipping, parts[i]!)
    return discountOf(voucher, parts[i]!, [])
  })
}

/** A part never exceeds its base, since the whole does not exceed the sum of the bases. */
function dividedOver(bases: readonly Amount[], of: (base: Amount) => Amount): Amount[] {
  const base = sum(bases)
  return base === 0 ? bases.map(() => ZERO) : allocate(of(base), bases)
}

function discountOf(
  { id, kind, payer, organizationId, label }: Voucher,
  amount: Amount,
  parts: readonly Amount[],
): Discount | undefined {
  if (amount === 0) return undefined
  const on = kind === 'shipping' ? 'shipping' : 'goods'
  return { voucherId: id, kind: on, payer, payerId: organizationId, amount, label, parts }
}
