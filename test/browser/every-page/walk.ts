/** Where each walker goes: every page of hers, with what stands in the demo network in its address. */
import { expected, type Http, type Json } from '#test/support/http'
import { applyingStops } from './applying.ts'
import { companies } from './companies.ts'
import { lending } from './lending.ts'
import { first, get, organizationOf } from './reading.ts'
import { lenderBooks } from './lender-books.ts'
import { groups } from './groups.ts'
import { trouble } from './trouble.ts'
import { dailyStops } from './daily.ts'
import type { Walker, Walkers } from './walkers.ts'

export type Stop = { walker: Walker; path: string }

export async function everyStop(walkers: Walkers): Promise<Stop[]> {
  const parts = await Promise.all([
    shopping(walkers),
    account(walkers),
    applyingStops(walkers),
    selling(walkers),
    daily(walkers),
    lending(walkers),
    lenderBooks(walkers),
    trouble(walkers),
    office(walkers),
    companies(walkers),
    groups(walkers),
  ])
  return parts.flatMap((paths) =>
    Object.entries(paths).flatMap(([walker, own]) =>
      own.map((path) => ({ walker: walker as Walker, path })),
    ),
  )
}

type Paths = Partial<Record<Walker, string[]>>

async function shopping({ guest, buyer, borrower }: Walkers): Promise<Paths> {
  const { items } = await get(guest, '/api/products?q=kopi')
  const product = items.find((one: Json) => one.inStock)
  const { code, orders } = await aPurchase(guest, product.slug)
  await fillBasket(guest, product.slug)
  const loan = await first(borrower, '/api/loans')
  const { events } = await get(borrower, `/api/loans/${loan.id}`)
  const { paper } = events.find((one: Json) => one.paper?.kind === 'receipt')
  const bought = await first(buyer, '/api/me/purchases')
  const kept = await first(buyer, '/api/me/addresses')
  const shop = `/shops/${product.shop.slug}`
  const lent = await first(borrower, '/api/loan-products')
  return {
    guest: [
      ...['/', '/about', '/products', '/products?q=tas', '/products?q=zzzz', '/shops', shop],
      ...['/products?category=weaving&label=halal', '/regions', '/regions/33'],
      `/regions/${product.region.code}`,
      `/products/${product.slug}`,
      ...['/basket', '/checkout', `/purchases/${code}`, '/orders', `/orders/${orders[0].code}`],
      ...['/calculator', '/loan-products', `/loan-products/${lent.id}`, `/receipts/${paper.code}`],
      ...['/sign-in'],
    ],
    newcomer: ['/basket', '/sign-in/code', `/purchases/${code}`, `/orders/${orders[0].code}`],
    buyer: [
      ...['/', '/account', '/account/orders', '/basket', '/sign-in/name', '/organizations/new'],
      ...['/loan-applications/new', '/security', '/account/household'],
      ...['/account/addresses', `/account/addresses/${kept.id}`],
      ...[`/purchases/${bought.code}`, `/orders/${bought.orders[0].code}`],
    ],
  }
}

async function fillBasket(guest: Http, slug: string): Promise<Json> {
  const product = await get(guest, `/api/products/${slug}`)
  const variant = product.variants.toSorted((a: Json, b: Json) => b.stock - a.stock)[0]
  const line = { variantId: variant.id, quantity: 1 }
  expected(await guest.post('/api/carts/current/lines', line), 201)
  return get(guest, '/api/carts/current')
}

async function aPurchase(guest: Http, slug: string): Promise<Json> {
  const { sellers, goodsTotal } = await fillBasket(guest, slug)
  const areaCode = '32.06.34.2002'
  const options = await get(guest, `/api/shipping-options?cart=current&areaCode=${areaCode}`)
  const shippingTotal = options.items[0].courier.cost
  const asked = {
    buyer: { name: 'Ibu Ratna', phone: '0812-0000-9001' },
    address: { street: 'Jl. Anyaman 12', areaCode, postalCode: '46155' },
    deliveries: [{ enterpriseId: sellers[0].enterpriseId, delivery: 'courier' }],
    expected: { goodsTotal, shippingTotal },
  }
  return expected(await guest.post('/api/purchases', asked), 201)
}

async function account({ borrower, buyer, companion, manager, ...rest }: Walkers): Promise<Paths> {
  const loan = await first(borrower, '/api/loans')
  const application = await first(borrower, '/api/loan-applications')
  const sent = await apply(buyer)
  const slug = await organizationOf(companion)
  const partner = await organizationOf(manager)
  const own = `/loans/${loan.id}`
  return {
    borrower: [
      ...['/account', '/loans', own, `${own}/agreement`, `${own}/statement`, `${own}/payout-share`],
      ...[`${own}/payoff`, `${own}/payoff?paper=a6`],
      ...[`/loan-applications/${application.id}`, '/loan-applications/new'],
    ],
    paidUp: await paidUp(rest.paidUp),
    chair: ['/account', '/account/orders', '/loans', '/loan-applications/new', '/security'],
    buyer: ['/loans', `/loan-applications/${sent.id}`],
    companion: ['/account', `/organizations/${slug}/members`],
    manager: ['/account', `/organizations/${partner}/members`, `/partner/${partner}/vouchers`],
  }
}

