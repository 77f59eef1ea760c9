import { afterEach, describe, expect, it } from 'vitest'
import { clock, newKey, type Json } from '#test/support/client'
import { balanceOf, rowsOf } from '#test/support/orders'
import * as deal from '#test/support/procurement'
import { aShop } from '#test/support/shop'
import { aPerson, expected } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const stockOf = async (variantId: string) =>
  (await rowsOf('SELECT stock FROM variants WHERE id = ?', variantId))[0].stock

describe('POST /api/purchase-orders/:id/approval', () => {
  it('is by another who may order so much, and freezes the quote’s prices', async () => {
    const at = await deal.aDeal()
    const order = await deal.accepted(at, { discount: 120_000 })
    const path = `/api/purchase-orders/${order.id}/approval`
    expect((await at.company.staff.post(path)).status).toBe(403)
    const made = expected(await at.company.manager.post(path), 201)
    expect(made).toMatchObject({
      status: 'issued',
      number: 'SENTRA/PO/2026/0001',
      approved: { role: 'manager' },
      goodsTotal: 1_200_000,
      total: 1_180_000,
    })
    const [line] = await rowsOf(`SELECT unit_price AS price, discount, commission FROM order_lines`)
    expect(line).toEqual({ price: 120_000, discount: 120_000, commission: 54_000 })
    expect((await at.company.manager.post(path)).body.slug).toBe('illegal-transition')
    const seen = expected(await at.clerk.get(`/api/purchase-orders/${order.id}`), 200)
    expect(seen).toMatchObject({ side: 'seller', deeds: ['cancellation', 'confirmation'] })
  })

  it('is never by the one who asked, nor above a limit', async () => {
    const at = await deal.aDeal()
    const { id, revision } = await deal.quoted(at, {
      lines: [{ n: 1, quantity: 200, unitPrice: 125_000 }],
    })
    const own = expected(
      await at.company.manager.post(`/api/quotations/${id}/acceptance`, { revision }),
      201,
    )
    expect(own.status).toBe('awaiting')
    const path = `/api/purchase-orders/${own.id}/approval`
    expect((await at.company.manager.post(path)).body.slug).toBe('same-person')
    expect(expected(await at.company.owner.post(path), 201).status).toBe('issued')
  })

  it('issues once, however many approve at once', async () => {
    const at = await deal.aDeal()
    const order = await deal.accepted(at)
    const path = `/api/purchase-orders/${order.id}/approval`
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? at.company.manager : at.company.owner).post(path),
      ),
    )
    expect(all.filter((one) => one.status === 201)).toHaveLength(1)
    const late = new Set(all.filter((one) => one.status !== 201).map((one) => one.body.slug))
    expect([...late].every((slug) => ['outdated', 'illegal-transition'].includes(slug))).toBe(true)
    expect(await stockOf(at.variantId)).toBe(490)
  })

  it('is one order however often it is sent under one key, with the number in each answer', async () => {
    const at = await deal.aDeal()
    const order = await deal.accepted(at)
    const key = { 'idempotency-key': newKey() }
    const path = `/api/purchase-orders/${order.id}/approval`
    const [first, second] = [
      await at.company.manager.post(path, {}, key),
      await at.company.manager.post(path, {}, key),
    ]
    expect(first!.body).toEqual(second!.body)
    expect(second!.body.number).toBe('SENTRA/PO/2026/0001')
  })
})

describe('POST /api/purchase-orders/:id/refusal', () => {
  it('says why, and lets the company accept another quote', async () => {
    const at = await deal.aDeal()
    const order = await deal.accepted(at)
    const path = `/api/purchase-orders/${order.id}/refusal`
    expect((await at.company.manager.post(path, { reason: '' })).status).toBe(400)
    expect((await at.clerk.post(path, { reason: 'Bukan saya' })).status).toBe(403)
    const refused = expected(await at.company.manager.post(path, { reason: 'Terlalu mahal' }), 201)
    expect(refused).toMatchObject({ status: 'refused', reason: 'Terlalu mahal', number: null })
    const { id } = order.quotation
    expect(expected(await at.company.staff.get(`/api/quotations/${id}`), 200).status).toBe('quoted')
    const cheaper = { lines: [{ n: 1, quantity: 10, unitPrice: 80_000 }], shipping: 0 }
    expected(await at.clerk.post(`/api/quotations/${id}/quote`, deal.quote(cheaper)), 201)
    const again = expected(
      await at.company.staff.post(`/api/quotations/${id}/acceptance`, { revision: 2 }),
      201,
    )
    expect(again).toMatchObject({ status: 'issued', number: 'SENTRA/PO/2026/0001' })
  })
})

