import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import * as sold from '#test/support/orders'
import { anOperator, expected } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

describe('POST /api/audits', () => {
  it('tries every invariant and keeps the result', async () => {
    const { operator } = await sold.aCompletedOrder()
    const report = expected(await operator.owner.post('/api/audits'), 201)
    expect(report).toMatchObject({ number: 1, clean: true, broken: [] })
    expect(report.invariants).toHaveLength(report.tried)
    expect(report.invariants.every((one: { holds: boolean }) => one.holds)).toBe(true)
    const { items } = expected(await operator.owner.get('/api/audits'), 200)
    expect(items).toMatchObject([{ number: 1, clean: true, tried: report.tried }])
  })

  it('is not asked for all the time, nor by anybody but the operator', async () => {
    const market = await sold.aMarket()
    const { owner } = market.operator
    for (let i = 0; i < 12; i++) expected(await owner.post('/api/audits'), 201)
    expect((await owner.post('/api/audits')).status).toBe(429)
    expect((await market.shop.chair.post('/api/audits')).status).toBe(403)
  })
})

describe('GET /api/audits', () => {
  it('lists them newest first, page by page', async () => {
    const { owner } = await anOperator()
    for (let i = 0; i < 3; i++) expected(await owner.post('/api/audits'), 201)
    const page = expected(await owner.get('/api/audits?limit=2'), 200)
    expect(page.items.map((one: { number: number }) => one.number)).toEqual([3, 2])
    const rest = expected(await owner.get(`/api/audits?after=${page.next}`), 200)
    expect(rest.items.map((one: { number: number }) => one.number)).toEqual([1])
  })

  it('refuses a place that is none, and whoever is not the operator', async () => {
    const { operator, shop } = await sold.aMarket()
    expect((await operator.owner.get('/api/audits?after=x')).status).toBe(400)
    expect((await shop.chair.get('/api/audits')).status).toBe(403)
    expect((await new Client().get('/api/audits')).status).toBe(401)
  })
})
