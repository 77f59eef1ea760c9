/** What the documentation shows: one request a noun, with what stands in the demo network in its address. */
import type { Example } from '#worker/http/examples'
import type { Json } from '#test/support/http'
import type { Asker } from '../examples.ts'

export type Asking = Pick<Example, 'noun' | 'as' | 'method' | 'path'> & {
  who: Asker
  body?: unknown
}

type Get = (who: Asker, path: string) => Promise<Json>

const guest = (noun: string, path = `/api/${noun}`): Asking => ({
  ...{ noun, as: 'guest', who: 'guest', method: 'GET', path },
})
const person = (noun: string, who: Asker, path = `/api/${noun}`): Asking => ({
  ...{ noun, as: 'person', who, method: 'GET', path },
})
const key = (noun: string, who: Asker, path = `/api/${noun}`): Asking => ({
  ...{ noun, as: 'key', who, method: 'GET', path },
})

export async function* asked(get: Get): AsyncGenerator<Asking> {
  yield* shopping(get)
  yield* selling(get)
  yield* oneself(get)
  yield* office(get)
}

async function* shopping(get: Get): AsyncGenerator<Asking> {
  yield guest('health')
  yield guest('areas', '/api/areas?in=32.06')
  yield guest('categories')
  yield guest('regions')
  yield guest('products', '/api/products?q=tas&limit=1')
  yield guest('shops', '/api/shops?limit=1')
  const { items } = await get('guest', '/api/products?q=tas&limit=1')
  const { variants } = await get('guest', `/api/products/${items[0].slug}`)
  const line = { variantId: variants[0].id, quantity: 1 }
  const lines = '/api/carts/current/lines'
  yield { ...guest('carts', lines), method: 'POST', body: line }
  const there = 'cart=current&areaCode=32.06.34.2002'
  yield guest('shipping-options', `/api/shipping-options?${there}`)
  yield guest('loan-products')
  const terms = {
    ...{ principal: 5_000_000, annualRate: 18, interestMethod: 'declining', instalments: 6 },
    ...{ amortization: 'equalInstalment', every: 1, unit: 'month', disbursedOn: '2026-12-01' },
  }
  yield { ...guest('loan-quotes'), method: 'POST', body: terms }
  yield { ...guest('sign-in-codes'), method: 'POST', body: { to: 'tamu@contoh.id' } }
}

async function* selling(get: Get): AsyncGenerator<Asking> {
  const { organizations } = await get('chair', '/api/me')
  const { slug } = organizations[0]
  const own = `/api/enterprises/${slug}`
  yield key('enterprises', 'chair', `${own}/products?limit=1`)
  const goods = await get('chair', `${own}/products?limit=1`)
  const product = await get('chair', `${own}/products/${goods.items[0].id}`)
  const stock = `/api/variants/${product.variants[0].id}/stock`
  const made = { add: 5, reason: 'produced' }
  yield { ...key('variants', 'chair', stock), method: 'PATCH', body: made }
  const orders = await get('chair', `${own}/orders?limit=1`)
  yield key('orders', 'chair', `/api/orders/${orders.items[0].id}`)
  yield key('organizations', 'chair', `/api/organizations/${slug}`)
  yield key('changes', 'chair', '/api/changes?limit=1')
}

async function* oneself(get: Get): AsyncGenerator<Asking> {
  for (const noun of ['me', 'sessions', 'second-factor', 'invitations']) yield person(noun, 'buyer')
  const bought = await get('buyer', '/api/me/purchases')
  yield person('purchases', 'buyer', `/api/purchases/${bought.items[0].code}`)
  yield person('loans', 'borrower')
  yield person('loan-applications', 'borrower')
  const loans = await get('borrower', '/api/loans')
  const { events } = await get('borrower', `/api/loans/${loans.items[0].id}`)
  const { receipt } = events.find((one: Json) => one.receipt !== null)
  yield guest('receipts', `/api/receipts/${receipt}`)
}

async function* office(get: Get): AsyncGenerator<Asking> {
  const { organizations } = await get('officer', '/api/me')
  yield key('lenders', 'officer', `/api/lenders/${organizations[0].slug}/loans?limit=1`)
  for (const noun of ['payments', 'payouts', 'outbox']) {
    yield key(noun, 'operator', `/api/${noun}?limit=1`)
  }
  yield key('refunds', 'operator', '/api/refunds/due')
  for (const noun of ['audits', 'overview', 'books']) yield key(noun, 'operator')
}
