/** Webhooks: kept by the leads of an organization, with a secret that is shown once. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { aDraft, anEnterprise, type Shop } from '#test/support/shop'
import { ring } from '#test/support/ticking'
import { aWebhook, deliveriesOf, due, hooks, NOBODY } from '#test/support/webhooks'
import { expected, inviteAndJoin } from '#test/support/world'
import { publishChanges } from '#worker/jobs/publishing'

const { DB } = env as unknown as { DB: D1Database }

describe('a webhook', () => {
  it('is registered by a lead, its secret shown once and sealed', async () => {
    const shop = await anEnterprise()
    const made = await aWebhook(shop, ['order.paid', 'product.*', 'order.paid'])
    expect(made).toMatchObject({ types: ['order.paid', 'product.*'], status: 'active' })
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const { items } = expected(await shop.chair.get(hooks(shop)), 200)
    expect(items).toMatchObject([{ id: made.id, url: NOBODY }])
    const { results } = await DB.prepare('SELECT * FROM webhooks').all()
    expect(JSON.stringify(results)).not.toContain(made.secret.slice(6))
  })

  it('leads to a public host over https, and is told of what there is', async () => {
    const shop = await anEnterprise()
    const ask = (url: string, types = ['*']) => shop.chair.post(hooks(shop), { url, types })
    expect((await ask('https://hooks.toko.example/x')).status).toBe(201)
    for (const url of ['https://10.0.0.1/', 'http://toko.example/', 'https://localhost.local/']) {
      expect((await ask(url)).body.errors).toMatchObject([{ pointer: '/url' }])
    }
    for (const types of [[], ['order'], ['loot.taken'], ['order.PAID'], ['*.*']]) {
      expect((await ask(NOBODY, types)).status).toBe(400)
    }
    const { id } = await aWebhook(shop)
    const moved = await shop.chair.patch(`${hooks(shop)}/${id}`, { url: 'https://[fd00::1]/' })
    expect(moved.status).toBe(400)
    for (let n = 2; n < 10; n += 1) await aWebhook(shop)
    expect((await ask(NOBODY)).body.slug).toBe('outside-limits')
  })

  it('is nobody else’s business', async () => {
    const shop = await anEnterprise()
    const other = await anEnterprise()
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    const { id } = await aWebhook(shop)
    const asks = (who: Client, of: Shop) => {
      const path = `${hooks(of)}/${id}`
      return [
        who.get(path),
        who.get(`${path}/deliveries`),
        who.patch(path, { types: ['*'] }),
        who.delete(path),
        who.post(`${path}/secret`),
        who.post(`${path}/ping`),
        who.post(`${path}/deliveries/1/replay`),
      ]
    }
    const statuses = async (who: Client, of: Shop) =>
      new Set((await Promise.all(asks(who, of))).map((one) => one.status))
    expect(await statuses(staff, shop)).toEqual(new Set([403]))
    expect(await statuses(other.chair, shop)).toEqual(new Set([404]))
    expect(await statuses(other.chair, other)).toEqual(new Set([404]))
    expect(await statuses(new Client(), shop)).toEqual(new Set([401]))
    expect((await staff.get(hooks(shop))).status).toBe(403)
    expect((await other.chair.post(hooks(shop), { url: NOBODY, types: ['*'] })).status).toBe(404)
  })

  it('that is removed is told nothing more', async () => {
    const shop = await anEnterprise()
    const { id } = await aWebhook(shop)
    await aDraft(shop)
    await ring(publishChanges)
    const path = `${hooks(shop)}/${id}`
    expect((await shop.chair.delete(path)).status).toBe(204)
    expect((await shop.chair.get(path)).status).toBe(404)
    expect((await shop.chair.delete(path)).status).toBe(404)
    await aDraft(shop)
    await ring(publishChanges)
    expect(await due()).toEqual([])
  })

  it('is tried out with a change of its own', async () => {
    const shop = await anEnterprise()
    const one = await aWebhook(shop, ['order.paid'])
    const other = await aWebhook(shop, ['*'])
    expect((await shop.chair.post(`${hooks(shop)}/${one.id}/ping`)).status).toBe(201)
    await ring(publishChanges)
    expect(await deliveriesOf(shop, one)).toMatchObject([{ type: 'webhook.pinged' }])
    expect(await deliveriesOf(shop, other)).toEqual([])
  })

  it('has its secret replaced; the one before signs along for a day', async () => {
    const shop = await anEnterprise()
    const { id, secret } = await aWebhook(shop)
    const replaced = expected(await shop.chair.post(`${hooks(shop)}/${id}/secret`), 201)
    expect(replaced.secret).not.toBe(secret)
    expect(replaced.beforeUntil).toBe(new Date(clock.now + 24 * 60 * 60 * 1000).toISOString())
  })

  it('answers what it cannot change with why', async () => {
    const shop = await anEnterprise()
    const { id } = await aWebhook(shop)
    expect((await shop.chair.patch(`${hooks(shop)}/${id}`, { status: 'removed' })).status).toBe(400)
    expect((await shop.chair.post(`${hooks(shop)}/none/ping`)).status).toBe(404)
    expect((await shop.chair.post(`${hooks(shop)}/none/secret`)).status).toBe(404)
  })
})
