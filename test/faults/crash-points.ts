/**
 * For every operation that moves money or stock, and every call that it makes to the world: that call
 * fails, before it was run or with its answer lost. Then nobody was told that it succeeded unless it did,
 * it happened whole or not at all, the books are right, and the same request again has one effect.
 */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { open } from '#db/client'
import type { Act, Operation } from '#test/faults/operation'
import { between, newKey, type Answer } from '#test/support/client'
import { effects, since, type Effects } from '#test/support/effects'
import { faulty, type Calls, type Fault } from '#test/support/faulty'
import { audit } from '#worker/audit/queries'

const MOST_TRIPS = 3

/** Acts while one call fails; what was called and what came of it. */
async function disturbed(act: Act, key: string, fault: Fault | null) {
  const calls: Calls = []
  const before = await effects()
  between.world = (given) => faulty(given, fault, calls)
  let answer: Answer
  try {
    answer = await act(key)
  } finally {
    between.world = (given) => given
  }
  return { answer, calls, before, effect: since(before, await effects()) }
}

const audited = () => {
  const { DB } = env as unknown as { DB: D1Database }
  return audit(open(DB, { from: 'first-primary', gather: false }).db)
}

type OneFault = Extract<Fault, { at: number }>
type FaultOf = (given: { at: number; act: Act; key: string }) => OneFault

/** Each fault on a new subject, until the operation makes too few calls for it to happen. */
async function* crashes(prepare: () => Promise<Act>, faultOf: FaultOf) {
  for (let at = 0; ; at += 1) {
    const act = await prepare()
    const key = newKey()
    const fault = faultOf({ at, act, key })
    const crash = await disturbed(act, key, fault)
    if (crash.calls.length <= at) return
    yield { ...crash, act, key, call: `${fault.mode} call ${at} (${crash.calls[at]})` }
  }
}

/** The effect of the operation when nothing disturbs it. */
async function wholeOf(prepare: () => Promise<Act>): Promise<Effects> {
  const { calls, effect } = await disturbed(await prepare(), newKey(), null)
  expect(Object.keys(effect)).not.toEqual([])
  expect(calls.filter((name) => name === 'DB').length).toBeLessThanOrEqual(MOST_TRIPS)
  return effect
}

async function expectOnceThough({ begin }: Operation, mode: 'before' | 'after') {
  const prepare = await begin()
  const whole = await wholeOf(prepare)
  for await (const crash of crashes(prepare, ({ at }) => ({ at, mode }))) {
    const { act, key, call, answer, before, effect } = crash
    const stands = Object.keys(effect).length > 0
    expect({ call, effect }).toEqual({ call, effect: stands ? whole : {} })
    expectHonest(answer, { call, stands })
    expect({ call, broken: await audited() }).toEqual({ call, broken: [] })

    const again = await act(key)
    expectSettled(again, { call, stands })
    expect({ call, effect: since(before, await effects()) }).toEqual({ call, effect: whole })
    expect({ call, broken: await audited() }).toEqual({ call, broken: [] })
  }
}

type Crash = { call: string; stands: boolean }

/** A success is a success; else it is a failure of ours, said as a problem, and no refusal. */
function expectHonest({ status, headers, body }: Answer, { call, stands }: Crash) {
  if (status < 300) return expect({ call, status, stands }).toEqual({ call, status, stands: true })
  const type = headers.get('content-type')
  expect({ call, status, type }).toEqual({
    call,
    status: status === 503 ? 503 : 500,
    type: 'application/problem+json',
  })
  expect(['defect', 'unavailable']).toContain(body.slug)
}

/** The same request again: its answer, kept or new; without a key, that it has been done. */
function expectSettled({ status, headers }: Answer, { call, stands }: Crash) {
  const replayed = headers.get('idempotency-replayed') === 'true'
  const settled = status < 300 ? !stands || replayed : stands && status >= 404 && status <= 422
  expect({ call, status, replayed, settled }).toMatchObject({ call, settled: true })
}

/** The tests of these operations; several files share them, so that they run side by side. */
export function tryCrashPoints(operations: readonly Operation[]): void {
  // What fails on purpose is logged as it would be in earnest.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
  afterEach(() => void vi.restoreAllMocks())

  const named = operations.map((operation) => [operation.name, operation] as const)

  describe('whichever call fails', () => {
    it.each(named)('%s happens whole or not at all', async (_, operation) => {
      await expectOnceThough(operation, 'before')
    })

    it.each(named)('%s happens once, though nobody was told', async (_, operation) => {
      await expectOnceThough(operation, 'after')
    })
  })

  describe('overtaken by itself before any call', () => {
    it.each(named)('%s happens once', async (_, { begin, keyless = false }) => {
      const prepare = await begin()
      const whole = await wholeOf(prepare)
      const overtaken: FaultOf = ({ at, act, key }) => {
        const by = () => ((between.world = (given) => given), act(key))
        return { at, mode: 'overtaken', by }
      }
      for await (const { call, answer, effect } of crashes(prepare, overtaken)) {
        expect({ call, effect }).toEqual({ call, effect: whole })
        expect({ call, broken: await audited() }).toEqual({ call, broken: [] })
        expectLate(answer, { call, keyless })
      }
    })
  })
}

/** Under a key it is answered like the first; without one it may be told that it comes too late. */
function expectLate({ status, headers }: Answer, late: { call: string; keyless: boolean }) {
  const replayed = headers.get('idempotency-replayed') === 'true'
  const right = late.keyless ? status < 300 || (status >= 404 && status <= 422) : replayed
  expect({ ...late, status, right }).toMatchObject({ ...late, right: true })
}
