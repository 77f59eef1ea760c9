import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { finalStates, reachable } from '#worker/kernel/transitions'
import { completionDaysFrom, USUAL_DAYS } from '#worker/market/fulfilling/orders/completion-days'
import * as life from '#worker/market/fulfilling/orders/order'
import {
  ORDER_TRANSITIONS,
  type Order,
  type OrderStatus,
} from '#worker/market/fulfilling/orders/order'

const DAY = 24 * 60 * 60 * 1000
const at = instant(Date.UTC(2026, 10, 22, 3))

function order(change: Partial<Order> = {}): Order {
  return {
    id: 'o1',
    code: 'K7PQ3R9T-1',
    purchaseId: 'p1',
    enterpriseId: 'anyam',
    status: 'placed',
    paid: true,
    terms: 'prepaid',
    delivery: 'courier',
    service: null,
    pickupPlace: null,
    goodsTotal: amount(100_000),
    shipping: amount(20_000),
    discount: amount(0),
    sponsored: amount(0),
    tax: amount(0),
    commission: amount(5_000),
    refunded: amount(0),
    sponsoredBack: amount(0),
    commissionBack: amount(0),
    disputes: 0,
    total: amount(120_000),
    weightGrams: 800,
    courier: null,
    trackingNumber: null,
    placedAt: at,
    paidAt: at,
    shipBy: instant(at + 3 * DAY),
    shippedAt: null,
    deliveredAt: null,
    completeAt: null,
    completedAt: null,
    cancelledAt: null,
    cancelAskedAt: null,
    cancelAnswerBy: null,
    lateToldAt: null,
    version: 2,
    ...change,
  }
}

const shipment = { courier: 'JNE', trackingNumber: 'JP123' }
const pickup = { delivery: 'pickup', pickupPlace: 'Balai desa' } as const

type Step = (one: Order) => Order
const STEPS: Record<string, Step> = {
  confirm: life.confirm,
  pack: life.pack,
  ship: (one) => life.ship(one, shipment, at, USUAL_DAYS),
  deliver: (one) => life.deliver(one, at, USUAL_DAYS),
  complete: (one) => life.complete(one, at),
  cancel: (one) => life.cancel(one, at),
}

/** What each step does to a paid order in each state; a blank is refused. */
const TABLE: Record<OrderStatus, Partial<Record<string, OrderStatus>>> = {
  placed: { confirm: 'confirmed', cancel: 'cancelled' },
  confirmed: { pack: 'packed', cancel: 'cancelled' },
  packed: { ship: 'shipped', cancel: 'cancelled' },
  shipped: { deliver: 'delivered', complete: 'completed' },
  delivered: { complete: 'completed' },
  completed: {},
  cancelled: {},
  expired: {},
}

function outcome(step: Step, one: Order): OrderStatus | undefined {
  try {
    return step(one).status
  } catch {
    return undefined
  }
}

describe('the life of an order', () => {
  for (const [status, allowed] of Object.entries(TABLE)) {
    it(`${status}: ${Object.keys(allowed).join(', ') || 'nothing more happens'}`, () => {
      const one = order({ status: status as OrderStatus })
      const happens = Object.entries(STEPS).flatMap(([name, step]) => {
        const became = outcome(step, one)
        return became ? [[name, became]] : []
      })
      expect(Object.fromEntries(happens)).toEqual(allowed)
    })
  }

  it('hands a pick-up over from the shelf and never to a courier', () => {
    const packed = order({ ...pickup, status: 'packed' })
    expect(outcome(STEPS.deliver!, packed)).toBe('delivered')
    expect(outcome(STEPS.ship!, packed)).toBeUndefined()
  })

  it('begins with the money: an unpaid order is neither confirmed nor cancelled by its seller', () => {
    const unpaid = order({ paid: false, paidAt: null })
    expect(() => life.confirm(unpaid)).toThrow('illegal-transition')
    expect(() => life.cancel(unpaid, at)).toThrow('illegal-transition')
  })

  it('is completed, cancelled or expired at last, whatever happens', () => {
    expect(finalStates(ORDER_TRANSITIONS)).toEqual(['completed', 'cancelled', 'expired'])
    for (const state of reachable(ORDER_TRANSITIONS, 'placed')) {
      const ends = [...reachable(ORDER_TRANSITIONS, state)]
      expect(ends.some((one) => ORDER_TRANSITIONS[one].length === 0)).toBe(true)
    }
  })

  it('counts its events, and keeps what was frozen in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.values(STEPS)), { maxLength: 12 }),
        (steps) => {
          const first = order()
          let one = first
          let taken = 0
          for (const step of steps) {
            try {
              one = step(one)
              taken += 1
            } catch {
              continue
            }
          }
          expect(one.version).toBe(first.version + taken)
          for (const key of ['goodsTotal', 'shipping', 'commission', 'total', 'code'] as const) {
            expect(one[key]).toBe(first[key])
          }
          expect(life.heldOf(one)).toBe(one.status === 'cancelled' ? 0 : one.total)
        },
      ),
    )
  })
})

describe('an order that is paid at the door', () => {
  const atTheDoor = order({ paid: false, paidAt: null, terms: 'cod' })

  it('moves without money, and gives nothing back when it is cancelled', () => {
    expect(life.confirm(atTheDoor).status).toBe('confirmed')
    expect(life.cancel(atTheDoor, at)).toMatchObject({ status: 'cancelled', refunded: 0 })
  })
})

describe('an order on an invoice', () => {
  it('is sent before it is paid, and completes only when it is', () => {
    const sent = life.deliver(
      order({ status: 'shipped', paid: false, paidAt: null, terms: 'invoice' }),
      at,
      USUAL_DAYS,
    )
    expect(sent.completeAt).toBeNull()
    expect(() => life.complete(sent, at)).toThrow(Refusal)
    expect(life.complete({ ...sent, paid: true }, at).status).toBe('completed')
  })
})

describe('a dispute', () => {
  it('keeps an order from completing while it is open', () => {
    const disputed = order({ status: 'delivered', disputes: 1 })
    expect(() => life.complete(disputed, at)).toThrow(Refusal)
  })
})

describe('the clock of an order', () => {
  it('completes it fourteen days after it was sent, or three after it arrived', () => {
    const sent = life.ship(order({ status: 'packed' }), shipment, at, USUAL_DAYS)
    expect(sent.completeAt).toBe(at + 14 * DAY)
    expect(sent).toMatchObject({ courier: 'JNE', trackingNumber: 'JP123', shippedAt: at })
    const later = instant(at + 2 * DAY)
    expect(life.deliver(sent, later, USUAL_DAYS).completeAt).toBe(later + 3 * DAY)
  })

  it('stops when it is completed', () => {
    const done = life.complete(order({ status: 'delivered', completeAt: at }), at)
    expect(done).toMatchObject({ completeAt: null, completedAt: at })
  })

  it('is a setting; one that makes no sense is left aside', () => {
    const given = { COMPLETE_DAYS_AFTER_DELIVERY: '7', COMPLETE_DAYS_AFTER_SHIPPING: '30' }
    expect(completionDaysFrom(given)).toEqual({ afterDelivery: 7, afterShipping: 30 })
    for (const wrong of ['0', '-1', '91', '1.5', 'soon', '']) {
      expect(completionDaysFrom({ COMPLETE_DAYS_AFTER_DELIVERY: wrong })).toEqual(USUAL_DAYS)
    }
  })
})
