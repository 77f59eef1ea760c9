/**
 * The end of the time to pay and the payment come in the same moment, a hundred times by transfer and a
 * hundred times through a gateway: the purchase is paid or it expires, its goods are sold or given back, and
 * money that came too late waits in suspense. Never both, and nothing is lost.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { overtaken } from '#test/faults/overtaken'
import { bindings, clock, type Answer, type Json } from '#test/support/client'
import * as gateways from '#test/support/gateways/world'
import {
  aMarket,
  aPurchase,
  balanceOf,
  DAY,
  rowsOf,
  today,
  type Market,
} from '#test/support/orders'
import { ring } from '#test/support/ticking'
import { expirePurchases } from '#worker/jobs/expiring'

const ROUNDS = 100
const STOCK = 1000
const PIECES = 2

let market: Market
beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  await gateways.withGateways()
  market = await aMarket(STOCK)
})
afterEach(() => {
  gateways.withoutGateways()
  vi.restoreAllMocks()
})

/**
 * Every second time the clock rings exactly before one of the calls that booking makes to the database, or
 * after all of them; else whenever it comes to it.
 */
async function together(round: number, book: () => Promise<Answer>): Promise<Answer> {
  const later = clock.now + 2 * DAY
  let struck = false
  const strike = async () => {
    struck = true
    await ring(expirePurchases, { ...bindings(), clock: () => later })
  }
  if (round % 2 === 0) {
    const answer = await overtaken(book, { at: (round / 2) % 7, by: strike })
    if (!struck) await strike()
    return answer
  }
  const slowly = async () => {
    for (let n = 0; n < round % 20; n += 1) await rowsOf('SELECT 1')
    await strike()
  }
  const [answer] = await Promise.all([book(), slowly()])
  return answer
}

const STOOD = `SELECT p.status AS status, o.status AS "order", coalesce((SELECT sum(u.rest)
    FROM unmatched_payments u WHERE u.purchase_id = p.id AND u.status = 'open'), 0) AS waits
  FROM purchases p JOIN orders o ON o.purchase_id = p.id WHERE p.id = ?`

type Ends = { settled: number; expired: number; sum: number }

/** What became of the purchase: one of two ends, each with its goods and its money in the right place. */
async function ended({ id, total }: Json, booked: boolean, ends: Ends): Promise<void> {
  const [{ status, order, waits }] = await rowsOf(STOOD, id)
  const isPaid = status === 'settled'
  ends[isPaid ? 'settled' : 'expired'] += 1
  if (isPaid || booked) ends.sum += total
  expect([status, order, waits]).toEqual(
    isPaid ? ['settled', 'placed', 0] : ['expired', 'expired', booked ? total : 0],
  )
  const [{ stock }] = await rowsOf('SELECT stock FROM variants')
  expect(stock).toBe(STOCK - PIECES * ends.settled)
}

it(
  'a transfer that is matched settles, or is told that it is too late',
  { timeout: 120_000 },
  async () => {
    const ends = { settled: 0, expired: 0, sum: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      const { purchase } = await aPurchase([market])
      const received = { amount: purchase.total, receivedOn: today(), reference: purchase.code }
      const path = `/api/purchases/${purchase.id}/settlement`
      const settling = () => market.operator.owner.post(path, received)
      const { status } = await together(round, settling)
      await ended(purchase, false, ends)
      const [{ status: now }] = await rowsOf(STOOD, purchase.id)
      expect([round, status, now]).toEqual([
        round,
        ...(status === 201 ? [201, 'settled'] : [409, 'expired']),
      ])
    }
    expect(Math.min(ends.settled, ends.expired)).toBeGreaterThan(0)
    expect(0 - (await balanceOf('bank', ''))).toBe(ends.sum)
  },
)

it('a gateway’s notice settles, or its money waits', { timeout: 120_000 }, async () => {
  const ends = { settled: 0, expired: 0, sum: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = await gateways.aBegunPayment(market, 'midtrans')
    await gateways.become(begun.reference, { status: 'settlement' })
    const notice = await gateways.noticeOf(begun.reference)
    const { status } = await together(round, () => gateways.bring('midtrans', notice))
    expect([round, status]).toEqual([round, 200])
    await ended(begun.purchase, true, ends)
  }
  expect(Math.min(ends.settled, ends.expired)).toBeGreaterThan(0)
  expect(0 - (await balanceOf('gateway-clearing', 'midtrans'))).toBe(ends.sum)
})
