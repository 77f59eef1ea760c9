import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, localDate } from '#worker/kernel/calendar'
import { amount, basisPoints } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import type { Cart, CartLine } from '#worker/market/buying/carts/cart'
import { place, withOtherCode, type Facts, type Wish } from '#worker/market/buying/checkout/placing'
import { freeCode } from '#worker/market/buying/checkout/unique-code'
import type { VillageCode } from '#worker/market/buying/shipping/area'
import type { ShippingService } from '#worker/market/buying/shipping/shipping-service'

const bytes =
  (...given: number[]) =>
  () =>
    Uint8Array.from(given)

const line = (over: Partial<CartLine> = {}): CartLine => ({
  variantId: 'v1',
  productId: 'p1',
  productSlug: 'tas',
  title: 'Tas mendong',
  variantName: '',
  price: amount(125_000),
  priceSeen: amount(125_000),
  quantity: 1,
  stock: 5,
  weightGrams: 400,
  photoId: null,
  photoColor: null,
  volumeCm3: 0,
  categories: ['weaving'],
  tiers: [],
  onSale: true,
  ...over,
})
const part = (enterpriseId: string, lines: CartLine[], pickupPlace: string | null = null) => ({
  enterpriseId,
  slug: enterpriseId,
  name: `Kelompok ${enterpriseId}`,
  phone: '628123456789',
  regencyName: 'Kabupaten Tasikmalaya',
  pickupPlace,
  pkpSince: null,
  lines,
})
const anywhere = (firstKg: number): ShippingService[] => [
  {
    code: 'regular',
    kind: 'courier',
    courier: 'other',
    name: '',
    minimum: amount(0),
    active: true,
    tariffs: [
      {
        destination: '',
        firstKg: amount(firstKg),
        nextKg: amount(5000),
        daysFrom: 2,
        daysTo: 4,
      },
    ],
  },
]

const facts = (cart: Cart, over: Partial<Facts> = {}): Facts => ({
  cart,
  services: { a: anywhere(10_000), b: anywhere(12_000) },
  open: 0,
  takenTotals: [],
  methods: ['transfer'],
  commission: basisPoints(500),
  vouchers: [],
  uses: {},
  taxRules: [],
  commissionRules: [],
  on: localDate('2026-11-22'),
  now: instant(1_000),
  ...over,
})
const wish = (over: Partial<Wish> = {}): Wish => ({
  buyer: { name: 'Siti', phone: '628123456789', email: null },
  address: {
    street: 'Jl. Anyaman 1',
    areaCode: '32.06.34.2002' as VillageCode,
    areaText: 'Desa Rajapolah',
    postalCode: '46155',
    note: '',
  },
  deliveries: [
    { enterpriseId: 'a', delivery: 'courier' },
    { enterpriseId: 'b', delivery: 'courier' },
  ],
  vouchers: [],
  method: 'transfer',
  expected: { goodsTotal: amount(375_000), shippingTotal: amount(22_000) },
  ...over,
})
let ids = 0
const maker = {
  purchaseId: 'purchase',
  code: 'K7MQ4RTX',
  personId: null,
  cartHash: 'cart',
  locale: 'id' as const,
  now: instant(1_000),
  random: bytes(1, 89),
  newId: () => `order-${(ids += 1)}`,
}
const twoSellers: Cart = {
  parts: [
    part('a', [line({ quantity: 2 })]),
    part('b', [line({ variantId: 'v2' })], 'Pasar Beringharjo'),
  ],
}

function refusal(act: () => unknown): Refusal {
  try {
    act()
  } catch (reason) {
    if (reason instanceof Refusal) return reason
    throw reason
  }
  throw new Error('nothing was refused')
}

