/** Everybody at once, over real connections to the built product: one effect, and no rupiah more or less. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open } from '#db/client'
import { aTown, type Town } from '#test/faults/town'
import { newKey, type Address, type Answer, type Json } from '#test/support/http'
import * as network from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'
import { audit } from '#worker/audit/queries'

let server: Server
let town: Town

beforeAll(async () => {
  server = await startServer({ bindings: network.BINDINGS })
  const at: Address = { url: server.url }
  town = await aTown(at)
})
afterAll(async () => {
  const { db } = open(server.env.DB, { from: 'first-primary', gather: false })
  expect(await audit(db)).toEqual([])
  await server.stop()
})

const times = <T>(n: number, act: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => act(i)))

/** How many were answered with what: `{ '201': 1, '409 insufficient-stock': 499 }`. */
function counted(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const said = status < 300 ? String(status) : `${status} ${body.slug}`
    counts[said] = (counts[said] ?? 0) + 1
  }
  return counts
}

const one = async (sql: string, ...values: unknown[]) =>
  server.env.DB.prepare(sql)
    .bind(...values)
    .first<number>('n')

describe('at once', () => {
  it('sells the last piece to exactly one of five hundred buyers', async () => {
    const shop = await network.aShopOn(town.operator, 99, 1)
    const buyers = await times(500, () => network.aGuestWith(shop))
    const answers = await Promise.all(
      buyers.map((buyer) => buyer.post('/api/purchases', network.purchaseOf(shop))),
    )
    expect(counted(answers)).toEqual({ '201': 1, '409 insufficient-stock': 499 })
    expect(await one('SELECT stock AS n FROM variants WHERE id = ?', shop.variantId)).toBe(0)
    const orders = 'SELECT count(*) AS n FROM order_lines WHERE variant_id = ?'
    expect(await one(orders, shop.variantId)).toBe(1)
  })

  it('makes one purchase of one key sent a hundred times', async () => {
    const shop = town.shops[0]!
    const buyer = await network.aGuestWith(shop)
    const [asked, key] = [network.purchaseOf(shop), newKey()]
    const answers = await times(100, () => buyer.post('/api/purchases', asked, key))
    expect(counted(answers)).toEqual({ '201': 100 })
    expect(new Set(answers.map(({ body }) => body.code)).size).toBe(1)
    const purchases = 'SELECT count(*) AS n FROM purchases WHERE buyer_phone = ?'
    expect(await one(purchases, asked.buyer.phone)).toBe(1)
  })

  it('settles a purchase once among fifty treasurers', async () => {
    const shop = town.shops[0]!
    const buyer = await network.aGuestWith(shop)
    const { body: purchase } = await buyer.post('/api/purchases', network.purchaseOf(shop))
    const path = `/api/purchases/${purchase.id}/settlement`
    const answers = await times(50, () => town.operator.post(path, network.transferOf(purchase)))
    expect(counted(answers)['201']).toBe(1)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
  })

  it('pays a whole balance out once among fifty', async () => {
    const shop = town.shops[1]!
    const owed = `SELECT credits - debits AS n FROM accounts
      WHERE code = 'seller-payable' AND holder = ?`
    const amount = (await one(owed, shop.id)) ?? 0
    expect(amount).toBeGreaterThan(0)
    const answers = await times(50, (n) =>
      town.operator.post('/api/payouts', {
        enterpriseId: shop.id,
        amount,
        reference: `Semuanya ${n}`,
        sentOn: network.today(),
      }),
    )
    expect(counted(answers)).toEqual({ '201': 1, '409 account-overdrawn': 49 })
    expect(await one(owed, shop.id)).toBe(0)
  })

  it('disburses a loan once among fifty cashiers', async () => {
    const path = `${town.accepted.pop()}/disbursement`
    const answers = await times(50, () => town.cashier.post(path))
    expect(counted(answers)['201']).toBe(1)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
  })

  it('takes three hundred repayments of one loan, six at a time, to the last rupiah', async () => {
    const { body: loan } = await town.cashier.post(`${town.accepted.pop()}/disbursement`)
    const path = `/api/loans/${loan.id}/repayments`
    const payments = Array.from({ length: 300 }, () => newKey())
    const cashier = async () => {
      for (let key = payments.pop(); key; key = payments.pop()) await paidUnder(key, path)
    }
    await times(6, cashier)
    const paid = 'SELECT sum(amount) AS n FROM receipts WHERE loan_id = ?'
    expect(await one(paid, loan.id)).toBe(3_000_000)
    const receipts = 'SELECT count(DISTINCT number) AS n FROM receipts WHERE loan_id = ?'
    expect(await one(receipts, loan.id)).toBe(300)
  })
})

/** Whoever comes a moment after another sends the same again. */
async function paidUnder(key: string, path: string): Promise<Json> {
  for (;;) {
    const { status, body } = await town.cashier.post(path, { amount: 10_000, channel: 'cash' }, key)
    if (status === 201) return body
    if (status !== 409) throw new Error(`${status} ${JSON.stringify(body)}`)
  }
}
