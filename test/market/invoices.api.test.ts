import { afterEach, describe, expect, it } from 'vitest'
import { clock, newKey, type Json } from '#test/support/client'
import { balanceOf, rowsOf } from '#test/support/orders'
import * as deal from '#test/support/procurement'
import { expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

describe('POST /api/handovers/:id/invoice', () => {
  it('is drawn from what both sides signed; parts sum exactly to the order', async () => {
    const at = await deal.aDeal()
    const terms = { discount: 100_001, shipping: 50_001 }
    const order = await deal.issued(at, terms)
    const first = await deal.invoiced(at, order, { quantity: 3 })
    expect(first).toMatchObject({
      number: 'INV/2026/0001',
      goodsTotal: 360_000,
      discount: 30_000,
      shipping: 15_000,
      total: 345_000,
      tax: 0,
      issuedOn: '2026-11-22',
      dueOn: '2026-12-22',
      handover: { number: 'BAST/2026/0001' },
    })
    const second = await deal.invoiced(at, order, { quantity: 4, accepted: 3, reason: 'Pecah' })
    const third = await deal.invoiced(at, order, { quantity: 4 })
    const all = [first, second, third]
    expect(all.reduce((sum, one) => sum + one.total, 0)).toBe(order.total)
    expect(all.reduce((sum, one) => sum + one.share.commission, 0)).toBe(55_000)
    expect(third.number).toBe('INV/2026/0003')
  })

  it('contains VAT from the day its seller is a PKP, rounded down for each line', async () => {
    const at = await deal.aDeal()
    const own = {
      legalName: 'Koperasi Uji',
      npwp: '012345678012000',
      nib: '1234567890123',
      address: 'Rajapolah, Kab. Tasikmalaya',
      signatory: 'Ibu Siti',
      signatoryTitle: 'Ketua',
      pkpSince: '2026-11-22',
    }
    expected(await at.shop.chair.put(`/api/enterprises/${at.shop.slug}/papers`, own), 200)
    const invoice = await deal.invoiced(at, await deal.issued(at, { shipping: 0 }))
    expect(invoice).toMatchObject({ total: 1_200_000, tax: 118_918, seller: { pkp: true } })
  })

  it('gives fifty at once fifty numbers of that seller', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at, { lines: [{ n: 1, quantity: 60, unitPrice: 10_000 }] })
    const signed: Json[] = []
    for (let i = 0; i < 50; i += 1) signed.push(await deal.signed(at, order, { quantity: 1 }))
    const all = await Promise.all(
      signed.map(({ id }) => at.shop.chair.post(`/api/handovers/${id}/invoice`)),
    )
    const made = all.filter((one) => one.status === 201)
    expect(all.every((one) => one.status === 201 || one.body.slug === 'outdated')).toBe(true)
    // Those that were overtaken try again; none of their numbers is lost.
    for (const { id } of signed) await at.shop.chair.post(`/api/handovers/${id}/invoice`)
    expect(made.length).toBeGreaterThan(0)
    const numbers = await rowsOf('SELECT n FROM invoices ORDER BY n')
    expect(numbers.map((one) => one.n)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  })

  it('is one invoice a handover, and none before both have signed', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const received = await deal.received(at, order, { quantity: 4 })
    const path = `/api/handovers/${received.id}/invoice`
    expect((await at.shop.chair.post(path)).body.slug).toBe('illegal-transition')
    expect((await at.clerk.post(path)).status).toBe(403)
    expected(await at.clerk.post(`/api/handovers/${received.id}/signature`), 201)
    expected(await at.shop.chair.post(path), 201)
    expect((await at.shop.chair.post(path)).body.slug).toBe('already-exists')
    const nothing = { quantity: 2, accepted: 0, reason: 'Salah warna' }
    const refused = await deal.signed(at, order, nothing)
    const none = await at.shop.chair.post(`/api/handovers/${refused.id}/invoice`)
    expect(none.body.slug).toBe('nothing-due')
  })
})

