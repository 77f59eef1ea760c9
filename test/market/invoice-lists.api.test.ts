import { afterEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock } from '#test/support/client'
import { DAY, rowsOf, today } from '#test/support/orders'
import * as deal from '#test/support/procurement'
import { aShop } from '#test/support/shop'
import { aPerson, expected, signInAgain } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const START = clock.now
afterEach(() => void (clock.now = START))

describe('reminders', () => {
  it('come three days before, on the day, and 3, 7 and 14 days after, once each', async () => {
    const at = await deal.aDeal()
    await deal.invoiced(at, await deal.issued(at))
    const due = Date.UTC(2026, 11, 22, 3)
    const sent = async () =>
      (await rowsOf(`SELECT count(*) AS n FROM outbox WHERE template = 'invoice-reminder'`))[0].n
    const days: Record<number, number> = {}
    for (let day = -5; day <= 16; day += 1) {
      clock.now = due + day * DAY
      await Promise.all([everyMinute(bindings(), clock.now), everyMinute(bindings(), clock.now)])
      days[day] = await sent()
    }
    expect([days[-4], days[-3], days[-1], days[0], days[3], days[7], days[13], days[16]]).toEqual([
      0, 1, 1, 2, 3, 4, 4, 5,
    ])
  })

  it('send only the last of those that were missed, and none once it is paid', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const open = await deal.invoiced(at, order, { quantity: 4 })
    await deal.paid(at, await deal.invoiced(at, order, { quantity: 6 }))
    clock.now = Date.UTC(2026, 11, 30, 3)
    await everyMinute(bindings(), clock.now)
    const told = await rowsOf(`SELECT body FROM outbox WHERE template = 'invoice-reminder'`)
    expect(told).toHaveLength(1)
    expect(told[0].body).toContain(open.number)
    expect(told[0].body).toContain('lewat 7 hari')
  })
})

describe('the lists of invoices', () => {
  it('come by their due day, and say which are late', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const invoice = await deal.invoiced(at, order, { quantity: 4 })
    await deal.paid(at, await deal.invoiced(at, order, { quantity: 6 }))
    clock.now = Date.UTC(2026, 11, 27, 3)
    await signInAgain(at.company.staff)
    await signInAgain(at.clerk)
    await signInAgain(at.operator.owner)
    const lists = [
      [at.company.staff, `/api/companies/${at.company.slug}/invoices`],
      [at.clerk, `/api/enterprises/${at.shop.slug}/invoices`],
      [at.operator.owner, '/api/invoices'],
    ] as const
    for (const [person, path] of lists) {
      const late = expected(await person.get(`${path}?state=overdue`), 200)
      expect(late.items).toMatchObject([{ id: invoice.id, daysLate: 5, due: 520_000 }])
      expect(expected(await person.get(path), 200).items).toHaveLength(2)
      const paid = expected(await person.get(`${path}?state=paid&month=2026-11`), 200)
      expect(paid.items).toHaveLength(1)
      const page = await person.get(`${path}?limit=1`)
      expect((await person.get(`${path}?limit=1&after=${page.body.next}`)).body.items).toHaveLength(
        1,
      )
      expect((await person.get(`${path}?after=x`)).status).toBe(400)
      expect(page.cost.trips).toBe(2)
    }
    const other = `/api/companies/${at.company.slug}/invoices?other=${at.shop.slug}`
    expect((await at.company.staff.get(other)).body.items).toHaveLength(2)
  })

  it('are each side’s own', async () => {
    const at = await deal.aDeal()
    const invoice = await deal.invoiced(at, await deal.issued(at))
    const other = await aShop(at.operator)
    const stranger = await deal.aCompany(at.operator)
    expect((await other.chair.get(`/api/invoices/${invoice.id}`)).status).toBe(404)
    expect((await stranger.staff.get(`/api/companies/${at.company.slug}/invoices`)).status).toBe(
      404,
    )
    expect((await other.chair.get(`/api/enterprises/${at.shop.slug}/invoices`)).status).toBe(404)
    expect((await at.clerk.get('/api/invoices')).status).toBe(403)
    const seen = expected(await at.company.staff.get(`/api/invoices/${invoice.id}`), 200)
    expect(seen).toMatchObject({ share: null, deeds: ['withholdings'] })
    expect((await (await aPerson()).get(`/api/invoices/${invoice.id}`)).status).toBe(403)
  })
})

describe('GET /api/documents/:code', () => {
  it('tells whoever holds a printed document that it is true', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at)
    const invoice = await deal.invoiced(at, order)
    const { handovers } = expected(await at.clerk.get(`/api/purchase-orders/${order.id}`), 200)
    const seen = async (code: string) => (await new Client().get(`/api/documents/${code}`)).body
    expect(await seen(invoice.code.toLowerCase())).toMatchObject({
      kind: 'invoice',
      number: 'INV/2026/0001',
      status: 'issued',
      seller: at.shop.name,
      on: today(),
      total: 1_300_000,
    })
    expect(await seen(order.code)).toMatchObject({ kind: 'po', number: 'SENTRA/PO/2026/0001' })
    expect(await seen(handovers[0].code)).toMatchObject({ kind: 'bast', total: null })
    const waiting = await deal.accepted(at)
    expect((await new Client().get(`/api/documents/${waiting.code}`)).status).toBe(404)
  })
})
