/** What webhooks are told: what they want, each change once, tried again until it is given up. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import { aPaidOrder } from '#test/support/orders'
import { aDraft, anEnterprise } from '#test/support/shop'
import { ring } from '#test/support/ticking'
import { aWebhook, bring, deliveriesOf, due, giveUp, hooks } from '#test/support/webhooks'
import { expected } from '#test/support/world'
import { publishChanges } from '#worker/jobs/publishing'

const { DB } = env as unknown as { DB: D1Database }

describe('a webhook', () => {
  it('is told of what it asked for, once, and of nothing else', async () => {
    const order = await aPaidOrder()
    const { shop } = order
    await ring(publishChanges)
    const paid = await aWebhook(shop, ['order.paid'])
    const goods = await aWebhook(shop, ['product.*'])
    const all = await aWebhook(shop, ['*'])
    await aPaidOrder(order)
    await aDraft(shop)
    await Promise.all([ring(publishChanges), ring(publishChanges)])
    const types = async (one: Json) =>
      (await deliveriesOf(shop, one)).map(({ type }) => type).reverse()
    expect(await types(paid)).toEqual(['order.paid'])
    expect(await types(goods)).toEqual(['product.drafted'])
    expect(await types(all)).toEqual(['order.placed', 'order.paid', 'product.drafted'])
  })

  it('begins an attempt once, however often the queue brings it, and tries again later', async () => {
    const shop = await anEnterprise()
    const made = await aWebhook(shop)
    await aDraft(shop)
    await ring(publishChanges)
    const [asked] = await due()
    expect(await due()).toEqual([])
    const [first] = await Promise.all([bring([asked!, asked!]), bring([asked!])])
    expect(first.explicitAcks).toHaveLength(2)
    const [delivery] = await deliveriesOf(shop, made)
    expect(delivery).toMatchObject({
      status: 'waiting',
      attempts: [{ status: null, answer: 'The address begins with https://.' }],
      nextAt: new Date(clock.now + 60_000).toISOString(),
    })
    clock.now += 59_000
    expect(await due()).toEqual([])
    clock.now += 1000
    expect(await due()).toEqual([{ ...asked, attempt: 1 }])
  })

  it('that does not answer for a day is failing, and its leads are told, once', async () => {
    const shop = await anEnterprise()
    const made = await aWebhook(shop)
    await aDraft(shop)
    await aDraft(shop)
    await ring(publishChanges)
    await giveUp()
    const deliveries = await deliveriesOf(shop, made)
    expect(deliveries.map((one) => [one.status, one.attempts.length])).toEqual([
      ['given-up', 7],
      ['given-up', 7],
    ])
    const shown = await shop.chair.get(`${hooks(shop)}/${made.id}`)
    expect(shown.body.status).toBe('failing')
    const { results } = await DB.prepare(
      `SELECT destination FROM outbox WHERE template = 'webhook-failing'`,
    ).all()
    expect(results).toEqual([{ destination: shop.chair.phone }])
  })

  it('is sent a delivery again when somebody asks, not while it waits already', async () => {
    const shop = await anEnterprise()
    const made = await aWebhook(shop)
    await aDraft(shop)
    await ring(publishChanges)
    const [{ change }] = (await deliveriesOf(shop, made)) as [Json]
    const replay = (key: unknown) =>
      shop.chair.post(`${hooks(shop)}/${made.id}/deliveries/${key}/replay`)
    expect((await replay(change)).body.slug).toBe('illegal-transition')
    await giveUp()
    expect(expected(await replay(change), 201)).toMatchObject({ status: 'waiting' })
    expect((await replay(999_999)).status).toBe(404)
    expect((await replay('x')).status).toBe(404)
    expect(await due()).toEqual([{ webhook: made.id, change, attempt: 0 }])
  })

  it('that is paused keeps what waits, and goes on with it', async () => {
    const shop = await anEnterprise()
    const { id } = await aWebhook(shop)
    await aDraft(shop)
    await ring(publishChanges)
    const set = async (status: string) =>
      expected(await shop.chair.patch(`${hooks(shop)}/${id}`, { status }), 200).status
    expect(await set('paused')).toBe('paused')
    await aDraft(shop)
    await ring(publishChanges)
    clock.now += 60_000
    expect(await due()).toEqual([])
    expect((await deliveriesOf(shop, { id })).map((one) => one.nextAt)).toEqual([null, null])
    expect(await set('active')).toBe('active')
    expect(await due()).toHaveLength(2)
  })

  it('shows its log a page at a time', async () => {
    const shop = await anEnterprise()
    const { id } = await aWebhook(shop)
    for (let n = 0; n < 3; n += 1) await aDraft(shop)
    await ring(publishChanges)
    const path = `${hooks(shop)}/${id}/deliveries`
    const page = expected(await shop.chair.get(`${path}?limit=2`), 200)
    expect(page.items).toHaveLength(2)
    const rest = expected(await shop.chair.get(`${path}?limit=2&after=${page.next}`), 200)
    expect([rest.items.length, rest.next]).toEqual([1, null])
    expect((await shop.chair.get(`${path}?after=zzz`)).status).toBe(400)
  })
})
