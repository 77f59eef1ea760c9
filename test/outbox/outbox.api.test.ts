/** The outbox: every message once begun an attempt, whatever the queue does, and readable where it ends. */
import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { bindings, Client, clock } from '#test/support/client'
import { aLender, anOperator, aPerson, expected, newPhone } from '#test/support/world'
import { open } from '#db/client'
import type { OutboxMessage } from '#worker/http/context'
import { deliver, sweepOutbox } from '#worker/jobs/delivery'
import { takeDue } from '#worker/outbox/queries'

const { DB } = env as unknown as { DB: D1Database }

type Row = { id: string; status: string; attempts: number; body: string; error: string | null }
const rows = async () =>
  (await DB.prepare('SELECT id, status, attempts, body, error FROM outbox ORDER BY id').all<Row>())
    .results

const brought = (bodies: readonly OutboxMessage[]) =>
  createMessageBatch<OutboxMessage>(
    'lumbung-outbox',
    bodies.map((body, n) => ({ id: `queue-${n}`, timestamp: new Date(0), attempts: 1, body })),
  )

async function bring(bodies: readonly OutboxMessage[], more = {}) {
  const batch = brought(bodies)
  await deliver({ ...bindings(), ...more }, batch)
  return getQueueResult(batch, createExecutionContext())
}

const askForCode = async () => {
  const to = newPhone()
  expected(await new Client().post('/api/sign-in-codes', { to }), 202)
  return to
}

/** No request gets there. */
const UNREACHABLE = { MESSAGE_GATEWAY_URL: 'nowhere://gateway/send', MESSAGE_GATEWAY_TOKEN: 'x' }

describe('delivery', () => {
  it('keeps a message for the operator where no messenger is configured', async () => {
    await askForCode()
    const [row] = await rows()
    await bring([{ id: row!.id, attempt: 0 }])
    expect(await rows()).toMatchObject([{ status: 'kept', attempts: 1, body: row!.body }])
  })

  it('begins an attempt once, however often the queue brings it', async () => {
    await askForCode()
    const [row] = await rows()
    const asked = { id: row!.id, attempt: 0 }
    await Promise.all([bring([asked, asked], UNREACHABLE), bring([asked], UNREACHABLE)])
    expect(await rows()).toMatchObject([{ status: 'waiting', attempts: 1 }])
  })

  it('tries again after a pause when nobody answers', async () => {
    const start = clock.now
    await askForCode()
    const [row] = await rows()
    await bring([{ id: row!.id, attempt: 0 }], UNREACHABLE)
    const { db } = open(DB, { from: 'first-primary', gather: false })
    const dueAfter = async (ms: number) => takeDue(db, clock.now + ms, 100)
    expect(await dueAfter(59_000)).toEqual([])
    expect(await dueAfter(60_000)).toEqual([{ id: row!.id, attempt: 1 }])
    expect(await dueAfter(60_000)).toEqual([])
    clock.now = start
  })

  it('acknowledges what it has recorded, and what is not there any more', async () => {
    await askForCode()
    const [row] = await rows()
    const result = await bring([
      { id: row!.id, attempt: 0 },
      { id: 'gone', attempt: 0 },
    ])
    expect(result.explicitAcks.sort()).toEqual(['queue-0', 'queue-1'])
    expect(result.retryMessages).toEqual([])
  })

  it('hands what is due to the queue, a hundred a minute, each once', async () => {
    for (let n = 0; n < 3; n += 1) await askForCode()
    const { db } = open(DB, { from: 'first-primary', gather: false })
    const taken: OutboxMessage[] = []
    const queue = {
      sendBatch: async (sent: { body: OutboxMessage }[]) =>
        void taken.push(...sent.map((one) => one.body)),
    }
    const tick = {
      env: { ...bindings(), OUTBOX: queue as unknown as Queue<OutboxMessage> },
      db,
      now: clock.now as never,
      act: { actorId: 'job:sweep-outbox', at: clock.now as never, requestId: 'test' },
      random: (bytes: number) => new Uint8Array(bytes),
      newId: () => 'unused',
    }
    expect(await sweepOutbox(tick)).toBe(3)
    expect(await sweepOutbox(tick)).toBe(0)
    expect(taken.map((one) => one.attempt)).toEqual([0, 0, 0])
    expect(new Set(taken.map((one) => one.id)).size).toBe(3)
  })
})

describe('the operator’s outbox', () => {
  it('shows messages by state, the latest first; a code only where she must pass it on', async () => {
    const operator = await anOperator(['staff'])
    clock.now += 1000
    const to = await askForCode()
    const read = async (query = '') =>
      expected(await operator.staff.get(`/api/outbox${query}`), 200).items as unknown as {
        id: string
        destination: string
        body: string | null
      }[]
    const [latest] = await read()
    expect(latest).toMatchObject({ destination: to, template: 'sign-in-code', body: null })
    await bring([{ id: latest!.id, attempt: 0 }])
    const [kept] = await read('?status=kept')
    expect(kept!.body).toMatch(/^\d{6} /)
    expect(await read('?status=failed')).toEqual([])
    expect((await read('?limit=2')).length).toBe(2)
  })

  it('is not for others', async () => {
    const operator = await anOperator(['treasurer'])
    const own = await aLender(operator, [])
    expect((await operator.treasurer.get('/api/outbox')).status).toBe(403)
    expect((await own.owner.get('/api/outbox')).status).toBe(403)
    expect((await new Client().get('/api/outbox')).status).toBe(401)
    expect((await operator.owner.get('/api/outbox?status=lost')).status).toBe(400)
  })

  it('sends again what was kept or failed, and nothing else', async () => {
    const operator = await anOperator()
    clock.now += 1000
    const retry = (client: Client, id: string) => client.post(`/api/outbox/${id}/retry`)
    await askForCode()
    const row = (await rows()).at(-1)!
    expect((await retry(operator.owner, row.id)).body.slug).toBe('illegal-transition')
    await bring([{ id: row.id, attempt: 0 }])
    expect(expected(await retry(operator.owner, row.id), 201)).toMatchObject({ status: 'waiting' })
    expect((await retry(operator.owner, 'none')).status).toBe(404)
    expect((await retry(await aPerson(), row.id)).status).toBe(403)
    expect((await retry(new Client(), row.id)).status).toBe(401)
  })
})
