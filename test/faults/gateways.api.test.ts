/**
 * Gateways are called between two commits, and call us: whatever fails on the way (the database, the
 * gateway's server, its answer on the way back), the books are right, nothing is booked twice, and a repeat
 * or the clock ends it as if nothing had happened.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { between, bindings, clock, newKey, type Answer } from '#test/support/client'
import * as gateways from '#test/support/gateways/world'
import { faulty, type Calls, type Fault } from '#test/support/faulty'
import { aMarket, aPurchase, balanceOf, rowsOf, type Market } from '#test/support/orders'
import { expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const { aBegunPayment, become, bring, noticeOf } = gateways
const MODES = ['before', 'after'] as const

let market: Market
const realFetch = globalThis.fetch

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await gateways.withGateways()
  market = await aMarket(1000)
})
afterEach(() => {
  globalThis.fetch = realFetch
  gateways.withoutGateways()
  vi.restoreAllMocks()
})

/** Acts while one call to the database fails. */
async function whileFailing<T>(fault: Fault, act: () => Promise<T>) {
  const calls: Calls = []
  const world = between.world
  between.world = (given) => faulty(world(given), fault, calls)
  try {
    return { answer: await act(), calls }
  } finally {
    between.world = world
  }
}

/** Acts while the world outside fails: before it is asked, or with its answer lost. */
async function whileOutsideFails<T>(mode: (typeof MODES)[number], act: () => Promise<T>) {
  globalThis.fetch = async (...given: Parameters<typeof fetch>) => {
    if (mode === 'after') await realFetch(...given)
    throw new Error('Network connection lost.')
  }
  try {
    return await act()
  } finally {
    globalThis.fetch = realFetch
  }
}

const held = async () => 0 - (await balanceOf('gateway-clearing', 'midtrans'))
const moves = () => rowsOf('SELECT kind FROM gateway_moves')

describe.each(MODES)('a notice, when a call fails %s it is run', (mode) => {
  it('is answered as a failure of ours, and booked once when it comes again', async () => {
    let booked = 0
    for (let at = 0; ; at += 1) {
      const begun = await aBegunPayment(market, 'midtrans')
      await become(begun.reference, { status: 'settlement' })
      const notice = await noticeOf(begun.reference)
      const { answer, calls } = await whileFailing({ at, mode }, () => bring('midtrans', notice))
      const failed = calls.length > at
      expect([at, (answer as Answer).status]).toEqual([at, failed ? 503 : 200])
      expect(expected(await bring('midtrans', notice), 200).outcome).toBeDefined()
      booked += begun.purchase.total
      expect(await held()).toBe(booked)
      if (!failed) break
    }
    expect(await moves()).not.toEqual([])
  })

  it('waits for the gateway’s own answer', async () => {
    const begun = await aBegunPayment(market, 'midtrans')
    await become(begun.reference, { status: 'settlement' })
    const notice = await noticeOf(begun.reference)
    const answer = await whileOutsideFails(mode, () => bring('midtrans', notice))
    expect([answer.status, await moves()]).toEqual([503, []])
    expected(await bring('midtrans', notice), 200)
    expect(await held()).toBe(begun.purchase.total)
  })
})

describe.each(MODES)('going to the gateway, when a call fails %s it is run', (mode) => {
  it('goes on with the same key, and pays once', async () => {
    for (let at = 0; at < 3; at += 1) {
      const { purchase, buyer } = await aPurchase([market], { method: 'midtrans' })
      const path = `/api/purchases/${purchase.code}/gateway-payment`
      const key = { 'idempotency-key': newKey() }
      await whileFailing({ at, mode }, () => buyer.post(path, {}, key))
      const { reference } = expected(await buyer.post(path, {}, key), 201)
      await become(reference, { status: 'settlement' })
      expected(await bring('midtrans', await noticeOf(reference)), 200)
      const { status } = expected(await buyer.get(`/api/purchases/${purchase.code}`), 200)
      expect([at, status]).toEqual([at, 'settled'])
    }
  })

  it('leaves an attempt that the clock looks after when the gateway cannot be reached', async () => {
    const { purchase, buyer } = await aPurchase([market], { method: 'midtrans' })
    const path = `/api/purchases/${purchase.code}/gateway-payment`
    const answer = await whileOutsideFails(mode, () => buyer.post(path))
    expect(answer.status).toBe(503)
    clock.now += 6 * 60_000
    await everyMinute(bindings(), clock.now)
    expect(await rowsOf('SELECT status FROM gateway_payments')).toEqual([{ status: 'asked' }])
    expected(await buyer.post(path), 201)
  })
})
