import { afterEach, describe, expect, it } from 'vitest'
import { bindings, clock } from '#test/support/client'
import { DAY, rowsOf } from '#test/support/orders'
import * as deal from '#test/support/procurement'
import { aShop } from '#test/support/shop'
import { aPartner, aPerson, expected, signInAgain } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const START = clock.now
afterEach(() => void (clock.now = START))

describe('POST /api/companies/:slug/quotations', () => {
  it('asks a seller, with a number of the company’s own, and tells her', async () => {
    const at = await deal.aDeal()
    const first = await deal.asked(at)
    expect(first).toMatchObject({
      number: 'SENTRA/RFQ/2026/0001',
      status: 'asked',
      side: 'company',
    })
    expect(first.address.areaText).toContain('Rajapolah')
    const [told] = await rowsOf(`SELECT body FROM outbox WHERE template = 'quotation-asked'`)
    expect(told.body).toContain(`/seller/${at.shop.slug}/quotations/${first.id}`)
    expect((await deal.asked(at)).number).toBe('SENTRA/RFQ/2026/0002')
  })

  it('gives fifty at once fifty numbers, and one that is refused leaves no hole', async () => {
    const at = await deal.aDeal()
    const path = `/api/companies/${at.company.slug}/quotations`
    const foreign = { lines: [{ variantId: 'x', title: 'Tas', quantity: 1 }] }
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        at.company.staff.post(path, deal.request(at, i % 5 === 4 ? foreign : {})),
      ),
    )
    const numbers = all.filter((one) => one.status === 201).map((one) => one.body.number)
    expect(numbers.toSorted()).toEqual(
      Array.from({ length: 40 }, (_, i) => `SENTRA/RFQ/2026/${String(i + 1).padStart(4, '0')}`),
    )
    expect(all.filter((one) => one.status === 400)).toHaveLength(10)
  })

  it('begins anew with each year', async () => {
    const at = await deal.aDeal()
    await deal.asked(at)
    clock.now = Date.UTC(2026, 11, 31, 17, 30)
    await signInAgain(at.company.staff)
    expect((await deal.asked(at)).number).toBe('SENTRA/RFQ/2027/0001')
  })

  it('wants the company’s papers, an open seller, her own goods and an address', async () => {
    const at = await deal.aDeal()
    const bare = await aPartner(at.operator)
    const missing = await bare.owner.post(
      `/api/companies/${bare.slug}/quotations`,
      deal.request(at),
    )
    expect(missing.body.slug).toBe('papers-missing')
    const ask = (more: object) =>
      at.company.staff.post(
        `/api/companies/${at.company.slug}/quotations`,
        deal.request(at, { ...more }),
      )
    expect((await ask({ enterprise: 'nobody' })).status).toBe(404)
    expect((await ask({ lines: [] })).body.errors[0].pointer).toBe('/lines')
    expect((await ask({ areaCode: '32.06.34.2999' })).body.errors[0].pointer).toBe('/areaCode')
    const many = [{ variantId: null, title: 'Tas', quantity: 1000 }]
    expect((await ask({ lines: many })).body.errors[0].pointer).toBe('/lines/0/quantity')
  })

  it('is for the people of that company', async () => {
    const at = await deal.aDeal()
    const path = `/api/companies/${at.company.slug}/quotations`
    const other = await deal.aCompany(at.operator)
    expect((await other.staff.post(path, deal.request(at))).status).toBe(404)
    expect((await at.clerk.post(path, deal.request(at))).status).toBe(403)
    expect((await other.staff.get(path)).status).toBe(404)
    expect((await at.company.staff.get(`${path}?after=x`)).status).toBe(400)
  })
})