describe('placing a purchase', () => {
  it('makes one order for each seller, and the purchase their sum and the unique code', () => {
    const { purchase, orders } = place(wish(), facts(twoSellers), maker)
    expect(orders.map((one) => [one.code, one.goodsTotal, one.shipping, one.total])).toEqual([
      ['K7MQ4RTX-1', 250_000, 10_000, 260_000],
      ['K7MQ4RTX-2', 125_000, 12_000, 137_000],
    ])
    expect(purchase).toMatchObject({ goodsTotal: 375_000, shippingTotal: 22_000, uniqueCode: 346 })
    expect(purchase.total).toBe(397_346)
    expect(purchase.expiresAt - purchase.placedAt).toBe(24 * 3_600_000)
  })

  it('takes its commission from goods alone', () => {
    const { orders } = place(wish(), facts(twoSellers), maker)
    expect(orders.map((one) => one.commission)).toEqual([12_500, 6_250])
  })

  it('charges no shipping for what is picked up, and needs no address then', () => {
    const cart = { parts: [twoSellers.parts[1]!] }
    const expected = { goodsTotal: amount(125_000), shippingTotal: amount(0) }
    const deliveries = [{ enterpriseId: 'b', delivery: 'pickup' as const }]
    const { orders, purchase } = place(
      wish({ address: null, deliveries, expected }),
      facts(cart),
      maker,
    )
    expect(orders[0]).toMatchObject({ shipping: 0, pickupPlace: 'Pasar Beringharjo' })
    expect(purchase.areaCode).toBe('')
  })

  it.each([
    ['cart-empty', wish(), facts({ parts: [] })],
    ['product-unavailable', wish(), facts({ parts: [part('a', [line({ onSale: false })])] })],
    ['insufficient-stock', wish(), facts({ parts: [part('a', [line({ stock: 0 })])] })],
    ['malformed', wish({ deliveries: [] }), facts(twoSellers)],
    ['malformed', wish({ address: null }), facts(twoSellers)],
    ['shipping-unavailable', wish(), facts(twoSellers, { services: { a: anywhere(10_000) } })],
    [
      'shipping-unavailable',
      wish({ deliveries: [{ enterpriseId: 'a', delivery: 'pickup' }] }),
      facts(twoSellers),
    ],
    ['holds-exceeded', wish(), facts(twoSellers, { open: 5 })],
  ])('is refused as %s', (type, asked, seen) => {
    expect(refusal(() => place(asked, seen, maker)).type).toBe(type)
  })

  it('shows the new price where it is not the one that was shown', () => {
    const dearer = { parts: [part('a', [line({ quantity: 2, price: amount(130_000) })])] }
    const { type, more } = refusal(() => place(wish(), facts(dearer), maker))
    expect([type, more.facts]).toEqual([
      'price-changed',
      {
        goodsTotal: 260_000,
        shippingTotal: 10_000,
        discountTotal: 0,
        lines: [{ variantId: 'v1', title: 'Tas mendong', seen: 125_000, price: 130_000 }],
      },
    ])
  })

  it('takes another code when someone was first with the total', () => {
    const placed = place(wish(), facts(twoSellers), maker)
    const other = withOtherCode(placed, [placed.purchase.total], maker.random)
    expect(other.purchase.total).not.toBe(placed.purchase.total)
    expect(other.purchase.total - other.purchase.uniqueCode).toBe(397_000)
  })
})

describe('a unique code', () => {
  it('turns 125.000 into 125.345', () => {
    expect(freeCode(amount(125_000), [], bytes(1, 88))).toBe(345)
  })

  it('is 1 to 999 and never makes a total that is taken', () => {
    const taken = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 998 })
    fc.assert(
      fc.property(taken, fc.integer({ min: 0, max: 65_535 }), (codes, at) => {
        const random = bytes(at >> 8, at & 255)
        const code = freeCode(
          amount(50_000),
          codes.map((one) => 50_000 + one),
          random,
        )
        expect(code).toBeGreaterThanOrEqual(1)
        expect(code).toBeLessThanOrEqual(999)
        expect(codes).not.toContain(code)
      }),
    )
  })

  it('is refused when all are taken', () => {
    const all = Array.from({ length: 999 }, (_, i) => 50_001 + i)
    expect(refusal(() => freeCode(amount(50_000), all, bytes(0, 0))).type).toBe('unavailable')
  })
})
