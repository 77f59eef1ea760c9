import { afterEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, START, type Json } from '#test/support/client'
import { aProduct, anEnterprise, aShop } from '#test/support/shop'
import { anOperator, expected, signInAgain } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const guest = new Client()
const DAY = 24 * 60 * 60 * 1000
afterEach(() => {
  clock.now = START
})
const tick = () => everyMinute(bindings(), clock.now)
const HALAL = { number: 'ID32110000123456789', validUntil: '2027-02-28' }
const found = async () =>
  (expected(await guest.get('/api/products?label=halal'), 200).items as Json[]).length

describe('a label', () => {
  it('is written down, shown, filtered by, looked up by the operator, and taken away', async () => {
    const operator = await anOperator()
    const shop = await aShop(operator)
    const product = await aProduct(shop)
    const path = `/api/products/${product.id}/labels/halal`
    const own = expected(await shop.chair.put(path, HALAL), 200)
    expect(own.labels).toEqual([{ kind: 'halal', ...HALAL, verified: false, daysLeft: null }])
    expect(await found()).toBe(1)

    const { items } = expected(await operator.owner.get('/api/labels'), 200)
    expect(items).toMatchObject([{ kind: 'halal', number: HALAL.number, title: product.title }])
    expected(await operator.owner.put(`${path}/verification`, { verified: true }), 200)
    const shown = expected(await guest.get(`/api/products/${product.slug}`), 200)
    expect(shown.labels).toEqual([{ kind: 'halal', ...HALAL, verified: true }])
    expect(expected(await operator.owner.get('/api/labels'), 200).items).toEqual([])

    const anew = expected(await shop.chair.put(path, { ...HALAL, validUntil: null }), 200)
    expect(anew.labels).toMatchObject([{ verified: false, validUntil: null }])
    expect(expected(await shop.chair.delete(path), 200).labels).toEqual([])
    expect(await found()).toBe(0)
  })

  it('is spoken of 60 and 30 days before its end, and gone for buyers the day after', async () => {
    const operator = await anOperator()
    const shop = await aShop(operator)
    const product = await aProduct(shop)
    expected(await shop.chair.put(`/api/products/${product.id}/labels/halal`, HALAL), 200)
    const told = async () => {
      const { owner } = { owner: await signInAgain(operator.owner) }
      const { items } = expected(await owner.get('/api/outbox?limit=100'), 200)
      const ours = (items as Json[]).map((one: Json) => String(one.template))
      return ours.filter((one) => one.startsWith('label-'))
    }
    clock.now = Date.UTC(2026, 11, 30, 3)
    await tick()
    await tick()
    expect(await told()).toEqual(['label-ends'])
    clock.now += 40 * DAY
    await tick()
    expect(await told()).toHaveLength(2)
    expect(await found()).toBe(1)

    // At the first minute of the day after, before any clock has struck.
    clock.now = Date.UTC(2027, 1, 28, 17, 0, 1)
    expect(await found()).toBe(0)
    const shown = expected(await guest.get(`/api/products/${product.slug}`), 200)
    expect(shown.labels).toEqual([])
    await Promise.all([tick(), tick()])
    expect((await told()).toSorted()).toEqual(['label-ended', 'label-ends', 'label-ends'])
  })

  it('is refused where its number, its end or its writer is wrong', async () => {
    const operator = await anOperator()
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const product = await aProduct(mine)
    const path = `/api/products/${product.id}/labels`
    const { status, body } = await mine.chair.put(`${path}/pirt`, { number: '123' })
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/number'])
    expect((await mine.chair.put(`${path}/organic`, HALAL)).status).toBe(404)
    expect((await other.chair.put(`${path}/halal`, HALAL)).status).toBe(404)
    expect((await mine.chair.delete(`${path}/halal`)).status).toBe(404)
    const verify = `${path}/halal/verification`
    expect((await mine.chair.put(verify, { verified: true })).status).toBe(403)
    expect((await operator.owner.put(verify, { verified: true })).status).toBe(404)
    expect((await mine.chair.get('/api/labels')).status).toBe(403)
    expect((await operator.owner.get('/api/labels?limit=0')).status).toBe(400)
    expect((await guest.get('/api/products?label=organic')).status).toBe(400)
  })
})
