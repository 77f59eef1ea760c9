import { describe, expect, it } from 'vitest'
import { Client, type Json } from '#test/support/client'
import { aCompletedOrder, aMarket, aPaidOrder, type PaidOrder } from '#test/support/orders'
import { aShop } from '#test/support/shop'
import { aPerson, expected, inviteAndJoin } from '#test/support/world'

const guest = new Client()
const praise = { line: 1, stars: 5, text: 'Anyamannya rapi dan kuat.' }

const review = (order: PaidOrder, more: Record<string, unknown> = {}, who: Client = order.buyer) =>
  who.post(`/api/orders/${order.code}/reviews`, { ...praise, ...more })

const saidOf = async (order: PaidOrder): Promise<Json> =>
  expected(await guest.get(`/api/products/${order.product.slug}/reviews`), 200)

describe('POST /api/orders/{code}/reviews', () => {
  it('is written by who received it, and counts at once', async () => {
    const order = await aCompletedOrder()
    const path = `/api/orders/${order.code}/reviews`
    expect(expected(await order.buyer.get(path), 200)).toMatchObject({
      open: true,
      items: [{ line: 1, review: null }],
    })
    expected(await review(order), 201)
    expect(await saidOf(order)).toMatchObject({
      count: 1,
      average: 5,
      items: [{ name: 'Ratna P.', stars: 5, text: praise.text, reply: null }],
    })
    expect(expected(await order.buyer.get(path), 200).items).toMatchObject([
      { review: { stars: 5 } },
    ])
  })

  it('averages what several buyers say', async () => {
    const market = await aMarket()
    const orders = [await aCompletedOrder(market), await aCompletedOrder(market)]
    expected(await review(orders[0]!, { stars: 5 }), 201)
    expected(await review(orders[1]!, { stars: 4, text: '' }), 201)
    expect(await saidOf(orders[0]!)).toMatchObject({ count: 2, average: 4.5 })
  })

  it('may be written elsewhere with the code and the number she ordered with', async () => {
    const order = await aCompletedOrder()
    const elsewhere = new Client()
    const path = `/api/orders/${order.code}/reviews`
    expect((await elsewhere.post(path, praise)).status).toBe(404)
    expect((await elsewhere.post(`${path}?phone=081300000000`, praise)).status).toBe(404)
    expect((await elsewhere.get(path)).status).toBe(404)
    expect((await elsewhere.get(`${path}?phone=1&phone=2`)).status).toBe(400)
    expected(await elsewhere.post(`${path}?phone=${order.phone}`, praise), 201)
  })

  it('is written once, and only of what has been received', async () => {
    const order = await aCompletedOrder()
    expected(await review(order), 201)
    expect((await review(order, { stars: 1 })).body.slug).toBe('already-exists')
    expect((await review(order, { line: 2 })).status).toBe(404)
    expect((await review(order, { stars: 6 })).status).toBe(400)
    const open = await aPaidOrder(order)
    expect((await review(open)).body.slug).toBe('illegal-transition')
    const both = [review(await aCompletedOrder(order)), review(order)]
    expect((await Promise.all(both)).map((one) => one.status)).toEqual([201, 409])
  })

  it('is not for the seller, nor for somebody else', async () => {
    const order = await aCompletedOrder()
    expect((await review(order, {}, order.shop.chair)).status).toBe(404)
    expect((await review(order, {}, await aPerson())).status).toBe(404)
  })

  it('shows no letter that cannot be seen and refuses what is too long', async () => {
    const order = await aCompletedOrder()
    const text = 'Ba\u200bgus\u202e sekali <b>\u2066!\r\n\r\n\r\n\r\nTerima kasih'
    expect(expected(await review(order, { text }), 201).text).toBe(
      'Bagus sekali <b>!\n\nTerima kasih',
    )
    expect((await review(await aCompletedOrder(order), { text: 'a'.repeat(1001) })).status).toBe(
      400,
    )
  })
})