describe('POST /api/purchase-orders/:id/cancellation', () => {
  it('gives the goods back while nothing was sent; its number stays', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const path = `/api/purchase-orders/${order.id}/cancellation`
    expect((await at.company.staff.post(path, { reason: 'Batal' })).status).toBe(403)
    const ordinary = await at.shop.chair.post(`/api/orders/${order.order.id}/cancellation`, {
      reason: 'Batal',
    })
    expect(ordinary.body.slug).toBe('illegal-transition')
    const cancelled = expected(await at.clerk.post(path, { reason: 'Bahan habis' }), 201)
    expect(cancelled).toMatchObject({ status: 'cancelled', order: { status: 'cancelled' } })
    expect(cancelled.number).toBe('SENTRA/PO/2026/0001')
    expect(await stockOf(at.variantId)).toBe(500)
    expect((await deal.issued(at)).number).toBe('SENTRA/PO/2026/0002')
  })

  it('is refused once something is on its way', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    await deal.sent(at, order, { quantity: 4 })
    const path = `/api/purchase-orders/${order.id}/cancellation`
    const refused = await at.company.manager.post(path, { reason: 'Batal' })
    expect(refused.body.slug).toBe('illegal-transition')
  })
})

describe('POST /api/purchase-orders/:id/closing', () => {
  it('lets the rest go; the order ends when what came is paid', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const invoice = await deal.invoiced(at, order, { quantity: 6, accepted: 5, reason: 'Cacat' })
    const path = `/api/purchase-orders/${order.id}/closing`
    expect((await at.company.staff.post(path, { reason: 'Cukup' })).status).toBe(403)
    const closed = expected(await at.company.manager.post(path, { reason: 'Cukup' }), 201)
    expect(closed).toMatchObject({ status: 'closed', order: { status: 'delivered' } })
    await deal.paid(at, invoice)
    const done = expected(await at.company.staff.get(`/api/purchase-orders/${order.id}`), 200)
    expect(done.order.status).toBe('completed')
    expect(invoice.total).toBe(650_000)
    expect(await balanceOf('seller-payable', at.shop.id)).toBe(620_000)
  })

  it('is refused while something is under way, or nothing came', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const path = `/api/purchase-orders/${order.id}/closing`
    const nothing = await at.company.manager.post(path, { reason: 'Cukup' })
    expect(nothing.body.slug).toBe('illegal-transition')
    await deal.signed(at, order, { quantity: 4 })
    await deal.sent(at, order, { quantity: 3 })
    const underway = await at.company.manager.post(path, { reason: 'Cukup' })
    expect(underway.body.slug).toBe('illegal-transition')
  })
})

describe('GET /api/purchase-orders/:id and the lists of both sides', () => {
  it('shows each side the whole story', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    await deal.paid(at, await deal.invoiced(at, order, { quantity: 4 }))
    const own = `/api/companies/${at.company.slug}/purchase-orders`
    const { items } = expected(await at.company.staff.get(own), 200)
    expect(items).toMatchObject([
      { number: order.number, status: 'issued', orderStatus: 'confirmed', total: 1_300_000 },
    ])
    const theirs = `/api/enterprises/${at.shop.slug}/purchase-orders`
    expect(expected(await at.clerk.get(theirs), 200).items).toHaveLength(1)
    const seen = expected(await at.company.staff.get(`/api/purchase-orders/${order.id}`), 200)
    expect(seen.timeline.map((one: Json) => one.type)).toEqual([
      ...['requested', 'issued', 'handover-sent', 'handover-received', 'handover-signed'],
      ...['invoice-issued', 'invoice-paid'],
    ])
    const operator = await at.operator.owner.get(`/api/purchase-orders/${order.id}`)
    expect(operator.body.side).toBe('operator')
  })

  it('is nobody else’s, and costs two trips', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const other = await aShop(at.operator)
    const stranger = await deal.aCompany(at.operator)
    const path = `/api/purchase-orders/${order.id}`
    expect((await other.chair.get(path)).status).toBe(404)
    expect((await stranger.staff.get(path)).status).toBe(404)
    expect((await (await aPerson()).get(path)).status).toBe(403)
    expect((await at.company.staff.get(path)).cost.trips).toBe(2)
    for (const [person, list] of [
      [other.chair, `/api/enterprises/${at.shop.slug}/purchase-orders`],
      [stranger.staff, `/api/companies/${at.company.slug}/purchase-orders`],
    ] as const) {
      expect((await person.get(list)).status).toBe(404)
    }
    const mine = `/api/companies/${at.company.slug}/purchase-orders?after=x`
    expect((await at.company.staff.get(mine)).status).toBe(400)
    const theirs = `/api/enterprises/${at.shop.slug}/purchase-orders?status=x`
    expect((await at.clerk.get(theirs)).status).toBe(400)
  })
})
