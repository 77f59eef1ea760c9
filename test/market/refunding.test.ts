import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, amount, sum, ZERO } from '#worker/kernel/money'
import {
  backOf,
  backOfAmount,
  givenBack,
  isWholeBack,
  remainingOf,
  type PaidLine,
  type PaidOrder,
  type Pieces,
} from '#worker/market/fulfilling/refunds/back'

type Sold = { order: PaidOrder; lines: PaidLine[] }

/** An order with discounts that are divided unevenly, some of them borne by sponsors. */
const sold = fc
  .record({
    lines: fc.array(
      fc.record({
        price: fc.integer({ min: 1, max: 99_999 }),
        quantity: fc.integer({ min: 1, max: 7 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    shipping: fc.integer({ min: 0, max: 60_000 }),
    off: fc.integer({ min: 0, max: 100 }),
    offShipping: fc.integer({ min: 0, max: 100 }),
    borne: fc.integer({ min: 0, max: 100 }),
    bps: fc.integer({ min: 0, max: 2_000 }),
  })
  .map(({ lines, shipping, off, offShipping, borne, bps }): Sold => {
    const totals = lines.map(({ price, quantity }) => amount(price * quantity))
    const goods = sum(totals)
    const discount = amount(Math.floor((goods * off) / 100))
    const discounts = allocate(discount, totals)
    const sponsored = discounts.map((one) => amount(Math.floor((one * borne) / 100)))
    const bases = totals.map((one, i) => amount(one - discounts[i]! + sponsored[i]!))
    const commission = amount(Math.floor((sum(bases) * bps + 5_000) / 10_000))
    const commissions = sum(bases) > 0 ? allocate(commission, bases) : bases
    const shippingOff = amount(Math.floor((shipping * offShipping) / 100))
    return {
      order: {
        total: amount(goods + shipping - discount - shippingOff),
        shipping: amount(shipping),
        discount: amount(discount + shippingOff),
        sponsored: amount(sum(sponsored) + shippingOff),
        commission,
        refunded: ZERO,
        sponsoredBack: ZERO,
        commissionBack: ZERO,
      },
      lines: lines.map(({ quantity }, i) => ({
        ...{ n: i + 1, quantity, total: totals[i]!, discount: discounts[i]! },
        ...{ sponsored: sponsored[i]!, commission: commissions[i]! },
      })),
    }
  })

describe('what goes back', () => {
  it('piece by piece, in any order, is exactly what was paid for the goods', () => {
    fc.assert(
      fc.property(sold, fc.infiniteStream(fc.nat()), ({ order, lines }, chance) => {
        const goods = sum(lines.map((line) => amount(line.total - line.discount)))
        const pieces = lines.flatMap(({ n, quantity }) =>
          Array.from({ length: quantity }, () => ({ n, quantity: 1 })),
        )
        let now = order
        const before: Pieces[] = []
        while (pieces.length > 0) {
          const [piece] = pieces.splice(chance.next().value % pieces.length, 1)
          const { back } = backOf({ order: now, lines, before }, [piece!], false)
          before.push(piece!)
          now = givenBack(now, back)
          expect(now.refunded).toBeLessThanOrEqual(order.total)
        }
        expect(now.refunded).toBe(goods)
        expect(now.commissionBack).toBe(order.commission)
        expect(now.sponsoredBack).toBe(sum(lines.map((line) => line.sponsored)))
      }),
    )
  })

  it('never exceeds what was paid, whatever is asked in whatever order, and ends with nothing left', () => {
    const ask = fc.record({
      line: fc.nat(),
      quantity: fc.integer({ min: 1, max: 7 }),
      part: fc.integer({ min: 0, max: 120 }),
      shipping: fc.boolean(),
      plain: fc.boolean(),
    })
    fc.assert(
      fc.property(sold, fc.array(ask, { maxLength: 12 }), ({ order, lines }, asks) => {
        let now = order
        const before: Pieces[] = []
        for (const { line, quantity, part, shipping, plain } of asks) {
          const left = remainingOf(now)
          const asked = [{ n: lines[line % lines.length]!.n, quantity }]
          try {
            const back = plain
              ? backOfAmount(now, amount(Math.floor((left.amount * part) / 100)))
              : backOf({ order: now, lines, before }, asked, shipping).back
            if (!plain) before.push(...asked)
            now = givenBack(now, back)
          } catch (reason) {
            expect(String(reason)).toContain('outside-limits')
          }
          expect(now.refunded).toBeLessThanOrEqual(order.total)
          expect(now.sponsoredBack).toBeLessThanOrEqual(order.sponsored)
          expect(now.commissionBack).toBeLessThanOrEqual(order.commission)
        }
        expect(isWholeBack(givenBack(now, remainingOf(now)))).toBe(true)
      }),
    )
  })

  it('leaves the surviving lines their own discount: the refund of one is not 1 rupiah too much', () => {
    const line = (n: number, total: number, discount: number): PaidLine => ({
      ...{ n, quantity: 1, total: amount(total), discount: amount(discount) },
      ...{ sponsored: ZERO, commission: ZERO },
    })
    const lines = [line(1, 10_000, 3_333), line(2, 10_000, 3_333), line(3, 10_000, 3_334)]
    const order: PaidOrder = {
      ...{ total: amount(20_000), shipping: ZERO, discount: amount(10_000), sponsored: ZERO },
      ...{ commission: ZERO, refunded: ZERO, sponsoredBack: ZERO, commissionBack: ZERO },
    }
    const first = backOf({ order, lines, before: [] }, [{ n: 1, quantity: 1 }], false)
    expect(first.back.amount).toBe(6_667)
    const then = givenBack(order, first.back)
    const rest = [
      { n: 2, quantity: 1 },
      { n: 3, quantity: 1 },
    ]
    const last = backOf({ order: then, lines, before: [{ n: 1, quantity: 1 }] }, rest, true)
    expect(last.lines.map((one) => one.amount)).toEqual([6_667, 6_666])
    expect(givenBack(then, last.back).refunded).toBe(20_000)
  })

  it('refuses pieces that are not there and one rupiah more than is left', () => {
    const lines: PaidLine[] = [
      { n: 1, quantity: 2, total: amount(9), discount: ZERO, sponsored: ZERO, commission: ZERO },
    ]
    const order: PaidOrder = {
      ...{ total: amount(9), shipping: ZERO, discount: ZERO, sponsored: ZERO, commission: ZERO },
      ...{ refunded: ZERO, sponsoredBack: ZERO, commissionBack: ZERO },
    }
    const three = () => backOf({ order, lines, before: [] }, [{ n: 1, quantity: 3 }], false)
    expect(three).toThrow('outside-limits')
    expect(() => backOfAmount(order, amount(10))).toThrow('outside-limits')
    expect(backOfAmount(order, amount(9))).toEqual(remainingOf(order))
  })
})
