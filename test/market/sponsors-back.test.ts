import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount, subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import {
  backOf,
  backOfAmount,
  givenBack,
  remainingOf,
  type Back,
  type PaidLine,
  type PaidOrder,
  type Pieces,
} from '#worker/market/fulfilling/refunds/back'
import { divided, sponsorsBackOf } from '#worker/market/fulfilling/refunds/sponsors-back'
import type { GivenDiscount } from '#worker/market/buying/vouchers/given-discount'

type Sold = { order: PaidOrder; lines: PaidLine[]; discounts: GivenDiscount[] }

const part = (of: number, percent: number) => amount(Math.floor((of * percent) / 100))
const PAYERS = ['operator', 'seller', 'partner', 'operator'] as const

/** An order with up to four discounts on some of its lines and one on shipping, mostly sponsored. */
const sold = fc
  .record({
    lines: fc.array(
      fc.record({
        price: fc.integer({ min: 1, max: 9_999 }),
        quantity: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    rates: fc.array(fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    }),
    shipping: fc.integer({ min: 0, max: 60_000 }),
    free: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ lines, rates, shipping, free }): Sold => {
    const totals = lines.map(({ price, quantity }) => price * quantity)
    const goods = rates.map((rate, i) => {
      const parts = totals.map((total, at) => part(total, rate[at]!))
      return discount(i + 1, PAYERS[i]!, sum(parts), parts)
    })
    const discounts = [...goods, discount(9, 'partner', part(shipping, free), [])]
    const paid = lines.map(({ quantity }, at): PaidLine => {
      const of = (some: GivenDiscount[]) => sum(some.map((one) => one.parts[at] ?? ZERO))
      return {
        ...{ n: at + 1, quantity, total: amount(totals[at]!), discount: of(goods) },
        ...{ sponsored: of(goods.filter((one) => one.payer !== 'seller')), commission: ZERO },
      }
    })
    const off = sum(discounts.map((one) => one.amount))
    return {
      lines: paid,
      discounts,
      order: {
        total: amount(totals.reduce((all, one) => all + one, shipping) - off),
        shipping: amount(shipping),
        discount: off,
        sponsored: sum(discounts.map((one) => (one.payer === 'seller' ? ZERO : one.amount))),
        ...{ commission: ZERO, refunded: ZERO, sponsoredBack: ZERO, commissionBack: ZERO },
      },
    }
  })

function discount(
  n: number,
  payer: GivenDiscount['payer'],
  whole: Amount,
  parts: Amount[],
): GivenDiscount {
  const kind = parts.length > 0 ? ('goods' as const) : ('shipping' as const)
  return {
    n,
    voucherId: `v${n}`,
    kind,
    payer,
    payerId: payer,
    amount: whole,
    label: '',
    parts,
    back: ZERO,
  }
}

/** The order after a refund, each sponsor with her share of it. */
function refunded(
  { order, lines, discounts }: Sold,
  before: Pieces[],
  { back, pieces = [] }: { back: Back; pieces?: Pieces[] },
): Sold {
  const shares = sponsorsBackOf({ lines, discounts, before }, back.sponsored, pieces)
  expect(sum(shares.map((one) => one.amount))).toBe(back.sponsored)
  const after = discounts.map((one) => {
    const share = shares.find(({ n }) => n === one.n)?.amount ?? ZERO
    expect(share).toBeGreaterThanOrEqual(0)
    return { ...one, back: amount(one.back + share) }
  })
  for (const one of after) expect(one.back).toBeLessThanOrEqual(one.amount)
  return { order: givenBack(order, back), lines, discounts: after }
}

const backsOf = ({ discounts }: Sold) => discounts.map((one) => one.back)
const everything = (now: Sold) => ({
  back: remainingOf(now.order),
})

describe('what goes back to sponsors', () => {
  it('piece by piece, in any order, is to each exactly what she put into the goods', () => {
    fc.assert(
      fc.property(sold, fc.infiniteStream(fc.nat()), (first, chance) => {
        let now = first
        const before: Pieces[] = []
        const pieces = first.lines.flatMap(({ n, quantity }) =>
          Array.from({ length: quantity }, () => ({ n, quantity: 1 })),
        )
        while (pieces.length > 0) {
          const asked = pieces.splice(chance.next().value % pieces.length, 1)
          const { back } = backOf({ order: now.order, lines: now.lines, before }, asked, false)
          now = refunded(now, before, { back, pieces: asked })
          before.push(...asked)
        }
        const whole = remainingOf(now.order).sponsored === 0
        const own = first.discounts.map(({ payer, kind, amount: all }) =>
          payer === 'seller' || (kind === 'shipping' && !whole) ? ZERO : all,
        )
        expect(backsOf(now)).toEqual(own)
      }),
    )
  })

  it('of what only one sponsored goes to her alone', () => {
    fc.assert(
      fc.property(sold, fc.nat(), (first, chance) => {
        const { order, lines, discounts } = first
        const line = lines[chance % lines.length]!
        const asked = [{ n: line.n, quantity: line.quantity }]
        const { back } = backOf({ order, lines, before: [] }, asked, false)
        fc.pre(back.sponsored === line.sponsored)
        const after = refunded(first, [], { back, pieces: asked })
        const own = discounts.map((one) =>
          one.payer === 'seller' ? ZERO : (one.parts[line.n - 1] ?? ZERO),
        )
        expect(backsOf(after)).toEqual(own)
      }),
    )
  })

  it('whatever is asked, never exceeds what she bears, loses no rupiah, and ends with all of it', () => {
    const ask = fc.record({
      plain: fc.boolean(),
      line: fc.nat(),
      part: fc.integer({ max: 100, min: 0 }),
    })
    fc.assert(
      fc.property(sold, fc.array(ask, { maxLength: 12 }), (first, asks) => {
        let now = first
        const before: Pieces[] = []
        for (const { plain, line, part: percent } of asks) {
          const { order, lines } = now
          const one = lines[line % lines.length]!
          const used = before.filter(({ n }) => n === one.n).length
          const left = remainingOf(order).amount
          if (!plain && used < one.quantity) {
            const asked = [{ n: one.n, quantity: 1 }]
            const { back } = backOf({ order, lines, before }, asked, false)
            now = refunded(now, before, { back, pieces: asked })
            before.push(...asked)
          } else now = refunded(now, before, { back: backOfAmount(order, part(left, percent)) })
        }
        now = refunded(now, before, everything(now))
        const own = first.discounts.map((one) => (one.payer === 'seller' ? ZERO : one.amount))
        expect(backsOf(now)).toEqual(own)
      }),
    )
  })

  it('of a plain amount is in proportion to what each bears, to two rupiah a refund', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(sold, parts, (first, percents) => {
        let now = first
        for (const percent of percents) {
          const { order } = now
          now = refunded(now, [], {
            back: backOfAmount(order, part(remainingOf(order).amount, percent)),
          })
        }
        const { sponsored, sponsoredBack } = now.order
        fc.pre(sponsored > 0)
        for (const { payer, amount: all, back } of now.discounts) {
          const due = payer === 'seller' ? 0 : (all * sponsoredBack) / sponsored
          expect(Math.abs(back - due)).toBeLessThanOrEqual(2 * percents.length)
        }
      }),
    )
  })

  it('is divided so that no part shrinks when the whole grows', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 999 }).map(amount), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(weights, fc.nat(), fc.nat(), (all, a, b) => {
        const most = sum(all)
        const [less, more] = [a % (most + 1), b % (most + 1)].sort((one, other) => one - other)
        const [then, now] = [divided(amount(less!), all), divided(amount(more!), all)]
        expect([sum(then), sum(now)]).toEqual([less, more])
        then.forEach((one, i) => {
          expect(subtract(now[i]!, one)).toBeGreaterThanOrEqual(0)
          expect(now[i]!).toBeLessThanOrEqual(all[i]!)
        })
      }),
    )
  })
})
