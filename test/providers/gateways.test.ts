/** The gateways' clients against a server on this machine that behaves as the documentation says. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { gatewayBindings, KEYS, type Notice } from '#test/support/gateways/shared'
import { startStandIn, type Started } from '#test/support/gateways/serving'
import type { Env } from '#worker/http/context'
import { amount } from '#worker/kernel/money'
import { gatewayFor, gatewaysOf, type Gateway } from '#worker/providers/gateway'
import { Refused } from '#worker/providers/post'

let started: Started
const env = (more: Partial<Env> = {}) => ({ ...gatewayBindings(started.url), ...more }) as Env
const gateway = (provider: 'midtrans' | 'xendit', more: Partial<Env> = {}): Gateway =>
  gatewayFor(env(more), provider)!

beforeAll(async () => void (started = await startStandIn()))
afterAll(() => started.close())
beforeEach(() => control('reset', {}))

async function control(path: string, body?: unknown): Promise<unknown> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  return (await fetch(`${started.url}/control/${path}`, init)).json()
}
const become = (reference: string, change: object) =>
  control(`state?reference=${reference}`, change)
const notice = async (reference: string, query = '') =>
  (await control(`notice?reference=${reference}${query}`)) as Notice

const asked = (reference: string) => ({
  reference,
  amount: amount(125_000),
  title: 'Belanja K7MQ4RTX',
  buyer: { name: 'Ibu Ratna', phone: '628123456789', email: null },
  returnTo: 'https://pasar.example/purchases/K7MQ4RTX',
  minutes: 60,
})

describe('a network', () => {
  it('has the gateways whose keys are set', () => {
    expect(gatewaysOf(env())).toEqual(['midtrans', 'xendit'])
    expect(gatewaysOf({} as Env)).toEqual([])
    expect(gatewaysOf({ XENDIT_SECRET_KEY: 'without a token' } as Env)).toEqual([])
  })
})

describe.each(['midtrans', 'xendit'] as const)('%s', (provider) => {
  const paid = provider === 'midtrans' ? 'settlement' : 'PAID'

  it('opens a page to pay on and says what became of it, to the rupiah', async () => {
    const { redirectTo, providerId } = await gateway(provider).begin(asked('K7-1'))
    expect(redirectTo).toContain('/pay/')
    await become('K7-1', { status: paid })
    expect(await gateway(provider).statusOf({ reference: 'K7-1', providerId })).toMatchObject({
      reference: 'K7-1',
      state: 'paid',
      amount: 125_000,
      currency: 'IDR',
      back: 0,
      paidOn: '2026-11-22',
    })
  })

  it('knows nothing of what nobody began', async () => {
    expect(await gateway(provider).statusOf({ reference: 'NONE', providerId: null })).toBeNull()
    expect(
      await gateway(provider).statusOf({ reference: 'NONE', providerId: 'nothing' }),
    ).toBeNull()
  })

  it('is not believed with another key, and its own failure is another thing than its no', async () => {
    const foreign = { MIDTRANS_SERVER_KEY: 'wrong', XENDIT_SECRET_KEY: 'wrong' }
    await expect(gateway(provider, foreign).begin(asked('K7-2'))).rejects.toBeInstanceOf(Refused)
    await control('behaviour', { failing: 1 })
    const failed = gateway(provider).begin(asked('K7-2'))
    await expect(failed).rejects.not.toBeInstanceOf(Refused)
  })

  it('is not waited for without end', async () => {
    await control('behaviour', { slowMs: 6_000 })
    await expect(gateway(provider).statusOf({ reference: 'X', providerId: null })).rejects.toThrow()
  })

  it('signs its notices; whoever has not its key is found out', async () => {
    await gateway(provider).begin(asked('K7-3'))
    await become('K7-3', { status: paid })
    const { headers, body } = await notice('K7-3')
    const isAuthentic = (given: Notice) =>
      gateway(provider).isAuthentic(new Headers(given.headers), given.body, 0)
    expect(await isAuthentic({ headers, body })).toBe(true)
    expect(await isAuthentic(await notice('K7-3', '&key=forged'))).toBe(false)
    expect(await isAuthentic({ headers: {}, body: '{}' })).toBe(false)
    expect(gateway(provider).noticeFrom(body)).toMatchObject({ reference: 'K7-3', state: 'paid' })
    for (const nothing of ['', '[]', 'null', '{}', '{"id":1}'])
      expect(gateway(provider).noticeFrom(nothing)).toBeNull()
  })

  it('is believed with the key before until its last day, and not after', async () => {
    await gateway(provider).begin(asked('K7-4'))
    const before = provider === 'midtrans' ? KEYS.midtransBefore : KEYS.xenditTokenBefore
    const { headers, body } = await notice(
      'K7-4',
      `&key=${encodeURIComponent(before)}&status=${paid}`,
    )
    const rotated = gateway(provider, {
      MIDTRANS_SERVER_KEY_BEFORE: KEYS.midtransBefore,
      MIDTRANS_SERVER_KEY_BEFORE_UNTIL: '2026-12-01',
      XENDIT_CALLBACK_TOKEN_BEFORE: KEYS.xenditTokenBefore,
      XENDIT_CALLBACK_TOKEN_BEFORE_UNTIL: '2026-12-01',
    })
    const at = (day: string) =>
      rotated.isAuthentic(new Headers(headers), body, Date.parse(`${day}T00:00:00Z`))
    expect([await at('2026-11-30'), await at('2026-12-01')]).toEqual([true, false])
  })
})

describe('the words of Midtrans', () => {
  it.each([
    ['pending', 'open', 0],
    ['authorize', 'open', 0],
    ['settlement', 'paid', 0],
    ['capture', 'paid', 0],
    ['deny', 'failed', 0],
    ['cancel', 'failed', 0],
    ['failure', 'failed', 0],
    ['expire', 'expired', 0],
    ['refund', 'paid', 125_000],
    ['chargeback', 'paid', 125_000],
    ['a word of next year', 'unknown', 0],
  ])('%s is %s', async (status, state, back) => {
    await gateway('midtrans').begin(asked('K7-5'))
    const { body } = await notice('K7-5', `&status=${encodeURIComponent(status)}`)
    expect(gateway('midtrans').noticeFrom(body)).toMatchObject({ state, back, amount: 125_000 })
  })

  it('have no cents, and a doubtful card is not paid yet', () => {
    const said = (more: object) =>
      gateway('midtrans').noticeFrom(
        JSON.stringify({
          order_id: 'K7-6',
          transaction_status: 'capture',
          gross_amount: '15000.00',
          ...more,
        }),
      )
    expect(said({})).toMatchObject({ amount: 15_000, state: 'paid' })
    expect(said({ gross_amount: '15000.50' })).toMatchObject({ amount: null })
    expect(said({ fraud_status: 'challenge' })).toMatchObject({ state: 'open' })
    expect(said({ fraud_status: 'deny' })).toMatchObject({ state: 'failed' })
    expect(said({ transaction_status: 'partial_refund', refund_amount: '5000.00' })).toMatchObject({
      state: 'paid',
      back: 5_000,
    })
  })

  it('refuse a reference that was used before', async () => {
    await gateway('midtrans').begin(asked('K7-7'))
    await expect(gateway('midtrans').begin(asked('K7-7'))).rejects.toBeInstanceOf(Refused)
  })
})

describe('the words of Xendit', () => {
  it.each([
    ['PENDING', 'open'],
    ['PAID', 'paid'],
    ['SETTLED', 'paid'],
    ['EXPIRED', 'expired'],
    ['SOMETHING_ELSE', 'unknown'],
  ])('%s is %s', async (status, state) => {
    await gateway('xendit').begin(asked('K7-8'))
    const { body } = await notice('K7-8', `&status=${status}`)
    expect(gateway('xendit').noticeFrom(body)).toMatchObject({ state, amount: 125_000 })
  })

  it('have no cents', () => {
    const said = { id: 'i', external_id: 'K7-9', status: 'PAID', amount: 15_000.5 }
    expect(gateway('xendit').noticeFrom(JSON.stringify(said))).toMatchObject({ amount: null })
  })
})
