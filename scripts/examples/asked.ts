/** What the documentation shows: one request a noun, with what stands in the demo network in its address. */
import type { Example } from '#worker/http/examples'
import type { Json } from '#test/support/http'
import type { Asker } from '../examples.ts'
import { lending } from './lending.ts'
import { onPaper } from './on-paper.ts'

export type Asking = Pick<Example, 'noun' | 'as' | 'method' | 'path'> & {
  who: Asker
  body?: unknown
}

/** With a body: sends it there. */
export type Get = (who: Asker, path: string, body?: Json) => Promise<Json>

export const guest = (noun: string, path = `/api/${noun}`): Asking => ({
  ...{ noun, as: 'guest', who: 'guest', method: 'GET', path },
})
export const person = (noun: string, who: Asker, path = `/api/${noun}`): Asking => ({
  ...{ noun, as: 'person', who, method: 'GET', path },
})
export const key = (noun: string, who: Asker, path = `/api/${noun}`): Asking => ({
  ...{ noun, as: 'key', who, method: 'GET', path },
})

export async function* asked(get: Get): AsyncGenerator<Asking> {
  yield* shopping(get)
  yield* selling(get)
  yield* oneself(get)
  yield* onPaper(get)
  yield* office(get)
}

/** What the operator keeps of money that comes and goes. */
async function* treasury(): AsyncGenerator<Asking> {
  const read = ['payments', 'payouts', 'outbox', 'complaints', 'statements', 'statement-lines']
  for (const noun of read) yield key(noun, 'operator', `/api/${noun}?limit=1`)
  const kept = ['payment-losses', 'payout-batches', 'account-changes', 'receivables']
  for (const noun of kept) yield key(noun, 'operator', `/api/${noun}?limit=1`)
  yield person('labels', 'operator', '/api/labels?limit=1')
  yield key('qris-codes', 'operator', '/api/qris-codes/current')
  yield key('gateway-payments', 'operator', '/api/gateway-payments?limit=1')
  yield key('refunds', 'operator', '/api/refunds/due')
  for (const noun of ['audits', 'overview', 'books']) yield key(noun, 'operator')
  yield person('commission-rules', 'operator', '/api/commission-rules?limit=1')
  const transfer = { provider: 'midtrans', net: 970_000, fee: 30_000, receivedOn: '2026-11-20' }
  const body = { ...transfer, reference: 'Midtrans 20/11' }
  yield { ...person('gateway-transfers', 'operator'), method: 'POST', body }
  yield key('partner-deposits', 'operator', '/api/partner-deposits?limit=1')
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
  yield guest('payment-methods', '/api/payment-methods?cart=current&total=150000')
  const { sellers } = await get('guest', '/api/carts/current')
  const deliveries = [{ enterpriseId: sellers[0].enterpriseId, delivery: 'courier' }]
  const quoted = { areaCode: '32.06.34.2002', deliveries }
  yield { ...guest('purchase-quotes'), method: 'POST', body: quoted }
  yield guest('tax-rules')
  yield guest('sitemap')
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
  yield* saying(get, own)
}

/** What makers are called, and what is answered to buyers. */
async function* saying(get: Get, own: string): AsyncGenerator<Asking> {
  const maker = await get('chair', `${own}/makers`, { name: 'Ibu Entin', about: '' })
  const renamed = key('makers', 'chair', `/api/makers/${maker.id}`)
  yield { ...renamed, method: 'PATCH', body: { about: 'Menganyam sejak kecil.' } }
  const { items } = await get('chair', `${own}/products?limit=1&status=listed`)
  const path = `/api/products/${items[0].slug}/questions`
  const question = await get('buyer', path, { text: 'Bisa dikirim sebelum Lebaran?' })
  const answer = key('questions', 'chair', `/api/questions/${question.id}/answer`)
  yield { ...answer, method: 'POST', body: { text: 'Bisa, Bu, tiga hari sampai.' } }
  yield person('reviews', 'operator', '/api/reviews?limit=1')
}

async function* oneself(get: Get): AsyncGenerator<Asking> {
  for (const noun of ['me', 'sessions', 'second-factor', 'invitations']) yield person(noun, 'buyer')
  const bought = await get('buyer', '/api/me/purchases')
  yield person('purchases', 'buyer', `/api/purchases/${bought.items[0].code}`)
  yield person('loans', 'borrower')
  yield person('loan-applications', 'borrower')
  const loans = await get('borrower', '/api/loans')
  const { events } = await get('borrower', `/api/loans/${loans.items[0].id}`)
  const { paper } = events.find((one: Json) => one.paper?.kind === 'receipt')
  yield guest('receipts', `/api/receipts/${paper.code}`)
}

async function* office(get: Get): AsyncGenerator<Asking> {
  yield* lending(get)
  yield* treasury()
}
