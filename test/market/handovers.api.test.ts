import { afterEach, describe, expect, it } from 'vitest'
import { clock } from '#test/support/client'
import { rowsOf, today } from '#test/support/orders'
import * as deal from '#test/support/procurement'
import { aShop } from '#test/support/shop'
import { expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

describe('POST /api/purchase-orders/:id/handovers', () => {
  it('sends a part, as often as something is still awaited', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const first = await deal.sent(at, order, { quantity: 4 })
    expect(first).toMatchObject({ status: 'sent', number: null, deeds: ['withdrawal'] })
    const path = `/api/purchase-orders/${order.id}/handovers`
    const body = (quantity: number, n = 1) => ({ sentOn: today(), lines: [{ n, quantity }] })
    const over = await at.clerk.post(path, body(7))
    expect(over.body).toMatchObject({
      slug: 'outside-limits',
      errors: [{ pointer: '/lines/0/quantity' }],
    })
    expect((await at.clerk.post(path, body(1, 2))).status).toBe(422)
    expect((await at.company.staff.post(path, body(1))).status).toBe(403)
    const both = await Promise.all([at.clerk.post(path, body(6)), at.clerk.post(path, body(6))])
    expect(both.filter((one) => one.status === 201)).toHaveLength(1)
    const rest = await at.clerk.post(path, body(1))
    expect(rest.body.slug).toBe('illegal-transition')
  })

  it('waits until the seller has taken the order on', async () => {
    const at = await deal.aDeal()
    const order = await deal.accepted(at, { lines: [{ n: 1, quantity: 5, unitPrice: 120_000 }] })
    const body = { sentOn: today(), lines: [{ n: 1, quantity: 1 }] }
    const early = await at.clerk.post(`/api/purchase-orders/${order.id}/handovers`, body)
    expect(early.body.slug).toBe('illegal-transition')
  })
})

describe('the signatures', () => {
  it('are two people’s: the company counts and signs, the seller signs, and it has its number', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const received = await deal.received(at, order, { quantity: 10, accepted: 8, reason: 'Sobek' })
    expect(received).toMatchObject({ status: 'received', number: null, buyer: { role: 'staff' } })
    const path = `/api/handovers/${received.id}/signature`
    expect((await at.company.staff.post(path)).status).toBe(403)
    const signed = expected(await at.clerk.post(path), 201)
    expect(signed).toMatchObject({
      status: 'signed',
      number: 'BAST/2026/0001',
      seller: { role: 'staff' },
      lines: [{ quantity: 10, accepted: 8, rejected: 2, reason: 'Sobek' }],
    })
    // What was rejected may be sent again.
    expect(await deal.signed(at, order, { quantity: 2 })).toMatchObject({
      number: 'BAST/2026/0002',
    })
    const done = expected(await at.clerk.get(`/api/purchase-orders/${order.id}`), 200)
    expect(done).toMatchObject({ status: 'closed', order: { status: 'delivered' } })
  })

  it('are never one person’s for both sides', async () => {
    const at = await deal.aDeal()
    const both = await inviteAndJoin(at.shop.chair, at.shop.slug, 'staff', at.company.staff)
    const received = await deal.received(at, await deal.issued(at))
    const path = `/api/handovers/${received.id}/signature?side=seller`
    const refused = await both.post(path)
    expect([refused.status, refused.body.slug]).toEqual([403, 'same-person'])
  })

  it('want every line counted, and a reason for what is rejected', async () => {
    const at = await deal.aDeal()
    const { id } = await deal.sent(at, await deal.issued(at))
    const count = (lines: object[]) =>
      at.company.staff.post(`/api/handovers/${id}/receipt`, { lines })
    expect((await count([{ n: 1, accepted: 11 }])).body.errors[0].pointer).toBe('/lines/0/accepted')
    expect((await count([{ n: 1, accepted: 9 }])).body.errors[0].pointer).toBe('/lines/0/reason')
    expect((await count([])).status).toBe(400)
    const path = `/api/handovers/${id}/receipt`
    expect((await at.clerk.post(path, { lines: [{ n: 1, accepted: 10 }] })).status).toBe(403)
  })

  it('are asked for again when the seller does not agree', async () => {
    const at = await deal.aDeal()
    const received = await deal.received(at, await deal.issued(at), {
      accepted: 1,
      reason: 'Salah',
    })
    const path = `/api/handovers/${received.id}/recount`
    expect((await at.clerk.post(path, { reason: '' })).status).toBe(400)
    expect((await at.company.staff.post(path, { reason: 'Hitung lagi' })).status).toBe(403)
    const again = expected(await at.clerk.post(path, { reason: 'Hitung lagi' }), 201)
    expect(again).toMatchObject({ status: 'sent', buyer: null, lines: [{ accepted: null }] })
    const told = await rowsOf(`SELECT body FROM outbox WHERE template = 'handover-recount'`)
    expect(told[0].body).toContain('Hitung lagi')
  })

  it('are not needed for what never arrived: the seller takes the note back', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const { id } = await deal.sent(at, order)
    const path = `/api/handovers/${id}/withdrawal`
    expect((await at.company.staff.post(path)).status).toBe(403)
    expect(expected(await at.clerk.post(path), 201).status).toBe('withdrawn')
    expect((await at.clerk.post(path)).body.slug).toBe('illegal-transition')
    expect((await deal.sent(at, order)).status).toBe('sent')
  })

  it('are for both sides to see, and nobody else', async () => {
    const at = await deal.aDeal()
    const signed = await deal.signed(at, await deal.issued(at))
    const other = await aShop(at.operator)
    const path = `/api/handovers/${signed.id}`
    expect(expected(await at.company.manager.get(path), 200).number).toBe('BAST/2026/0001')
    expect((await other.chair.get(path)).status).toBe(404)
    expect((await at.clerk.post(`${path}/signature`)).body.slug).toBe('illegal-transition')
  })
})
