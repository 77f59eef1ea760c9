/** Everybody at once, over real connections to the built product: one effect, and no rupiah more or less. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open } from '#db/client'
import { chance } from '#db/seed/random'
import { Load } from '#test/faults/load'
import { aTown, type Town } from '#test/faults/town'
import { newKey, type Address, type Answer, type Json } from '#test/support/http'
import * as network from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'
import { audit } from '#worker/audit/queries'

const SEED = process.env.LOAD_SEED ?? String(Date.now())

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

const STOCK = 'SELECT stock AS n FROM variants WHERE id = ?'

/** What every reader sees at any time, in one look: books in balance, sums that agree, nobody overdrawn. */
const READ = `SELECT
  (SELECT count(*) FROM (SELECT 1 FROM accounts GROUP BY book HAVING sum(debits) <> sum(credits)))
    AS unbalanced,
  (SELECT sum(debits) FROM accounts) - (SELECT sum(amount) FROM transfers) AS missing,
  (SELECT count(*) FROM accounts WHERE code = 'seller-payable' AND credits < debits) AS overdrawn,
  (SELECT count(*) FROM variants WHERE stock < 0) AS oversold`
const BALANCED = { unbalanced: 0, missing: 0, overdrawn: 0, oversold: 0 }

describe('at once', () => {
  it.each([10, 100, 500])('sells the last piece to exactly one of %i buyers', async (n) => {
    const shop = await network.aShopOn(town.operator, 100 + n, 1)
    const buyers = await times(n, () => network.aGuestWith(shop))
    const answers = await Promise.all(
      buyers.map((buyer) => buyer.post('/api/purchases', network.purchaseOf(shop))),
    )
    expect(counted(answers)).toEqual({ '201': 1, '409 insufficient-stock': n - 1 })
    expect(await one(STOCK, shop.variantId)).toBe(0)
    const orders = 'SELECT count(*) AS n FROM order_lines WHERE variant_id = ?'
    expect(await one(orders, shop.variantId)).toBe(1)
  })

  it('sells no more than the hundred pieces that a thousand want one to three of', async () => {
    const shop = await network.aShopOn(town.operator, 98, 100)
    const quantities = Array.from({ length: 1000 }, (_, i) => (i % 3) + 1)
    const buyers = await Promise.all(quantities.map((n) => network.aGuestWith(shop, n)))
    const answers = await times(1000, (i) =>
      buyers[i]!.post('/api/purchases', network.purchaseOf(shop, quantities[i])),
    )
    const { '201': sold = 0, '409 insufficient-stock': refused = 0 } = counted(answers)
    expect(sold + refused).toBe(1000)
    const pieces = 'SELECT sum(quantity) AS n FROM order_lines WHERE variant_id = ?'
    expect(await one(pieces, shop.variantId)).toBe(100)
    expect(await one(STOCK, shop.variantId)).toBe(0)
  })

  it('sells all of a basket or nothing, though two hundred fill theirs in any order', async () => {
    const shops = await times(3, (n) => network.aShopOn(town.operator, 90 + n, 120 - 10 * n))
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    const inOrder = (i: number) => orders[i % orders.length]!.map((n) => shops[n]!)
    const buyers = await times(200, (i) => network.aGuestWith(inOrder(i)))
    const answers = await times(200, (i) =>
      buyers[i]!.post('/api/purchases', network.purchaseOf(inOrder(i))),
    )
    expect(counted(answers)).toEqual({ '201': 100, '409 insufficient-stock': 100 })
    const stocks = await Promise.all(shops.map(({ variantId }) => one(STOCK, variantId)))
    expect(stocks).toEqual([20, 10, 0])
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

  it('takes three hundred repayments of a small loan to its end, and owes the rest', async () => {
    const { lender, borrower, cashier } = town
    const terms = { amount: 1_000_000, instalments: 3 }
    const application = await network.anAcceptedApplicationOn(lender, borrower, terms)
    const { body: loan } = await cashier.post(`${application}/disbursement`)
    const path = `/api/loans/${loan.id}/repayments`
    const payments = Array.from({ length: 300 }, () => newKey())
    const desk = async () => {
      for (let key = payments.pop(); key; key = payments.pop()) await paidUnder(key, path)
    }
    await times(6, desk)
    const paid = 'SELECT sum(amount) AS n FROM receipts WHERE loan_id = ?'
    expect(await one(paid, loan.id)).toBe(3_000_000)
    const receipts = 'SELECT count(DISTINCT number) AS n FROM receipts WHERE loan_id = ?'
    expect(await one(receipts, loan.id)).toBe(300)
    const { body } = await cashier.get(`/api/loans/${loan.id}`)
    const { status, balance, overpayment } = body.loan
    expect([status, balance]).toEqual(['overpaid', 0])
    const owed = 'SELECT credits - debits AS n FROM accounts WHERE holder = ? AND code = ?'
    expect(await one(owed, loan.id, 'overpayments')).toBe(overpayment)
    expect(await one(owed, loan.id, 'loans-receivable')).toBe(0)
    const part = (name: string) =>
      one(`SELECT sum(split ->> '${name}') AS n FROM receipts WHERE loan_id = ?`, loan.id)
    expect(await part('principal')).toBe(1_000_000)
    const [interest, tooMuch] = [await part('interest'), await part('overpayment')]
    expect([interest! + tooMuch!, tooMuch]).toEqual([2_000_000, overpayment])
  })

  it('shows whoever reads meanwhile books that balance, and no account below zero', async () => {
    const load = new Load(town, chance(SEED))
    let working = true
    let reads = 0
    const reader = async () => {
      while (working) {
        expect(await server.env.DB.prepare(READ).first()).toEqual(BALANCED)
        reads += 1
      }
    }
    const readers = times(4, reader)
    await load.run(8, 200).finally(() => (working = false))
    await readers
    expect(reads).toBeGreaterThan(10)
    expect(new Set(load.sent.map(({ status }) => status)).difference(new Set([201, 409]))).toEqual(
      new Set(),
    )
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
