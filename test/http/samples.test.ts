/** The programs of the documentation, run as they are printed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FOLLOW_CHANGES, VERIFY_WEBHOOK } from '#worker/http/samples'
import { headersOf, newWebhookSecret } from '#worker/providers/webhook'

type Headers = Record<string, string>
type Samples = {
  changeFrom(headers: Headers, body: string, secret: string, now?: number): { id: string }
  follow(
    origin: string,
    key: string,
    cursor: string | null,
    hear: (change: { id: string }) => void,
  ): Promise<string>
}

let folder: string
let samples: Samples

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lumbung-samples-'))
  const file = join(folder, 'samples.mjs')
  writeFileSync(file, `${VERIFY_WEBHOOK}\n${FOLLOW_CHANGES}`)
  samples = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Samples
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secret = newWebhookSecret(new Uint8Array(32).fill(3))
const other = newWebhookSecret(new Uint8Array(32).fill(4))
const body = '{"id":"chg_7","type":"order.paid"}'
const now = 1_795_316_400_000
const signedBy = (...secrets: string[]) => headersOf({ id: 'chg_7', body, secrets }, now)

describe('a receiver as the documentation writes it', () => {
  it('takes what we signed, also while the secret is being replaced', async () => {
    const take = async (...secrets: string[]) =>
      samples.changeFrom(await signedBy(...secrets), body, secret, now + 60_000).id
    expect(await take(secret)).toBe('chg_7')
    expect(await take(other, secret)).toBe('chg_7')
  })

  it('refuses what somebody else signed, or changed, or sent again much later', async () => {
    const headers = await signedBy(secret)
    const take =
      (given: Headers, said: string, at = now) =>
      () =>
        samples.changeFrom(given, said, secret, at)
    expect(take(await signedBy(other), body)).toThrow(/not signed/)
    expect(take(headers, body.replace('paid', 'sent'))).toThrow(/not signed/)
    expect(take({ ...headers, 'webhook-id': 'chg_8' }, body)).toThrow(/not signed/)
    expect(take({ ...headers, 'webhook-signature': 'v1,' }, body)).toThrow(/not signed/)
    expect(take(headers, body, now + 301_000)).toThrow(/too old/)
  })
})

describe('a follower as the documentation writes it', () => {
  it('hears every change once, waits when told to, and knows where to go on', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`)
      const json = { 'content-type': 'application/json' }
      if (asked.length === 1) return void response.writeHead(429, { 'retry-after': '0' }).end()
      const page = request.url?.includes('after=b')
        ? { items: [{ id: 'chg_3' }], next: 'c', more: false }
        : { items: [{ id: 'chg_1' }, { id: 'chg_2' }], next: 'b', more: true }
      response.writeHead(200, json).end(JSON.stringify(page))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const heard: string[] = []
    const next = await samples.follow(origin, 'lk_x', null, ({ id }) => void heard.push(id))
    server.close()
    expect([heard, next]).toEqual([['chg_1', 'chg_2', 'chg_3'], 'c'])
    expect(asked.at(-1)).toBe('/api/changes?limit=100&after=b Bearer lk_x')
  })
})
