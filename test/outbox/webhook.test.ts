/** Webhooks: where they may lead, when they are tried again, and what a real receiver meets. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusedTarget } from '#worker/outbox/webhooks/target'
import { outcomeOf, PAUSES_MS, type Try } from '#worker/outbox/webhooks/webhook'
import { deliverTo, newWebhookSecret } from '#worker/providers/webhook'

const refused = (url: string, demo = false) =>
  refusedTarget(url, { ownHost: 'pasar.example', demo })

describe('the address of a webhook', () => {
  it.each([
    'https://hooks.toko.example/lumbung',
    'https://hooks.toko.example:8443/a?b=c',
    'https://tokó.example/',
  ])('%s is taken', (url) => expect(refused(url)).toBeNull())

  it.each([
    ...['http://hooks.toko.example/', 'ftp://toko.example/', 'javascript:alert(1)', 'toko', ''],
    ...['https://127.0.0.1/', 'https://10.0.0.8/', 'https://192.168.1.1/', 'https://172.16.0.1/'],
    ...['https://169.254.169.254/latest/meta-data', 'https://100.64.0.1/', 'https://0.0.0.0/'],
    ...['https://0x7f.1/', 'https://2130706433/', 'https://0177.0.0.1/', 'https://127.1/'],
    ...['https://[::1]/', 'https://[fd00::1]/', 'https://[::ffff:127.0.0.1]/', 'https://8.8.8.8/'],
    ...[
      'https://localhost/',
      'https://LOCALHOST./',
      'https://a.localhost/',
      'https://db.internal/',
    ],
    ...['https://printer.local/', 'https://intranet/', 'https://１２７.0.0.1/', 'https://x.onion/'],
    ...['https://user:pass@toko.example/', 'https://pasar.example/api', 'https://pasar.example./x'],
    `https://toko.example/${'a'.repeat(500)}`,
  ])('%s is refused', (url) => expect(refused(url)).not.toBeNull())

  it('may be on the same machine while one tries things out, and nowhere else', () => {
    expect(refused('http://127.0.0.1:9000/hook', true)).toBeNull()
    expect(refused('http://localhost:9000/hook', true)).toBeNull()
    expect(refused('http://10.0.0.1:9000/hook', true)).not.toBeNull()
    expect(refused('http://127.0.0.1.toko.example/', true)).not.toBeNull()
  })
})

describe('a delivery', () => {
  const tried = (status: number | null): Try => ({ at: 1000, status, ms: 5, answer: '' })

  it('is tried seven times with growing pauses, then given up', () => {
    const pauses = [1, 2, 3, 4, 5, 6].map((n) => outcomeOf(tried(500), n, 'active').nextAt - 1000)
    expect(pauses).toEqual([...PAUSES_MS])
    expect(outcomeOf(tried(500), 7, 'active')).toMatchObject({
      status: 'given-up',
      webhook: 'failing',
    })
    expect(outcomeOf(tried(null), 7, 'failing')).toMatchObject({ webhook: null })
  })

  it('that arrives makes a failing webhook active again', () => {
    expect(outcomeOf(tried(204), 3, 'active')).toMatchObject({ status: 'delivered', webhook: null })
    expect(outcomeOf(tried(200), 1, 'failing')).toMatchObject({ webhook: 'active' })
  })

  it('is not taken by who sends it elsewhere, and ended by who is gone', () => {
    expect(outcomeOf(tried(302), 1, 'active').status).toBe('waiting')
    expect(outcomeOf(tried(410), 1, 'active')).toMatchObject({
      status: 'given-up',
      webhook: 'paused',
    })
  })
})

type Received = { url: string; headers: IncomingMessage['headers']; body: string }
let server: Server
let url: string
let received: Received[]
let answer: { status: number; body: string; headers?: Record<string, string>; after?: number }

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ url: request.url ?? '', headers: request.headers, body })
      const { status, body: said, headers, after = 0 } = answer
      setTimeout(() => response.writeHead(status, headers).end(said), after)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  received = []
  answer = { status: 200, body: 'ok' }
})

const secret = newWebhookSecret(new Uint8Array(32).fill(7))
const before = newWebhookSecret(new Uint8Array(32).fill(9))
const body = '{"id":"chg_12","type":"order.paid"}'
const send = (secrets = [secret], patience?: number) =>
  deliverTo(
    url,
    { id: 'chg_12', body, secrets },
    { now: 1_795_316_400_123, ...(patience ? { patience } : {}) },
  )

/** As a receiver computes it, by other means than the sender. */
const expectedFor = (one: string) => {
  const key = Buffer.from(one.slice('whsec_'.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`chg_12.1795316400.${body}`).digest('base64')}`
}

describe('a receiver', () => {
  it('is given the change with its id, the time, and a signature it can check', async () => {
    expect(await send()).toMatchObject({ status: 200, answer: 'ok' })
    expect(received).toMatchObject([
      {
        url: '/hook',
        body,
        headers: {
          'content-type': 'application/json',
          'webhook-id': 'chg_12',
          'webhook-timestamp': '1795316400',
          'webhook-signature': expectedFor(secret),
        },
      },
    ])
  })

  it('is given both signatures while its secret is being replaced', async () => {
    await send([secret, before])
    expect(received[0]!.headers['webhook-signature']).toBe(
      `${expectedFor(secret)} ${expectedFor(before)}`,
    )
  })

  it('that sends us elsewhere is not followed', async () => {
    answer = { status: 307, body: '', headers: { location: `${url}/elsewhere` } }
    expect(await send()).toMatchObject({ status: 307 })
    expect(received).toHaveLength(1)
  })

  it('that does not answer in time is not waited for', async () => {
    answer = { status: 200, body: '', after: 2000 }
    expect(await send([secret], 100)).toMatchObject({
      status: null,
      answer: 'no answer within 0.1 seconds',
    })
  })

  it('that answers at length is not listened to for long', async () => {
    answer = { status: 500, body: `<h1>Error</h1>\u0000\r\n${'x'.repeat(5_000_000)}` }
    const { status, answer: kept } = await send()
    expect(status).toBe(500)
    expect(kept).toMatch(/^<h1>Error<\/h1> x+$/)
    expect(kept.length).toBeLessThanOrEqual(500)
  })

  it('that nobody runs is said to be so', async () => {
    const tried = await deliverTo(
      'http://127.0.0.1:1/',
      { id: 'chg_1', body, secrets: [secret] },
      { now: 0 },
    )
    expect(tried).toMatchObject({ status: null, answer: 'nobody answered there' })
  })
})
