import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, newKey, type Json } from '#test/support/client'
import { aMarket, aPurchase, balanceOf, DAY, type Market } from '#test/support/orders'
import { expected, signInAgain } from '#test/support/world'

let market: Market
beforeEach(async () => void (market = await aMarket(1000)))

const PATH = '/api/payments/unmatched'
let references = 0

async function come(amount: number, code = ''): Promise<Json> {
  const reference = `Setoran ${(references += 1)}`
  const asked = { amount, receivedOn: '2026-11-22', reference, code }
  return expected(await market.operator.owner.post(PATH, asked), 201)
}
const assign = (items: string[], code: string, headers = {}) =>
  market.operator.owner.post(`${PATH}/assignments`, { items, code }, headers)
const sent = (reference: string) => ({
  ...{ returnedOn: '2026-11-22', bank: 'Bank Contoh', account: '0012345', reference },
})
const giveBack = (id: string, reference: string, headers = {}) =>
  market.operator.owner.post(`${PATH}/${id}/return`, sent(reference), headers)
const items = async (query = '') =>
  expected(await market.operator.owner.get(`${PATH}${query}`), 200).items as Json[]

describe('money in suspense', () => {
  it('says why it is there', async () => {
    const { purchase } = await aPurchase([market])
    expect(await come(purchase.total - 1, purchase.code)).toMatchObject({ cause: 'short' })
    expect(await come(purchase.total + 1, purchase.code)).toMatchObject({ cause: 'over' })
    expect(await come(5_000)).toMatchObject({ cause: 'unknown', rest: 5_000, status: 'open' })
  })

  it('pays a purchase in two parts together, and what is over stays', async () => {
    const { purchase, buyer } = await aPurchase([market])
    const first = await come(purchase.total - 10_000, purchase.code)
    const short = await assign([first.id], purchase.code)
    expect([short.status, short.body.facts.difference]).toEqual([422, -10_000])
    const second = await come(12_000, purchase.code)
    const body = expected(await assign([first.id, second.id], purchase.code), 201)
    expect(body.items).toEqual([
      { id: first.id, taken: purchase.total - 10_000, rest: 0 },
      { id: second.id, taken: 10_000, rest: 2_000 },
    ])
    const shown = expected(await buyer.get(`/api/purchases/${purchase.code}`), 200)
    expect(shown.status).toBe('settled')
    expect(await balanceOf('suspense', second.id)).toBe(2_000)
    expect((await items('?status=open')).map((one) => one.rest)).toEqual([2_000])
  })

  it('is assigned once, from two windows and any number of clicks', async () => {
    const one = await aPurchase([market])
    const other = await aPurchase([market])
    const total = Math.max(one.purchase.total, other.purchase.total)
    const item = await come(total)
    const codes = [one.purchase.code, other.purchase.code]
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, i) => assign([item.id], codes[i % 2]!)),
    )
    expect(tries.filter((one) => one.status === 201)).toHaveLength(1)
    const key = { 'idempotency-key': newKey() }
    const third = await aPurchase([market])
    const more = await come(third.purchase.total)
    const same = await Promise.all([1, 2, 3].map(() => assign([more.id], third.purchase.code, key)))
    expect(same.map((one) => one.status)).toEqual([201, 201, 201])
  })

  it('pays another open purchase when its own is over', async () => {
    const late = await aPurchase([market])
    expected(await late.buyer.post(`/api/purchases/${late.purchase.code}/cancellation`), 201)
    const item = await come(late.purchase.total, late.purchase.code)
    expect(item.cause).toBe('late')
    expect((await assign([item.id], late.purchase.code)).status).toBe(409)
    const again = await aPurchase([market])
    const missing = again.purchase.total - late.purchase.total
    const more = missing > 0 ? [(await come(missing)).id] : []
    expected(await assign([item.id, ...more], again.purchase.code), 201)
  })

  it('goes back to its sender once, with the reference of the transfer', async () => {
    const item = await come(5_000)
    const key = { 'idempotency-key': newKey() }
    const first = expected(await giveBack(item.id, 'Kembali 1', key), 201)
    expect(first).toMatchObject({ status: 'returned', rest: 0 })
    expect(expected(await giveBack(item.id, 'Kembali 1', key), 201)).toEqual(first)
    expect((await giveBack(item.id, 'Kembali 2')).status).toBe(409)
    expect(await balanceOf('suspense', item.id)).toBe(0)
    expect(await balanceOf('bank', '')).toBe(0)
    const other = await come(6_000)
    expect((await giveBack(other.id, 'Kembali 1')).status).toBe(409)
    const future = { ...sent('Kembali 3'), returnedOn: '2026-11-23' }
    expect((await market.operator.owner.post(`${PATH}/${other.id}/return`, future)).status).toBe(
      400,
    )
    expect((await giveBack('none', 'Kembali 4')).status).toBe(404)
  })

  it('reminds the operator after three days', async () => {
    await come(5_000)
    const { owner } = market.operator
    expect(expected(await owner.get('/api/overview'), 200).oldSuspense).toBe(0)
    clock.now += 3 * DAY + 1
    await signInAgain(owner)
    expect(expected(await owner.get('/api/overview'), 200).oldSuspense).toBe(1)
    expect(await items('?status=open')).toMatchObject([{ old: true }])
  })

  it('is the treasurer’s to move', async () => {
    const item = await come(5_000)
    const { chair } = market.shop
    const asked = { items: [item.id], code: 'X' }
    expect((await chair.post(`${PATH}/assignments`, asked)).status).toBe(403)
    expect((await chair.post(`${PATH}/${item.id}/return`, sent('R'))).status).toBe(403)
    expect((await new Client().get(PATH)).status).toBe(401)
    expect((await market.operator.owner.get(`${PATH}?status=lost`)).status).toBe(400)
    expect((await assign([], 'X')).status).toBe(400)
    expect((await assign([item.id], 'NOSUCH')).status).toBe(404)
  })
})