describe('POST /api/reviews/{id}/reply', () => {
  it('stands below the review, once', async () => {
    const order = await aCompletedOrder()
    const { id } = expected(await review(order), 201)
    const path = `/api/reviews/${id}/reply`
    const list = `/api/enterprises/${order.shop.slug}/reviews`
    const open = async () =>
      expected(await order.shop.chair.get(`${list}?which=open`), 200).items.length
    expect(await open()).toBe(1)
    expected(await order.shop.chair.post(path, { text: 'Terima kasih, Bu.' }), 201)
    expect(await open()).toBe(0)
    expect((await saidOf(order)).items).toMatchObject([{ reply: { text: 'Terima kasih, Bu.' } }])
    expect((await order.shop.chair.post(path, { text: 'Lagi' })).body.slug).toBe('already-exists')
    expect((await order.shop.chair.post(path, { text: '' })).status).toBe(400)
    expect((await order.shop.chair.get(`${list}?which=none`)).status).toBe(400)
  })

  it('is for who sold it', async () => {
    const order = await aCompletedOrder()
    const other = await aMarketBeside(order)
    const { id } = expected(await review(order), 201)
    const path = `/api/reviews/${id}/reply`
    expect((await guest.post(path, { text: 'Halo' })).status).toBe(401)
    expect((await other.post(path, { text: 'Halo' })).status).toBe(404)
    expect((await guest.get(`/api/enterprises/${order.shop.slug}/reviews`)).status).toBe(401)
    expect((await other.get(`/api/enterprises/${order.shop.slug}/reviews`)).status).toBe(404)
  })
})

async function aMarketBeside({ operator }: PaidOrder): Promise<Client> {
  return (await aShop(operator)).chair
}

describe('PUT /api/reviews/{id}/visibility', () => {
  it('hides with a reason, no longer counts it, and shows it again', async () => {
    const order = await aCompletedOrder()
    const { id } = expected(await review(order, { stars: 1 }), 201)
    const path = `/api/reviews/${id}/visibility`
    const { owner } = order.operator
    expect(expected(await owner.get('/api/reviews'), 200).items).toMatchObject([{ id }])
    expected(await owner.put(path, { hidden: true, reason: 'Menyebut nama orang' }), 200)
    expect(await saidOf(order)).toMatchObject({ count: 0, average: null, items: [] })
    expect((await owner.put(path, { hidden: true, reason: 'Sekali lagi' })).status).toBe(409)
    expected(await owner.put(path, { hidden: false, reason: 'Sudah benar' }), 200)
    expect(await saidOf(order)).toMatchObject({ count: 1 })
  })

  it('is the operator’s: a seller takes nothing away', async () => {
    const order = await aCompletedOrder()
    const { id } = expected(await review(order), 201)
    const path = `/api/reviews/${id}/visibility`
    const asked = { hidden: true, reason: 'Tidak suka' }
    expect((await order.shop.chair.put(path, asked)).status).toBe(403)
    expect((await guest.put(path, asked)).status).toBe(401)
    expect((await order.shop.chair.get('/api/reviews')).status).toBe(403)
    expect((await order.operator.owner.get('/api/reviews?limit=0')).status).toBe(400)
  })
})

describe('GET /api/products/{slug}/reviews', () => {
  it('goes on page by page; of what is not on sale there is nothing', async () => {
    const market = await aMarket()
    for (let n = 0; n < 3; n += 1) expected(await review(await aCompletedOrder(market)), 201)
    const path = `/api/products/${market.product.slug}/reviews?limit=2`
    const page = expected(await guest.get(path), 200)
    expect(page.items).toHaveLength(2)
    expect(expected(await guest.get(`${path}&after=${page.next}`), 200).items).toHaveLength(1)
    expect((await guest.get('/api/products/tidak-ada/reviews')).status).toBe(404)
  })
})