/** A loan that was paid off with a round sum, of which the rest was given back. */
async function paidUp(person: Http): Promise<string[]> {
  const { id } = await first(person, '/api/loans')
  const { events } = await get(person, `/api/loans/${id}`)
  const { paper } = events.find((one: Json) => one.paper?.kind === 'refund')
  return [`/loans/${id}`, `/loans/${id}/settlement-letter`, `/loan-refunds/${paper.code}`]
}

/** Sent and not decided yet. */
async function apply(person: Http): Promise<Json> {
  const { items } = await get(person, '/api/loan-products')
  const product = items.find((one: Json) => one.audience !== 'group')
  const asked = {
    productId: product.id,
    purpose: 'Membeli benang untuk pesanan.',
    amount: product.minPrincipal,
    instalments: product.minInstalments,
    monthlyIncome: 3_000_000,
    monthlyCosts: 1_800_000,
  }
  return expected(await person.post('/api/loan-applications', asked), 201)
}

async function selling({ chair, treasurer }: Walkers): Promise<Paths> {
  const slug = await organizationOf(chair)
  const room = `/seller/${slug}`
  const api = `/api/enterprises/${slug}`
  const product = await first(chair, `${api}/products`)
  const order = await first(chair, `${api}/orders?paid=yes`)
  const { person } = await get(treasurer, '/api/me')
  const hooks = `/organizations/${slug}/integrations`
  const wanted = { url: 'https://toko.example/lumbung', types: ['order.*'] }
  const { id: webhook } = expected(
    await chair.post(`/api/organizations/${slug}/webhooks`, wanted),
    201,
  )
  return {
    chair: [
      ...[room, `${room}/products`, `${room}/products/new`, `${room}/products/${product.id}`],
      ...[`${room}/orders`, `${room}/orders/${order.id}`],
      ...[`${room}/labels?orders=${order.id}`, `${room}/packing-lists?orders=${order.id}`],
      ...[`${room}/balance`, `${room}/shipping`, `${room}/profile`, `${room}/makers`],
      ...[`${room}/shipping/new`, `${room}/shipping/jne-reg`, `${room}/vouchers`, `${room}/tax`],
      `${room}/cod`,
      ...(await moneyOf(chair, slug)),
      `/organizations/${slug}/members`,
      `/organizations/${slug}/members/${person.id}`,
      ...[hooks, `${hooks}/${webhook}`],
    ],
    treasurer: [room, `${room}/balance`, `${room}/profile`, `/organizations/${slug}/members`],
  }
}

/** What a seller sees of her money: a payout, a month, a sheet of shares and one maker's, her account. */
async function moneyOf(chair: Http, slug: string): Promise<string[]> {
  const api = `/api/enterprises/${slug}`
  const balance = `/seller/${slug}/balance`
  const payout = await first(chair, `${api}/payouts`)
  const { items } = await get(chair, `${api}/statements`)
  const sheets: Json[] = await Promise.all(
    items.map(({ month }: Json) => get(chair, `${api}/maker-shares?month=${month}`)),
  )
  const sheet = sheets.find((one) => one.makers.length > 0)
  const of = `month=${sheet?.month ?? items[0].month}`
  const maker = sheet?.makers[0]
  return [
    ...[`${balance}?of=receivable`, `${balance}/payouts/${payout.id}`, `${balance}/account`],
    ...[`${balance}/statements`, `${balance}/statements/${items[0].month}`],
    ...[`${balance}/makers?${of}`, ...(maker ? [`${balance}/makers/${maker.id}?${of}`] : [])],
  ]
}

async function daily({ chair, guest, buyer }: Walkers): Promise<Paths> {
  const slug = await organizationOf(chair)
  const product = await first(chair, `/api/enterprises/${slug}/products`)
  const order = await first(chair, `/api/enterprises/${slug}/orders?paid=yes`)
  const [{ id: variantId }] = product.variants
  const known = { variantId, productId: product.id, orderId: order.id }
  return dailyStops({ chair, guest, buyer, slug, ...known })
}

async function office({ operatorOwner, chair }: Walkers): Promise<Paths> {
  const shop = await organizationOf(chair)
  const order = await first(chair, `/api/enterprises/${shop}/orders?paid=yes`)
  const { slug } = await first(operatorOwner, '/api/books')
  const { lines } = await get(operatorOwner, `/api/books/${slug}/trial-balance`)
  const book = `/office/books/${slug}`
  const batch = await first(operatorOwner, '/api/payout-batches')
  const payout = await first(operatorOwner, '/api/payouts')
  const file = `/office/payouts/batches/${batch.id}`
  const paying = [
    ...['/office/payouts/batches', file, `${file}/print`, `/office/payouts/${payout.id}`],
    ...[
      '/office/payouts/receivables',
      '/office/payouts/accounts',
      '/office/payouts/lenders',
      '/office/income',
    ],
  ]
  const ways = ['statements', 'gateways', 'qris'].map((one) => `/office/payments/${one}`)
  const money = ['/office/payments', '/office/payments/unmatched', ...ways, '/office/payouts']
  return {
    operatorOwner: [
      ...[
        '/office',
        ...money,
        '/office/refunds',
        '/office/complaints',
        `/office/complaints/${order.id}`,
        '/office/outbox',
        '/office/audit',
      ],
      '/office/labels',
      ...['/office/organizations', '/office/organizations/new', '/office/books'],
      ...['/office/vouchers', '/office/deposits', '/office/commission', '/office/taxes'],
      ...[book, `${book}/entries`, `${book}/${lines[0].code}`],
      `/organizations/${slug}/members`,
    ],
    operatorTreasurer: ['/office', ...money, ...paying],
  }
}
