/** What happened, in the order in which it did, for those whom it concerns. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { Client, clock, type Json } from '#test/support/client'
import { aMarket, aPaidOrder, aStockedShop, DAY } from '#test/support/orders'
import { aKey } from '#test/support/program'
import { aDraft, anEnterprise } from '#test/support/shop'
import { ring } from '#test/support/ticking'
import { expected, inviteAndJoin, signInAgain } from '#test/support/world'
import { forgetExpired } from '#worker/jobs/forgetting'
import { publishChanges } from '#worker/jobs/publishing'

const { DB } = env as unknown as { DB: D1Database }

const changesOf = async (who: Client, query = '') =>
  expected(await who.get(`/api/changes${query}`), 200)
const types = ({ items }: Json) => items.map((one: Json) => one.type)
const keyOf = async (shop: { slug: string; chair: Client }, ...scopes: string[]) =>
  (await aKey({ slug: shop.slug, lead: shop.chair }, scopes)).program

describe('changes', () => {
  it('tell what happened to an organization, each once and in order', async () => {
    const order = await aPaidOrder()
    const program = await keyOf(order.shop, 'order:read', 'product:read')
    await ring(publishChanges)
    await Promise.all([ring(publishChanges), ring(publishChanges)])
    const seen = await changesOf(program, '?limit=100')
    expect(types(seen)).toEqual([
      ...['product.drafted', 'product.listed', 'order.placed', 'order.paid'],
    ])
    expect(seen.more).toBe(false)
    expect(seen.items.at(-1)).toMatchObject({
      id: expect.stringMatching(/^chg_\d+$/),
      timestamp: new Date(clock.now).toISOString(),
      data: { organization: order.shop.slug, noun: 'order', subject: order.id, seq: 2 },
    })
    expect((await program.get(seen.items.at(-1).data.href)).status).toBe(200)
    expect((await program.get(seen.items[0].data.href)).status).toBe(200)
  })

  it('are asked for page by page, and go on from where one was, whatever has come since', async () => {
    const shop = await anEnterprise()
    const program = await keyOf(shop, 'product:read')
    for (let n = 0; n < 5; n += 1) await aDraft(shop)
    await ring(publishChanges)
    const heard: string[] = []
    let next = ''
    for (let more = true; more;) {
      const page = await changesOf(program, `?limit=2${next && `&after=${next}`}`)
      heard.push(...page.items.map((one: Json) => one.id))
      next = page.next
      more = page.more
    }
    expect([heard.length, new Set(heard).size]).toEqual([5, 5])
    expect(await changesOf(program, `?after=${next}`)).toEqual({ items: [], next, more: false })
    await aDraft(shop)
    await ring(publishChanges)
    expect(types(await changesOf(program, `?after=${next}`))).toEqual(['product.drafted'])
  })

  it('cost two trips and no more rows than they show, however many others there are', async () => {
    const market = await aMarket(100)
    const quiet = await aStockedShop(market.operator)
    const program = await keyOf(quiet.shop, 'product:read')
    await ring(publishChanges)
    const before = await program.get('/api/changes?limit=2')
    for (let n = 0; n < 5; n += 1) await aPaidOrder(market)
    await ring(publishChanges)
    const after = await program.get('/api/changes?limit=2')
    const { trips, rowsRead } = after.cost
    expect([trips, rowsRead]).toEqual([2, before.cost.rowsRead])
  })

  it('are shown as far as one may read what they are of', async () => {
    const order = await aPaidOrder()
    await ring(publishChanges)
    const goods = await keyOf(order.shop, 'product:read')
    expect(new Set(types(await changesOf(goods)))).toEqual(
      new Set(['product.drafted', 'product.listed']),
    )
    const member = await inviteAndJoin(order.shop.chair, order.shop.slug, 'member')
    const own = await changesOf(member)
    expect(types(own).every((one: string) => one.startsWith('organization.'))).toBe(true)
    const chair = types(await changesOf(order.shop.chair, '?limit=100'))
    expect(chair).toContain('order.paid')
  })

  it('are of one’s own organization', async () => {
    const shop = await anEnterprise()
    const other = await anEnterprise()
    const program = await keyOf(shop, 'product:read')
    expect((await program.get(`/api/changes?organization=${other.slug}`)).status).toBe(404)
    expect((await program.get(`/api/changes?organization=${shop.slug}`)).status).toBe(200)
    expect((await new Client().get('/api/changes')).status).toBe(401)
    for (const wrong of ['?after=x', '?limit=0', '?limit=101']) {
      expect((await program.get(`/api/changes${wrong}`)).status).toBe(400)
    }
  })

  it('must be named by who acts for several', async () => {
    const shop = await anEnterprise()
    const other = await anEnterprise()
    await inviteAndJoin(other.chair, other.slug, 'staff', shop.chair)
    expect((await shop.chair.get('/api/changes')).body.errors).toMatchObject([
      { pointer: '/organization' },
    ])
    expect((await shop.chair.get(`/api/changes?organization=${other.slug}`)).status).toBe(200)
  })

  it('are forgotten after ninety days, and keys go on from where they were', async () => {
    const shop = await anEnterprise()
    await aDraft(shop)
    await ring(publishChanges)
    const { next } = await changesOf(shop.chair)
    const keys = () =>
      DB.prepare(
        `SELECT (SELECT count(*) FROM changes) AS changes, (SELECT count(*) FROM event_order) AS events,
         (SELECT max(key) FROM changes) AS last`,
      ).first<{ changes: number; events: number; last: number }>()
    const before = (await keys())!
    clock.now += 91 * DAY
    await ring(forgetExpired)
    expect(await keys()).toEqual({ changes: 1, events: 1, last: before.last })
    const chair = await signInAgain(shop.chair)
    await aDraft({ ...shop, chair })
    await ring(publishChanges)
    expect(types(await changesOf(chair, `?after=${next}`))).toContain('product.drafted')
    expect((await keys())!.last).toBeGreaterThan(before.last)
  })
})
