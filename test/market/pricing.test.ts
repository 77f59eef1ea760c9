import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, localDate } from '#worker/kernel/calendar'
import { amount, basisPoints, sum } from '#worker/kernel/money'
import { pricedOrders, totalsOf, type Pricing } from '#worker/market/buying/checkout/priced-order'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import type { Voucher } from '#worker/market/buying/vouchers/voucher'

const AREA = '32.06.34.2002' as AreaCode
const since = localDate('2025-01-01')

const voucher = (given: Partial<Voucher>): Voucher => ({
  ...{ id: 'v', code: 'CSR', organizationId: 'partner', payer: 'partner', kind: 'percent' },
  ...{ label: 'CSR', percentBps: basisPoints(1_500), cap: null, minimum: amount(0) },
  ...{ startsAt: instant(0), endsAt: null, mostUses: null, mostPerBuyer: null },
  ...{ budget: amount(1e12), categories: [], enterprises: [], used: 0, usedAmount: amount(0) },
  ...{ released: amount(0), createdAt: instant(0), closedAt: null, version: 1 },
  ...given,
})
const own = voucher({
  ...{ id: 'own', code: 'OWN', organizationId: 'e0', payer: 'seller', kind: 'amount' },
  percentBps: null,
  cap: amount(7_777),
})
const free = voucher({
  ...{ id: 'free', code: null, organizationId: 'e0', payer: 'seller', kind: 'shipping' },
  percentBps: null,
  cap: amount(3_333),
})

type Made = { price: number; quantity: number; grams: number }[][]

function pricing(parts: Made, pkp: boolean): Pricing {
  const tariffs = [
    {
      destination: '' as const,
      firstKg: amount(9_001),
      nextKg: amount(4_003),
      daysFrom: 1,
      daysTo: 2,
    },
  ]
  const ids = parts.map((_, i) => `e${i}`)
  return {
    cart: {
      parts: parts.map((lines, i) => ({
        ...{ enterpriseId: `e${i}`, slug: `e${i}`, name: `E${i}`, phone: '628', regencyName: '' },
        pickupPlace: null,
        pkpSince: pkp && i % 2 === 0 ? since : null,
        lines: lines.map(({ price, quantity, grams }, j) => ({
          ...{ variantId: `v${i}-${j}`, productId: `p${j}`, productSlug: '', title: '' },
          ...{ variantName: '', price: amount(price), priceSeen: amount(price), quantity },
          ...{ stock: 9_999, weightGrams: grams, volumeCm3: 0, photoId: null, photoColor: null },
          ...{ categories: ['weaving'], tiers: [], onSale: true },
        })),
      })),
    },
    services: Object.fromEntries(
      ids.map((id) => [
        id,
        [
          {
            ...{ code: 'jne', kind: 'courier', courier: 'jne', name: 'REG', active: true },
            minimum: amount(0),
            tariffs,
          },
        ],
      ]),
    ),
    vouchers: [own, free, voucher({})],
    uses: {},
    taxRules: [
      { name: 'ppn', since, rateBps: basisPoints(1200), basePart: 11, baseWhole: 12, source: '' },
    ],
    commissionRules: [
      {
        ...{ id: 'r', scope: 'product', reference: 'p1', since, until: null },
        bps: basisPoints(333),
      },
    ],
    commission: basisPoints(517),
    on: localDate('2026-11-22'),
    now: instant(1),
  }
}
const wish = (facts: Pricing, vouchers: string[]) => ({
  area: AREA,
  deliveries: facts.cart.parts.map(({ enterpriseId }) => ({
    enterpriseId,
    delivery: 'courier' as const,
  })),
  vouchers,
})

describe('what a cart costs', () => {
  it('is the sum of its orders, and each order that of its lines, for any cart', () => {
    const line = fc.record({
      price: fc.integer({ min: 100, max: 2_000_000 }),
      quantity: fc.integer({ min: 1, max: 20 }),
      grams: fc.integer({ min: 1, max: 3_000 }),
    })
    const carts = fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(carts, fc.boolean(), fc.subarray(['OWN', 'CSR']), (cart, pkp, codes) => {
        const dear = cart.map((lines) =>
          lines.map((one) => ({ ...one, price: one.price + 10_000 })),
        )
        const facts = pricing(dear, pkp)
        const orders = pricedOrders(wish(facts, codes), facts)
        for (const one of orders) {
          const goodsOff = one.discounts.filter(({ kind }) => kind === 'goods')
          expect(one.goodsTotal).toBe(sum(one.lines.map((each) => each.total)))
          expect(one.tax).toBe(sum(one.lines.map((each) => each.tax)))
          expect(one.commission).toBe(sum(one.lines.map((each) => each.commission)))
          expect(sum(goodsOff.map((each) => each.amount))).toBe(
            sum(one.lines.map((each) => each.discount)),
          )
          expect(one.total).toBe(one.goodsTotal + one.shipping - one.discount)
          expect(one.total).toBeGreaterThanOrEqual(0)
          expect(one.sponsored).toBeLessThanOrEqual(one.discount)
          expect(one.commission).toBeLessThanOrEqual(one.goodsTotal)
          const exact = one.lines.reduce(
            (all, { total, discount, sponsored, commissionBps }) =>
              all + BigInt(total - discount + sponsored) * BigInt(commissionBps),
            0n,
          )
          expect(one.commission).toBe(Number((exact + 5_000n) / 10_000n))
        }
        const totals = totalsOf(orders)
        expect(totals.total).toBe(sum(orders.map((one) => one.total)))
        expect(totals.total).toBe(totals.goodsTotal + totals.shippingTotal - totals.discountTotal)
      }),
    )
  })

  it('takes tax only within the prices of those who charge it, less what they take off themselves', () => {
    const facts = pricing(
      [
        [{ price: 111_000, quantity: 1, grams: 500 }],
        [{ price: 111_000, quantity: 1, grams: 500 }],
      ],
      true,
    )
    const [pkp, other] = pricedOrders(wish(facts, []), facts)
    expect([pkp!.tax, other!.tax]).toEqual([11_000, 0])
    const [sponsored] = pricedOrders(wish(facts, ['CSR']), facts)
    expect(sponsored!.tax).toBe(11_000)
    const [reduced] = pricedOrders(wish(facts, ['OWN']), facts)
    expect(reduced!.tax).toBe(Math.floor(((111_000 - 7_777) * 11) / 111))
  })

  it('names the payer of each discount, and a seller’s free shipping is hers alone', () => {
    const facts = pricing(
      [[{ price: 50_000, quantity: 1, grams: 500 }], [{ price: 50_000, quantity: 1, grams: 500 }]],
      false,
    )
    const [first, second] = pricedOrders(wish(facts, ['CSR']), facts)
    expect(first!.discounts.map((one) => [one.payer, one.kind, one.amount])).toEqual([
      ['partner', 'goods', 7_500],
      ['seller', 'shipping', 3_333],
    ])
    expect(second!.discounts.map((one) => one.payer)).toEqual(['partner'])
    expect(first!.sponsored).toBe(7_500)
  })
})