const ask = (order: { product: Json }, who: Client, text = 'Apakah bisa dicuci dengan air?') =>
  who.post(`/api/products/${order.product.slug}/questions`, { text })

describe('questions about a product', () => {
  it('are answered by the seller for everyone; who asked is told', async () => {
    const market = await aMarket()
    const asker = await aPerson()
    const path = `/api/products/${market.product.slug}/questions`
    const { id } = expected(await ask(market, asker), 201)
    expect(expected(await guest.get(path), 200).items).toEqual([])
    expect(expected(await asker.get(path), 200).items).toMatchObject([{ id, answer: null }])
    const own = `/api/enterprises/${market.shop.slug}/questions?which=open`
    expect(expected(await market.shop.chair.get(own), 200).items).toMatchObject([{ id }])
    const answer = { text: 'Bisa, keringkan di tempat teduh.' }
    expected(await market.shop.chair.post(`/api/questions/${id}/answer`, answer), 201)
    expect(expected(await guest.get(path), 200).items).toMatchObject([{ answer }])
    const { items } = expected(await market.operator.owner.get('/api/outbox'), 200)
    const templates = items.map((one: Json) => one.template)
    expect(templates).toContain('question-asked')
    expect(templates).toContain('question-answered')
    const again = await market.shop.chair.post(`/api/questions/${id}/answer`, answer)
    expect(again.body.slug).toBe('already-exists')
  })

  it('are asked by somebody signed in, a few at a time', async () => {
    const market = await aMarket()
    expect((await ask(market, guest)).status).toBe(401)
    const asker = await aPerson()
    expect((await ask(market, asker, 'Ya?')).status).toBe(400)
    for (let n = 0; n < 3; n += 1) expected(await ask(market, asker), 201)
    expect((await ask(market, asker)).status).toBe(429)
    expect((await ask({ product: { slug: 'tidak-ada' } }, asker)).status).toBe(404)
    expect((await guest.get('/api/products/tidak-ada/questions')).status).toBe(404)
  })

  it('are hidden by seller or operator, and answered by nobody else', async () => {
    const order = await aPaidOrder()
    const other = await aMarketBeside(order)
    const { id } = expected(await ask(order, await aPerson()), 201)
    const [answer, hide] = [`/api/questions/${id}/answer`, `/api/questions/${id}/visibility`]
    const reason = { hidden: true, reason: 'Bukan pertanyaan' }
    expect((await other.post(answer, { text: 'Bisa' })).status).toBe(404)
    expect((await guest.post(answer, { text: 'Bisa' })).status).toBe(401)
    expect((await other.put(hide, reason)).status).toBe(404)
    expect((await guest.put(hide, reason)).status).toBe(401)
    expected(await order.shop.chair.put(hide, reason), 200)
    expect((await order.shop.chair.post(answer, { text: 'Bisa' })).status).toBe(409)
    const all = '/api/questions'
    const { owner } = order.operator
    expect(expected(await owner.get(`${all}?which=hidden`), 200).items).toMatchObject([{ id }])
    expected(await owner.put(hide, { ...reason, hidden: false }), 200)
    expect(expected(await owner.get(`${all}?which=hidden`), 200).items).toEqual([])
    expect(expected(await owner.get(all), 200).items).toMatchObject([{ id, hidden: false }])
    expect((await owner.get(`${all}?which=none`)).status).toBe(400)
    expect((await order.shop.chair.get(all)).status).toBe(403)
    expect((await guest.get(all)).status).toBe(401)
    expect((await order.operator.owner.put(hide, { hidden: 'x' })).status).toBe(400)
    const member = await inviteAndJoin(order.shop.chair, order.shop.slug, 'member')
    const list = `/api/enterprises/${order.shop.slug}/questions`
    expect((await member.get(list)).status).toBe(403)
    expect((await order.shop.chair.get(`${list}?which=none`)).status).toBe(400)
  })
})
