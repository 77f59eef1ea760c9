/** What the gateways tell us comes twice, late, forged, or never; the books stand as the gateways have it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chance } from '#db/seed/random'
import { planned, Storm } from '#test/faults/storm'
import { between, clock } from '#test/support/client'
import { effects, since } from '#test/support/effects'
import { faulty } from '#test/support/faulty'
import {
  expectAgreement,
  expectAtLeastTold,
  moveOn,
  payments,
} from '#test/support/gateways/courses'
import * as gateways from '#test/support/gateways/world'
import { aMarket, DAY, rowsOf, type Market } from '#test/support/orders'
import { ring } from '#test/support/ticking'
import { checkGateways } from '#worker/jobs/checking'
import { expirePurchases } from '#worker/jobs/expiring'
import type { Job } from '#worker/jobs/tick'

const SEED = process.env.STORM_SEED ?? String(Date.now())
const from = { 'cf-connecting-ip': '103.208.23.7' }

let market: Market
beforeEach(async () => {
  for (const level of ['error', 'warn', 'info'] as const) {
    vi.spyOn(console, level).mockImplementation(() => {})
  }
  await gateways.withGateways()
  market = await aMarket(1000)
})
afterEach(() => {
  gateways.withoutGateways()
  vi.restoreAllMocks()
})

/** A job rings so much later until nothing is due: a night has more minutes than this. */
async function ringOut(later: number, job: Job, due: string): Promise<number> {
  clock.now += later
  for (let n = 0; n < 60; n += 1) {
    if ((await rowsOf(due, clock.now)).length === 0) return n
    await ring(job)
  }
  throw new Error('there is no end to it')
}
const TO_CHECK = 'SELECT 1 AS due FROM gateway_payments WHERE check_at <= ? LIMIT 1'
const OVERDUE = `SELECT 1 AS due FROM purchases
  WHERE status = 'pending' AND expires_at <= ? LIMIT 1`

describe('a storm of a thousand notices of two hundred payments', () => {
  it(`ends where the gateways end (STORM_SEED=${SEED})`, { timeout: 240_000 }, async () => {
    const random = chance(SEED)
    const all = await payments(market, 200)
    const { now, late } = planned(all, random)
    expect(now.length + late.length).toBe(1000)

    const storm = new Storm(random, now)
    await storm.run(8)
    expect(storm.failures).toBeGreaterThan(5)
    await expectAtLeastTold(all)
    const kept = await rowsOf('SELECT outcome, count(*) AS n FROM gateway_notices GROUP BY outcome')
    expect(kept.reduce((sum, { n }) => sum + n, 0)).toBe(storm.kept.size)
    expect(kept.map(({ outcome }) => outcome)).not.toContain('come')

    // What was told too early, or not at all, the clock asks for: minutes after, and in the night.
    for (const payment of all) await moveOn(payment, payment.course.length)
    await ringOut(6 * 60_000, checkGateways, TO_CHECK)
    await ringOut(DAY + 60_000, checkGateways, TO_CHECK)
    await expectAgreement(all)

    // Ten days later some who had not paid have, and their goods are no longer held.
    await ringOut(9 * DAY, expirePurchases, OVERDUE)
    for (const { payment } of late.slice(0, 10)) {
      if (payment.course.at(-1) !== 'pending') continue
      payment.course = ['pending', 'settlement']
      await moveOn(payment)
    }
    const after = new Storm(random, late)
    await after.run(8)
    await expectAgreement(all)
    const [{ n: waiting }] = await rowsOf('SELECT count(*) AS n FROM unmatched_payments')
    expect(waiting).toBeGreaterThan(0)
  })
})

describe('a refused notice', () => {
  const cases = [
    ['forged', { key: 'x' }, 401, { uses: 1 }],
    ['of a payment that nobody began', { as: 'NONE-1' }, 200, { gateway_notices: 1 }],
    ['of another amount', { amount: '7' }, 200, { gateway_notices: 1 }],
  ] as const

  it.each(cases)('%s leaves nothing but that it came', async (_, words, status, left) => {
    const { reference } = (await payments(market, 1))[0]!
    const notice = await gateways.noticeOf(reference, { status: 'settlement', ...words })
    const said = { ...notice, headers: { ...notice.headers, ...from } }
    const before = await effects()
    const world = between.world
    between.world = (given) => faulty(world(given), { at: 0, mode: 'before' }, [])
    const failed = await gateways.bring('midtrans', said)
    between.world = world
    expect([failed.status, since(before, await effects())]).toEqual([503, {}])
    expect((await gateways.bring('midtrans', said)).status).toBe(status)
    expect(since(before, await effects())).toEqual(left)
  })
})

describe('when every notice is lost', () => {
  it('the clock of one night brings all of it', { timeout: 60_000 }, async () => {
    const all = await payments(market, 27)
    for (const payment of all) await moveOn(payment, payment.course.length)
    const rings = await ringOut(6 * 60_000, checkGateways, TO_CHECK)
    expect(rings).toBe(3)
    await expectAgreement(all)
    expect(await rowsOf('SELECT 1 FROM gateway_notices')).toEqual([])
  })
})