describe('POST /api/quotations/:id/quote', () => {
  it('answers with revisions that all stay, and tells the company', async () => {
    const at = await deal.aDeal()
    const { id } = await deal.quoted(at)
    const path = `/api/quotations/${id}`
    const why = { reason: 'Bisa lebih murah?' }
    expect(expected(await at.company.staff.post(`${path}/revision-request`, why), 201).status).toBe(
      'revising',
    )
    const cheaper = { lines: [{ n: 1, quantity: 10, unitPrice: 110_000 }], discount: 50_000 }
    const again = expected(await at.clerk.post(`${path}/quote`, deal.quote(cheaper)), 201)
    expect(again).toMatchObject({ status: 'quoted', revision: 2, side: 'seller' })
    expect(again.quotes.map((one: { total: number }) => one.total)).toEqual([1_150_000, 1_300_000])
    const lists = [
      `/api/companies/${at.company.slug}/quotations`,
      `/api/enterprises/${at.shop.slug}/quotations?status=quoted`,
    ]
    for (const [i, person] of [at.company.staff, at.clerk].entries()) {
      const { items } = expected(await person.get(lists[i]!), 200)
      expect(items).toMatchObject([{ id, total: 1_150_000, kinds: 1 }])
    }
  })

  it('drafts a product for what was asked in words alone, once', async () => {
    const at = await deal.aDeal()
    const lines = [{ variantId: null, title: 'Besek bambu 20 cm berlogo', quantity: 300 }]
    const { id } = await deal.asked(at, { lines })
    const offer = deal.quote({
      lines: [{ n: 1, quantity: 300, unitPrice: 9_500, madeToOrder: true }],
    })
    const first = expected(await at.clerk.post(`/api/quotations/${id}/quote`, offer), 201)
    const again = expected(await at.clerk.post(`/api/quotations/${id}/quote`, offer), 201)
    expect(again.lines[0].variantId).toBe(first.quotes[0].lines[0].variantId)
    const drafts = await rowsOf(`SELECT title FROM products WHERE status = 'draft'`)
    expect(drafts).toEqual([{ title: 'Besek bambu 20 cm berlogo' }])
  })

  it('refuses a day gone by, lines that were not asked, foreign goods and too much discount', async () => {
    const at = await deal.aDeal()
    const { id } = await deal.asked(at)
    type More = Record<string, unknown>
    const answer = (more: More) => at.clerk.post(`/api/quotations/${id}/quote`, deal.quote(more))
    const pointer = async (more: More) => (await answer(more)).body.errors?.[0]?.pointer
    expect(await pointer({ validUntil: '2026-11-21' })).toBe('/validUntil')
    expect(await pointer({ lines: [{ n: 2, quantity: 1, unitPrice: 1_000 }] })).toBe(
      '/lines/0/variantId',
    )
    const other = await aShop(at.operator)
    expect(other.slug).not.toBe(at.shop.slug)
    const foreign = [{ n: 1, variantId: 'x', quantity: 1, unitPrice: 1_000 }]
    expect(await pointer({ lines: foreign })).toBe('/lines/0/variantId')
    expect(await pointer({ discount: 1_200_001 })).toBe('/discount')
    expect(await pointer({ lines: [{ n: 1, quantity: 1, unitPrice: 5 }] })).toBe(
      '/lines/0/unitPrice',
    )
  })

  it('is the seller’s who was asked', async () => {
    const at = await deal.aDeal()
    const { id } = await deal.asked(at)
    const path = `/api/quotations/${id}/quote`
    const other = await aShop(at.operator)
    expect((await other.chair.post(path, deal.quote())).status).toBe(404)
    expect((await at.company.staff.post(path, deal.quote())).status).toBe(403)
    expect((await other.chair.get(`/api/quotations/${id}`)).status).toBe(404)
    expect((await at.operator.owner.get(`/api/quotations/${id}`)).status).toBe(404)
    const theirs = `/api/enterprises/${at.shop.slug}/quotations`
    expect((await other.chair.get(theirs)).status).toBe(404)
    expect((await at.clerk.get(`${theirs}?status=x`)).status).toBe(400)
  })
})

describe('how a quotation ends', () => {
  it('is declined by either side, with a reason, once', async () => {
    const at = await deal.aDeal()
    for (const person of [at.company.staff, at.clerk]) {
      const { id } = await deal.asked(at)
      const path = `/api/quotations/${id}/refusal`
      expect((await person.post(path, { reason: '' })).status).toBe(400)
      expect((await (await aPerson()).post(path, { reason: 'Tidak' })).status).toBe(403)
      const ended = expected(await person.post(path, { reason: 'Tidak jadi.' }), 201)
      expect(ended).toMatchObject({ status: 'declined', reason: 'Tidak jadi.' })
      expect((await person.post(path, { reason: 'Lagi' })).body.slug).toBe('illegal-transition')
    }
    const { id } = await deal.asked(at)
    const again = `/api/quotations/${id}/revision-request`
    expect((await at.company.staff.post(again, { reason: 'Ubah' })).body.slug).toBe(
      'illegal-transition',
    )
    expect((await at.clerk.post(again, { reason: 'Ubah' })).status).toBe(403)
  })

  it('lapses after its last day, and with it an order that waited for approval', async () => {
    const at = await deal.aDeal()
    const open = await deal.quoted(at)
    const order = await deal.accepted(at)
    clock.now = Date.UTC(2026, 11, 15, 16, 59)
    await everyMinute(bindings(), clock.now)
    const status = async (id: string) =>
      (await rowsOf('SELECT status FROM quotations WHERE id = ?', id))[0].status
    expect(await status(open.id)).toBe('quoted')
    clock.now += 60_000
    await Promise.all([everyMinute(bindings(), clock.now), everyMinute(bindings(), clock.now)])
    expect(await status(open.id)).toBe('expired')
    expect(await status(order.quotation.id)).toBe('expired')
    const manager = await signInAgain(at.company.manager)
    const refused = expected(await manager.get(`/api/purchase-orders/${order.id}`), 200)
    expect(refused.status).toBe('refused')
    const told = await rowsOf(`SELECT body FROM outbox WHERE template = 'quotation-expired'`)
    expect(told).toHaveLength(2)
    clock.now += DAY
    await everyMinute(bindings(), clock.now)
    expect(await rowsOf(`SELECT 1 FROM outbox WHERE template = 'quotation-expired'`)).toHaveLength(
      2,
    )
  })
})
