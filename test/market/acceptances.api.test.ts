import { afterEach, describe, expect, it } from 'vitest'
import { clock } from '#test/support/client'
import { DAY, rowsOf } from '#test/support/orders'
import * as deal from '#test/support/procurement'
import { aPerson, expected, signInAgain } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const stockOf = async (variantId: string) =>
  (await rowsOf('SELECT stock FROM variants WHERE id = ?', variantId))[0].stock

describe('POST /api/quotations/:id/acceptance', () => {
  it('issues what staff may order alone, with its number, and takes the goods', async () => {
    const at = await deal.aDeal()
    const order = await deal.accepted(at, { lines: [{ n: 1, quantity: 5, unitPrice: 120_000 }] })
    expect(order).toMatchObject({
      status: 'issued',
      number: 'SENTRA/PO/2026/0001',
      total: 700_000,
      order: { status: 'placed' },
      approved: { role: 'staff' },
    })
    expect(await stockOf(at.variantId)).toBe(495)
    const [purchase] = await rowsOf(`SELECT method, status, organization_id AS o FROM purchases`)
    expect(purchase).toEqual({ method: 'invoice', status: 'accepted', o: at.company.id })
  })

  it('waits for somebody else above her limit; the seller sees nothing yet', async () => {
    const at = await deal.aDeal()
    const order = await deal.accepted(at)
    expect(order).toMatchObject({
      status: 'awaiting',
      number: null,
      order: null,
      deeds: ['refusal'],
    })
    expect(await stockOf(at.variantId)).toBe(500)
    expect((await at.clerk.get(`/api/purchase-orders/${order.id}`)).status).toBe(404)
    const quotation = expected(await at.clerk.get(`/api/quotations/${order.quotation.id}`), 200)
    expect(quotation.purchaseOrder).toBe(null)
    const told = await rowsOf(`SELECT template FROM outbox WHERE template LIKE 'purchase-order%'`)
    expect(told).toEqual([{ template: 'purchase-order-awaiting' }])
  })

  it('refuses an older quote, one that has lapsed, and whoever is not of the company', async () => {
    const at = await deal.aDeal()
    const { id } = await deal.quoted(at)
    const path = `/api/quotations/${id}/acceptance`
    expect((await at.company.staff.post(path, { revision: 2 })).body.slug).toBe('outdated')
    expect((await at.clerk.post(path, { revision: 1 })).status).toBe(403)
    expect((await (await aPerson()).post(path, { revision: 1 })).status).toBe(403)
    const other = await deal.aCompany(at.operator)
    expect((await other.staff.post(path, { revision: 1 })).status).toBe(404)
    clock.now += 24 * DAY
    const late = await (await signInAgain(at.company.staff)).post(path, { revision: 1 })
    expect(late.body.slug).toBe('illegal-transition')
  })

  it('is refused while there is not that much; what is made to order needs none', async () => {
    const at = await deal.aDeal(3)
    const lines = [{ n: 1, quantity: 5, unitPrice: 120_000 }]
    const { id } = await deal.quoted(at, { lines })
    const path = `/api/quotations/${id}/acceptance`
    const short = await at.company.staff.post(path, { revision: 1 })
    expect([short.status, short.body.slug]).toEqual([409, 'insufficient-stock'])
    const made = { lines: [{ ...lines[0], madeToOrder: true }] }
    expected(await at.clerk.post(`/api/quotations/${id}/quote`, deal.quote(made)), 201)
    const order = expected(await at.company.staff.post(path, { revision: 2 }), 201)
    expect(order.number).toBe('SENTRA/PO/2026/0001')
    expect(await stockOf(at.variantId)).toBe(3)
  })
})
