/**
 * Every job of the clock, on a market where it has work for two: it is done once though the clock rings twice
 * in one instant, done after three days without a clock, and finished by the next ring whichever call failed.
 */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { open } from '#db/client'
import { handed, HOUR, MINUTE, WORK } from '#test/faults/jobs'
import { between, bindings, clock } from '#test/support/client'
import { effects, since, type Effects } from '#test/support/effects'
import { faulty, type Calls, type Fault } from '#test/support/faulty'
import { withGateways, withoutGateways } from '#test/support/gateways/world'
import { aMarket, DAY } from '#test/support/orders'
import { ring } from '#test/support/ticking'
import { audit } from '#worker/audit/queries'
import type { Bindings } from '#worker/http/context'
import { everyMinute, JOBS } from '#worker/jobs/clock'

const NAMES = Object.keys(JOBS)

/** Queues that only write down what they are given. */
const queue = {
  sendBatch: async (sent: { body: unknown }[]) =>
    void handed.push(...sent.map(({ body }) => JSON.stringify(body))),
}
const queues = { OUTBOX: queue, WEBHOOKS: queue } as unknown as Pick<
  Bindings,
  'OUTBOX' | 'WEBHOOKS'
>

beforeEach(async () => {
  for (const level of ['error', 'warn', 'info'] as const) {
    vi.spyOn(console, level).mockImplementation(() => {})
  }
  await withGateways()
  const world = between.world
  between.world = (given) => ({ ...world(given), ...queues })
})
afterEach(() => {
  withoutGateways()
  vi.restoreAllMocks()
})

const audited = () => {
  const { DB } = env as unknown as { DB: D1Database }
  return audit(open(DB, { from: 'first-primary', gather: false }).db)
}

const strike = (name: string, at: number) => ring(JOBS[name]!, { ...bindings(), clock: () => at })

async function look(name: string): Promise<Effects> {
  return { ...(await effects()), ...(await WORK[name]!.look?.()) }
}

/** A market in which each call makes work for two, and says when it is due. */
async function aMarketFor(name: string) {
  const { due, begin } = WORK[name]!
  const make = await begin(await aMarket(10_000))
  // What was waiting before is no work of ours.
  await strike(name, clock.now + due)
  return async () => {
    await make()
    await make()
    const before = await look(name)
    const effect = async () => since(before, await look(name))
    return { at: clock.now + due, effect }
  }
}

/** The job while something happens to one of its calls; how many it made. */
async function disturbed(name: string, at: number, fault: Fault): Promise<number> {
  const calls: Calls = []
  const world = between.world
  between.world = (given) => faulty(world(given), fault, calls)
  const ringing = strike(name, at).catch(() => 0)
  between.world = world
  await ringing
  return calls.length
}

const wholes = new Map<string, Effects>()

/** What the job does with work for two when nothing disturbs it. */
async function wholeOf(name: string, prepare: Awaited<ReturnType<typeof aMarketFor>>) {
  const known = wholes.get(name)
  if (known) return known
  const { at, effect } = await prepare()
  await strike(name, at)
  const whole = await effect()
  expect([name, Object.keys(whole)]).not.toEqual([name, []])
  wholes.set(name, whole)
  return whole
}

it('every job of the clock has its work here', () => {
  expect(Object.keys(WORK)).toEqual(NAMES)
})

describe.each(NAMES)('%s', (name) => {
  it('is done once, though the clock rings twice in one instant', async () => {
    const prepare = await aMarketFor(name)
    const whole = await wholeOf(name, prepare)
    for (let call = 0, calls = 1; call < calls; call += 1) {
      const { at, effect } = await prepare()
      const from = handed.length
      const by = () => strike(name, at)
      calls = await disturbed(name, at, { at: call, mode: 'overtaken', by })
      await Promise.all([strike(name, at), strike(name, at)])
      expect({ call, effect: await effect() }).toEqual({ call, effect: whole })
      const words = handed.slice(from)
      expect(words).toHaveLength(new Set(words).size)
    }
    expect(await audited()).toEqual([])
  })

  it('is done after three days without a clock, and then not again', async () => {
    const prepare = await aMarketFor(name)
    const { at, effect } = await prepare()
    await strike(name, at + 3 * DAY)
    const done = await effect()
    const whole = WORK[name]!.isGiven === 'up' ? {} : await wholeOf(name, prepare)
    expect(done).toEqual(whole)
    await strike(name, at + 3 * DAY + MINUTE)
    expect(await audited()).toEqual([])
  })

  it('is finished by the next ring, whichever call failed', async () => {
    const prepare = await aMarketFor(name)
    const whole = await wholeOf(name, prepare)
    for (const mode of ['before', 'after'] as const) {
      for (let call = 0, calls = 1; call < calls; call += 1) {
        const { at, effect } = await prepare()
        calls = await disturbed(name, at, { at: call, mode })
        expect({ mode, call, broken: await audited() }).toEqual({ mode, call, broken: [] })
        await strike(name, at + WORK[name]!.again)
        expect({ mode, call, effect: await effect() }).toEqual({ mode, call, effect: whole })
      }
    }
  })
})

it(
  'all of them together find their work after weeks, twice in one minute',
  { timeout: 60_000 },
  async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const market = await aMarket(10_000)
    for (const { begin } of Object.values(WORK)) {
      const make = await begin(market)
      await make()
      await make()
    }
    const start = clock.now
    for (const later of [45 * DAY, 45 * DAY + 20 * MINUTE, 46 * DAY, 50 * DAY + HOUR]) {
      clock.now = start + later
      await Promise.all([everyMinute(bindings(), clock.now), everyMinute(bindings(), clock.now)])
      expect(await audited()).toEqual([])
    }
    expect(said.mock.calls).toEqual([])
  },
)
