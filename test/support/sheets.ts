/** Sheets of a test: sent, applied, and taken out again. */
import { expect } from 'vitest'
import { bindings, type Answer, type Client, type Json } from '#test/support/client'
import type { Shop } from '#test/support/shop'
import { expected } from '#test/support/world'
import worker from '#worker/index'

export const CSV = { 'content-type': 'text/csv' }

export const send = (shop: Shop, text: string, query = ''): Promise<Answer> =>
  shop.chair.post(`/api/enterprises/${shop.slug}/imports${query}`, text, CSV)

/** Shown, applied, and finished. */
export async function imported(shop: Shop, text: string, query = ''): Promise<Json> {
  const shown = expected(await send(shop, text, query), 201)
  const path = `/api/enterprises/${shop.slug}/imports/${shown.id}`
  if (shown.work === 0) return shown
  expected(await shop.chair.post(`${path}/application`), 201)
  return expected(await shop.chair.get(path), 200)
}

/** A file that goes out, as text. */
export async function exported(
  shop: Shop,
  what: string,
  who: Client = shop.chair,
): Promise<string> {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const url = `http://localhost/api/enterprises/${shop.slug}/exports/${what}`
  const ctx = { waitUntil: () => undefined, passThroughOnException: () => undefined }
  const request = new Request(url, { headers: { cookie } })
  const fetch = worker.fetch as unknown as (
    request: Request,
    env: unknown,
    ctx: unknown,
  ) => Promise<Response>
  const response = await fetch(request, bindings(), ctx)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return new TextDecoder().decode(bytes)
}

export const OWN = `\uFEFFnama;kategori;varian;sku;harga;berat_gram;stok;status\r
Tas Pandan;bags;Merah;TP-M;Rp 125.000;400;5;tampil\r
Tas Pandan;bags;Biru;TP-B;125000;400;2;tampil\r
Tikar Mendong;Anyaman;;TM;80.000;900;1;draf\r
`
