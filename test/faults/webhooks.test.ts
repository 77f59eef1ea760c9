/**
 * From a draft in a shop to a program somewhere else: the served Worker, its clock and its queue, and a
 * real receiver that is slow, breaks, says it is gone, and comes back.
 */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server as Receiver } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expected, type Http, type Json } from '#test/support/http'
import { anOperatorOn, aShopOn, BINDINGS, type ShopOn } from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'

type Received = { headers: IncomingMessage['headers']; body: string }

let server: Server
let receiver: Receiver
let url: string
let chair: Http
let shop: ShopOn
let hooks: string
const received: Received[] = []
let answer: { status: number; after: number } = { status: 204, after: 0 }

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      const { status, after } = answer
      setTimeout(() => response.writeHead(status).end(), after)
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  server = await startServer({ bindings: BINDINGS })
  shop = await aShopOn(await anOperatorOn({ url: server.url }), 1)
  chair = shop.chair
  hooks = `/api/organizations/${shop.slug}/webhooks`
})
afterAll(async () => {
  await server?.stop()
  receiver?.closeAllConnections()
  receiver?.close()
})

/** Rings the clock until it holds; the queue delivers in its own time. */
async function until(holds: () => Promise<boolean> | boolean, at = Date.now()): Promise<void> {
  const end = Date.now() + 60_000
  await server.ring(at)
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come to that within a minute')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const draft = async (title: string): Promise<Json> => {
  const asked = {
    title,
    description: 'Dianyam dengan tangan.',
    category: 'bags',
    variants: [{ price: 125_000, weightGrams: 400, stock: 5 }],
  }
  return expected(await chair.post(`/api/enterprises/${shop.slug}/products`, asked), 201)
}

const deliveries = async (id: string): Promise<Json[]> =>
  expected(await chair.get(`${hooks}/${id}/deliveries`), 200).items

it('a change arrives signed, and one that did not arrive is sent again on request', async () => {
  await server.ring(Date.now())
  const { id, secret } = expected(await chair.post(hooks, { url, types: ['product.drafted'] }), 201)
  const product = await draft('Tas mendong')
  await until(async () => (await deliveries(id))[0]?.status === 'delivered')
  const [{ headers, body }] = received.splice(0) as [Received]
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const mac = createHmac('sha256', key).update(signed).digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${mac}`)
  expect(JSON.parse(body)).toMatchObject({
    id: headers['webhook-id'],
    type: 'product.drafted',
    data: { organization: shop.slug, subject: product.id, seq: 1 },
  })

  answer = { status: 500, after: 300 }
  await draft('Topi pandan')
  await until(async () => (await deliveries(id))[0]?.attempts.length === 1)
  expect((await deliveries(id))[0]).toMatchObject({
    status: 'waiting',
    attempts: [{ status: 500 }],
  })
  const [broken] = received.splice(0) as [Received]

  answer = { status: 200, after: 0 }
  await until(async () => (await deliveries(id))[0]?.status === 'delivered', Date.now() + 120_000)
  const [again] = received.splice(0) as [Received]
  expect(again.headers['webhook-id']).toBe(broken.headers['webhook-id'])
  expect(again.body).toBe(broken.body)

  const [{ change }] = (await deliveries(id)) as [Json]
  expected(await chair.post(`${hooks}/${id}/deliveries/${change}/replay`), 201)
  await until(() => received.length === 1)
  expect(received.splice(0)[0]?.body).toBe(broken.body)
})

it('who says that the webhook is gone is told nothing more', async () => {
  answer = { status: 410, after: 0 }
  const { id } = expected(await chair.post(hooks, { url, types: ['product.*'] }), 201)
  await draft('Keranjang rotan')
  await until(async () => (await deliveries(id))[0]?.status === 'given-up')
  expect((await chair.get(`${hooks}/${id}`)).body.status).toBe('paused')
})
