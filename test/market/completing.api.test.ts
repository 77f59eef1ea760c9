import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it } from 'vitest'
import { bindings, clock } from '#test/support/client'
import * as sold from '#test/support/orders'
import { expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const START = clock.now
afterEach(() => void (clock.now = START))

const ring = () => everyMinute(bindings(), clock.now)
const statusOf = async ({ buyer, code }: sold.PaidOrder) =>
  expected(await buyer.get(`/api/orders/${code}`), 200).status
const payableOf = async ({ shop }: sold.PaidOrder) =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/balance`), 200).payable

describe('the clock', () => {
  it('completes an order three days after it was delivered, not a minute before', async () => {
    const order = await sold.aPaidOrder()
    await sold.until('delivery', order)
    clock.now += 3 * sold.DAY - 60_000
    await ring()
    expect(await statusOf(order)).toBe('delivered')
    clock.now += 60_000
    await ring()
    expect(await statusOf(order)).toBe('completed')
    clock.now = START
    expect(await payableOf(order)).toBe(255_500)
  })

  it('asks whether it came before it completes what nobody says anything about', async () => {
    const order = await sold.aPaidOrder()
    await sold.until('shipment', order)
    clock.now += 10 * sold.DAY
    await ring()
    const said = await sold.rowsOf('SELECT template FROM outbox WHERE destination = ?', order.phone)
    expect(said.map((one) => one.template)).toContain('arrival-asked')
    expect(await statusOf(order)).toBe('shipped')
    clock.now += 4 * sold.DAY
    await ring()
    expect(await statusOf(order)).toBe('completed')
  })

  it('leaves alone what has not been sent', async () => {
    const order = await sold.aPaidOrder()
    await sold.until('packing', order)
    clock.now += 60 * sold.DAY
    await ring()
    expect(await statusOf(order)).toBe('packed')
  })

  it('does it once when it rings many times at once, and when the buyer presses meanwhile', async () => {
    const market = await sold.aMarket()
    const orders: sold.PaidOrder[] = []
    for (let i = 0; i < 4; i++) {
      orders.push(await sold.aPaidOrder(market))
      await sold.until('delivery', orders[i]!)
    }
    clock.now += 4 * sold.DAY
    const pressing = orders.map(({ buyer, code }) => buyer.post(`/api/orders/${code}/completion`))
    await Promise.all([...Array.from({ length: 5 }, ring), ...pressing])
    await ring()
    for (const order of orders) expect(await statusOf(order)).toBe('completed')
    clock.now = START
    expect(await payableOf(orders[0]!)).toBe(4 * 255_500)
  })

  it('audits the books each night, once, and keeps names of invariants alone', async () => {
    const order = await sold.aCompletedOrder()
    clock.now = Date.UTC(2026, 10, 22, 19, 0)
    await Promise.all([ring(), ring(), ring()])
    clock.now += 15 * 60_000
    await ring()
    const { DB } = env as unknown as { DB: D1Database }
    const { results } = await DB.prepare(`SELECT data FROM events WHERE subject = 'audit'`).all()
    expect(results).toHaveLength(1)
    const kept = JSON.parse(String(results[0]!.data))
    expect(Object.keys(kept).sort()).toEqual(['broken', 'tried'])
    expect(kept.broken).toEqual([])
    clock.now = START
    const { items } = expected(await order.operator.owner.get('/api/audits'), 200)
    expect(items).toMatchObject([{ number: 1, clean: true, broken: [] }])
  })
})
