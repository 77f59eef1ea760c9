import { describe, expect, it } from 'vitest'
import { instant, localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { settle } from '#worker/market/paying/payments/settlement'
import {
  lapse,
  mayRead,
  PURCHASE_STATES,
  type Purchase,
} from '#worker/market/buying/purchases/purchase'

const purchase = (over: Partial<Purchase> = {}): Purchase => ({
  id: 'p',
  code: 'K7MQ4RTX',
  personId: null,
  organizationId: null,
  cartHash: 'cart',
  locale: 'id',
  buyerName: 'Siti',
  buyerPhone: '628123456789',
  buyerEmail: null,
  street: '',
  areaCode: '',
  areaText: '',
  postalCode: '',
  note: '',
  goodsTotal: amount(125_000),
  shippingTotal: amount(0),
  discountTotal: amount(0),
  taxTotal: amount(0),
  uniqueCode: amount(345),
  total: amount(125_345),
  method: 'transfer',
  status: 'pending',
  placedAt: instant(0),
  expiresAt: instant(86_400_000),
  settledAt: null,
  proofAt: null,
  version: 1,
  ...over,
})
const order = (over = {}) => ({
  id: 'o',
  code: 'K7MQ4RTX-1',
  enterpriseId: 'e',
  status: 'placed',
  total: amount(125_000),
  version: 1,
  ...over,
})
const held = [{ orderId: 'o', variantId: 'v', productId: 'q', quantity: 2 }]
const day = {
  now: instant(5_000),
  today: localDate('2026-11-22'),
  placedOn: localDate('2026-11-21'),
}
const received = (over = {}) => ({
  amount: amount(125_345),
  receivedOn: localDate('2026-11-22'),
  reference: 'BCA 1',
  ...over,
})

function refusal(act: () => unknown): Refusal {
  try {
    act()
  } catch (reason) {
    if (reason instanceof Refusal) return reason
    throw reason
  }
  throw new Error('nothing was refused')
}

describe('settling a purchase', () => {
  it('pays its orders and starts the clock by which they are sent', () => {
    const settled = settle({ purchase: purchase(), orders: [order()] }, received(), day)
    expect(settled.purchase).toMatchObject({ status: 'settled', settledAt: 5_000, version: 2 })
    expect(settled.orders[0]).toMatchObject({
      paidAt: 5_000,
      shipBy: 5_000 + 72 * 3_600_000,
      version: 2,
    })
  })

  it('takes no rupiah more or less, and says the difference', () => {
    for (const [came, difference] of [
      [125_344, -1],
      [125_346, 1],
      [125_000, -345],
    ] as const) {
      const asked = received({ amount: amount(came) })
      const { type, more } = refusal(() =>
        settle({ purchase: purchase(), orders: [order()] }, asked, day),
      )
      expect([type, more.facts?.difference]).toEqual(['amount-mismatch', difference])
    }
  })

  it.each([
    ['expired', 'payment-expired'],
    ['cancelled', 'payment-expired'],
    ['settled', 'illegal-transition'],
    ['failed', 'illegal-transition'],
  ] as const)('that is %s is refused as %s', (status, type) => {
    const given = { purchase: purchase({ status }), orders: [order()] }
    expect(refusal(() => settle(given, received(), day)).type).toBe(type)
  })

  it('is dated from the day of the purchase to today', () => {
    const given = { purchase: purchase(), orders: [order()] }
    for (const receivedOn of ['2026-11-20', '2026-11-23'] as const) {
      const asked = received({ receivedOn: localDate(receivedOn) })
      expect(refusal(() => settle(given, asked, day)).type).toBe('malformed')
    }
  })
})

describe('a purchase that lapses', () => {
  it('gives back what its orders held and ends them with it', () => {
    const lapsed = lapse('expired', { purchase: purchase(), orders: [order()], held })
    expect(lapsed.purchase).toMatchObject({ status: 'expired', version: 2 })
    expect(lapsed.orders).toMatchObject([{ status: 'expired', version: 2 }])
    expect(lapsed.givenBack).toEqual([{ variantId: 'v', productId: 'q', by: 2 }])
  })

  it('gives nothing back for an order that had ended before', () => {
    const orders = [order({ status: 'cancelled' })]
    const lapsed = lapse('expired', { purchase: purchase(), orders, held })
    expect([lapsed.orders, lapsed.givenBack]).toEqual([[], []])
  })

  it('does so from pending alone', () => {
    for (const status of PURCHASE_STATES.filter((one) => one !== 'pending')) {
      const given = { purchase: purchase({ status }), orders: [order()], held }
      expect(refusal(() => lapse('cancelled', given)).type).toBe('illegal-transition')
    }
  })
})

describe('a purchase is read', () => {
  const nothing = { personId: null, cartHash: null, phone: null }

  it('by whoever is signed in as its buyer, holds its cart, or knows its number', () => {
    const one = purchase({ personId: 'me' })
    expect(mayRead(one, { ...nothing, personId: 'me' })).toBe(true)
    expect(mayRead(one, { ...nothing, cartHash: 'cart' })).toBe(true)
    expect(mayRead(one, { ...nothing, phone: '628123456789' })).toBe(true)
  })

  it('by nobody else, and not by showing nothing where nothing is kept', () => {
    expect(mayRead(purchase({ cartHash: null }), nothing)).toBe(false)
    expect(mayRead(purchase(), { personId: 'x', cartHash: 'y', phone: '628000000000' })).toBe(false)
  })
})
