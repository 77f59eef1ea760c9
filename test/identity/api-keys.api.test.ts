/** API keys: made by a lead, shown once, bound to their organization and scopes, ended at once. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { bindings, Client, clock, newKey } from '#test/support/client'
import { aPaidOrder } from '#test/support/orders'
import { aKey as made } from '#test/support/program'
import { anEnterprise, description } from '#test/support/shop'
import { expected, inviteAndJoin, signInAgain } from '#test/support/world'
import front from '#worker/index'

const { DB } = env as unknown as { DB: D1Database }

type Shop = Awaited<ReturnType<typeof anEnterprise>>

const aKey = (shop: Shop, scopes: string[], more: object = {}) =>
  made({ slug: shop.slug, lead: shop.chair }, scopes, more)

describe('an API key', () => {
  it('is made by a lead and shown once; only its hash is kept', async () => {
    const shop = await anEnterprise()
    const path = `/api/organizations/${shop.slug}/api-keys`
    const { key, prefix, id } = await aKey(shop, ['product:read'])
    expect(key).toMatch(/^lk_[A-Za-z0-9]{43}$/)
    expect(key.startsWith(prefix)).toBe(true)
    const { items, scopes } = expected(await shop.chair.get(path), 200)
    expect(items).toMatchObject([{ id, prefix, status: 'active', lastUsedAt: null }])
    expect(scopes).toContain('order:write')
    const kept = await DB.prepare('SELECT * FROM api_keys').all()
    expect(JSON.stringify(kept.results)).not.toContain(key)
    const { count } = (await DB.prepare(
      'SELECT count(*) AS count FROM idempotency_keys WHERE body LIKE ?',
    )
      .bind('%lk_%')
      .first<{ count: number }>())!
    expect(count).toBe(0)
  })

  it('is made, seen and revoked by nobody but who leads this organization', async () => {
    const shop = await anEnterprise()
    const other = await anEnterprise()
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    const path = `/api/organizations/${shop.slug}/api-keys`
    const asked = { name: 'Toko', scopes: ['product:read'] }
    const { id, program } = await aKey(shop, scopesOfEverything)
    for (const [who, status] of [
      [staff, 403],
      [other.chair, 404],
      [new Client(), 401],
      [program, 403],
    ] as const) {
      expect((await who.get(path)).status).toBe(status)
      expect((await who.post(path, asked)).status).toBe(status)
      expect((await who.delete(`${path}/${id}`)).status).toBe(status)
    }
    expect(
      (await other.chair.delete(`/api/organizations/${other.slug}/api-keys/${id}`)).status,
    ).toBe(404)
  })

  it('needs a name, a scope of its organization, and a term there is', async () => {
    const shop = await anEnterprise()
    const path = `/api/organizations/${shop.slug}/api-keys`
    for (const asked of [
      { scopes: ['product:read'] },
      { name: 'Toko', scopes: [] },
      { name: 'Toko', scopes: ['payout:write'] },
      { name: 'Toko', scopes: ['bank-account:write'] },
      { name: 'Toko', scopes: ['organization:write'] },
      { name: 'Toko', scopes: ['product:read'], days: 31 },
    ]) {
      expect((await shop.chair.post(path, asked)).status).toBe(400)
    }
  })

  it('does what its scopes say, in its own organization alone', async () => {
    const shop = await anEnterprise()
    const other = await anEnterprise()
    const { program } = await aKey(shop, ['product:read'])
    const mine = await program.get(`/api/enterprises/${shop.slug}/products`)
    expect([mine.status, mine.cost.trips]).toEqual([200, 2])
    expect((await program.get(`/api/enterprises/${other.slug}/products`)).status).toBe(404)
    expect((await program.post(`/api/enterprises/${shop.slug}/products`, {})).status).toBe(403)
    expect((await program.get(`/api/enterprises/${shop.slug}/orders`)).status).toBe(403)
    expect((await program.get('/api/me')).status).toBe(403)
    expect((await program.get('/api/products')).status).toBe(200)
  })

  it('acts under its own name, with an idempotency key of its own', async () => {
    const shop = await anEnterprise()
    const { program, id } = await aKey(shop, ['product:write', 'enterprise:write'])
    const asked = description()
    const key = newKey()
    const path = `/api/enterprises/${shop.slug}/products`
    const first = expected(await program.post(path, asked, { 'idempotency-key': key }), 201)
    const { results } = await DB.prepare('SELECT actor_id AS actor FROM events WHERE subject = ?')
      .bind(first.id)
      .all()
    expect(results).toEqual([{ actor: `key:${id}` }])
  })

  it('ends at once when it is revoked, and when its time is over', async () => {
    const shop = await anEnterprise()
    const path = `/api/organizations/${shop.slug}/api-keys`
    const { program, id } = await aKey(shop, ['product:read'])
    const list = `/api/enterprises/${shop.slug}/products`
    expect((await program.get(list)).status).toBe(200)
    const { items } = expected(await shop.chair.get(path), 200)
    expect(items[0].lastUsedAt).toBe(new Date(clock.now).toISOString())
    expect(expected(await shop.chair.delete(`${path}/${id}`), 200).status).toBe('revoked')
    const refused = await program.get(list)
    expect([refused.status, refused.body.slug]).toEqual([401, 'key-invalid'])
    expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    expect((await shop.chair.delete(`${path}/${id}`)).body.slug).toBe('illegal-transition')

    clock.now += 1000
    const month = await aKey(shop, ['product:read'], { days: 30 })
    clock.now += 30 * 24 * 60 * 60 * 1000
    expect((await month.program.get(list)).status).toBe(401)
    const chair = await signInAgain(shop.chair)
    expect(expected(await chair.get(path), 200).items[0].status).toBe('expired')
  })

  it('that is wrong is refused even where nobody needs one, and a cookie does not help it', async () => {
    const shop = await anEnterprise()
    const wrong = { authorization: 'Bearer lk_wrong' }
    expect((await new Client().get('/api/products', wrong)).status).toBe(401)
    expect((await shop.chair.get('/api/me', wrong)).status).toBe(401)
    const { key } = await aKey(shop, ['product:read'])
    const both = { authorization: `Bearer ${key}` }
    expect((await shop.chair.get(`/api/enterprises/${shop.slug}/orders`, both)).status).toBe(403)
  })

  it('may come from anywhere, which a cookie may not', async () => {
    const shop = await anEnterprise()
    const { key } = await aKey(shop, ['product:read'])
    const ask = (headers: Record<string, string>) => {
      const url = `http://localhost/api/enterprises/${shop.slug}/products`
      const request = new Request(url, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site', ...headers },
      })
      return front.fetch(request as never, bindings() as never, {} as never)
    }
    const refusal = async (headers: Record<string, string>) =>
      ((await (await ask(headers)).json()) as { slug: string }).slug
    expect(await refusal({})).toBe('cross-site')
    expect(await refusal({ authorization: `Bearer ${key}` })).toBe('not-permitted')
  })

  it('that writes orders sends them, and never gives money back', async () => {
    const { id, shop } = await aPaidOrder()
    const { program } = await aKey(shop, ['order:write'])
    const at = `/api/orders/${id}`
    for (const path of [
      ...['cancellation', 'cancellation-answer', 'refunds', 'refunds/none/transfer'],
      ...['returns/1/answer', 'returns/1/refund', 'complaints/1/refund'],
    ]) {
      const { status, body } = await program.post(`${at}/${path}`, { reason: 'Bahan habis.' })
      expect([path, status, body.slug]).toEqual([path, 403, 'not-permitted'])
    }
    expect(expected(await program.post(`${at}/confirmation`), 201).status).toBe('confirmed')
  })

  it('has a quota a minute, told in every answer', async () => {
    const shop = await anEnterprise()
    const { program } = await aKey(shop, ['product:read'])
    const path = `/api/enterprises/${shop.slug}/products`
    const first = await program.get(path)
    expect(first.headers.get('ratelimit-policy')).toBe('"reads";q=120;w=60')
    expect(first.headers.get('ratelimit')).toBe('"reads";r=119;t=60')
    for (let n = 0; n < 30; n += 1) expect((await program.post(path)).status).toBe(403)
    const over = await program.post(path)
    expect([over.status, over.body.slug]).toEqual([429, 'too-many-requests'])
    expect(over.headers.get('retry-after')).toBe('60')
    expect((await program.get(path)).status).toBe(200)
    clock.now += 60_000
    expect((await program.post(path)).status).toBe(403)
  })
})

const scopesOfEverything = ['product:write', 'order:write', 'organization:read']

describe('an address', () => {
  it('that is used by other methods names them', async () => {
    const wrong = await new Client().put('/api/products', {})
    expect([wrong.status, wrong.body.slug]).toEqual([405, 'method-not-allowed'])
    expect(wrong.headers.get('allow')).toBe('GET, HEAD')
    expect((await new Client().delete('/api/orders/X')).headers.get('allow')).toBe('GET, HEAD')
    expect((await new Client().put('/api/nothing', {})).status).toBe(404)
  })
})