describe('POST /api/invoices/:id/payment', () => {
  it('pays the seller less the commission, with a receipt; the last one completes the order', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const first = await deal.invoiced(at, order, { quantity: 4 })
    const last = await deal.invoiced(at, order, { quantity: 6 })
    const path = `/api/invoices/${first.id}/payment`
    const key = { 'idempotency-key': newKey() }
    const paid = expected(await at.operator.owner.post(path, deal.transferOf(first), key), 201)
    expect(paid).toMatchObject({ status: 'paid', receipt: { number: 'KW/2026/0001' } })
    const again = await at.operator.owner.post(path, deal.transferOf(first), key)
    expect(again.body).toEqual(paid)
    expect(await balanceOf('seller-payable', at.shop.id)).toBe(520_000 - 24_000)
    const state = async () =>
      (await at.company.staff.get(`/api/purchase-orders/${order.id}`)).body.order.status
    expect(await state()).toBe('delivered')
    expect((await deal.paid(at, last)).receipt.number).toBe('KW/2026/0002')
    expect(await state()).toBe('completed')
    const [purchase] = await rowsOf('SELECT status FROM purchases')
    expect(purchase.status).toBe('settled')
    expect(await balanceOf('seller-payable', at.shop.id)).toBe(1_300_000 - 60_000)
    expect(await balanceOf('commission-income', '')).toBe(60_000)
  })

  it('wants exactly what is due, on a day since the invoice, once', async () => {
    const at = await deal.aDeal()
    const invoice = await deal.invoiced(at, await deal.issued(at))
    const pay = (more: object) =>
      at.operator.owner.post(`/api/invoices/${invoice.id}/payment`, deal.transferOf(invoice, more))
    const short = await pay({ amount: invoice.due - 1 })
    expect([short.status, short.body.slug]).toEqual([422, 'amount-mismatch'])
    expect(short.body.facts).toEqual({ total: 1_300_000, amount: 1_299_999, difference: 1 })
    expect((await pay({ receivedOn: '2026-11-23' })).body.errors[0].pointer).toBe('/receivedOn')
    const both = await Promise.all([pay({}), pay({})])
    expect(both.map((one) => one.status).toSorted()).toEqual([201, 409])
    const staff = await inviteAndJoin(at.operator.owner, at.operator.slug, 'staff')
    const path = `/api/invoices/${invoice.id}/payment`
    expect((await staff.post(path, deal.transferOf(invoice))).status).toBe(403)
  })

  it('is less what the buyer withholds for the state', async () => {
    const at = await deal.aDeal()
    const invoice = await deal.invoiced(at, await deal.issued(at))
    const path = `/api/invoices/${invoice.id}/withholdings`
    const said = { kind: 'pph22', proofNumber: 'BP-2026-001', proofOn: '2026-11-22' }
    const withheld = expected(await at.company.staff.put(path, { withholdings: [said] }), 200)
    // Without an NPWP of the seller the rate doubles: 3 % of 1,300,000.
    expect(withheld).toMatchObject({
      due: 1_261_000,
      withholdings: [{ rateBps: 300, amount: 39_000 }],
    })
    expect((await at.company.staff.put(path, { withholdings: [said, said] })).status).toBe(400)
    const vat = { ...said, kind: 'ppn' }
    expect((await at.company.staff.put(path, { withholdings: [vat] })).body.slug).toBe(
      'outside-limits',
    )
    expect((await at.clerk.put(path, { withholdings: [] })).status).toBe(403)
    await deal.paid(at, withheld)
    expect(await balanceOf('seller-payable', at.shop.id)).toBe(1_261_000 - 60_000)
    expect((await at.company.staff.put(path, { withholdings: [] })).body.slug).toBe(
      'illegal-transition',
    )
  })
})

describe('POST /api/invoices/:id/cancellation', () => {
  it('keeps the number, writes a credit note, and lets the delivery be invoiced anew', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const invoice = await deal.invoiced(at, order)
    const path = `/api/invoices/${invoice.id}/cancellation`
    expect((await at.clerk.post(path, { reason: 'Salah' })).status).toBe(403)
    expect((await at.shop.chair.post(path, { reason: '' })).status).toBe(400)
    const cancelled = expected(await at.shop.chair.post(path, { reason: 'Salah alamat' }), 201)
    expect(cancelled).toMatchObject({
      number: 'INV/2026/0001',
      status: 'cancelled',
      creditNote: { number: 'NK/2026/0001', reason: 'Salah alamat' },
    })
    const again = expected(
      await at.shop.chair.post(`/api/handovers/${invoice.handover.id}/invoice`),
      201,
    )
    expect(again).toMatchObject({ number: 'INV/2026/0002', total: invoice.total })
    await deal.paid(at, again)
    const late = `/api/invoices/${again.id}/cancellation`
    expect((await at.shop.chair.post(late, { reason: 'Salah' })).body.slug).toBe(
      'illegal-transition',
    )
  })
})
