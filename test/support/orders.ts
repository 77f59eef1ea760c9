/** Orders of a test, made as they come to be: a cart, a checkout, a transfer that the treasurer matches. */
import { env } from 'cloudflare:workers'
import { Client, clock, type Json } from '#test/support/client'
import { aProduct, aShop, VILLAGE, type Shop } from '#test/support/shop'
import { anOperator, expected, newPhone, type World } from '#test/support/world'
import { dateIn, instant } from '#worker/kernel/calendar'

export type Market = { operator: World<'owner'>; shop: Shop; product: Json }

export const SHIPPING = 18_000
const ANYWHERE = [{ destination: '', firstKg: SHIPPING, nextKg: 9_000, daysFrom: 2, daysTo: 5 }]

/** The day it is in the network, by the clock of the tests. */
export const today = () => dateIn('Asia/Jakarta', instant(clock.now))

export const DAY = 24 * 60 * 60 * 1000

/** A shop that sends anywhere, where one can also pick up, with a product of which there are `stock`. */
export async function aStockedShop(
  operator: World<'owner'>,
  stock = 50,
): Promise<Omit<Market, 'operator'>> {
  const shop = await aShop(operator, { pickupPlace: 'Balai desa, Senin sampai Sabtu' })
  expected(
    await shop.chair.put(`/api/enterprises/${shop.slug}/tariffs`, { tariffs: ANYWHERE }),
    200,
  )
  const product = await aProduct(shop, {
    variants: [{ price: 125_000, weightGrams: 400, stock }],
  })
  return { shop, product }
}

export async function aMarket(stock = 50): Promise<Market> {
  const operator = await anOperator()
  return { operator, ...(await aStockedShop(operator, stock)) }
}

export type Wish = {
  delivery?: 'courier' | 'pickup'
  quantity?: number
  phone?: string
  method?: string
}
export type Bought = { purchase: Json; buyer: Client; phone: string }

const ADDRESS = { street: 'Jl. Raya Rajapolah 12', areaCode: VILLAGE, postalCode: '46155' }

/** One checkout over one or several shops, by a guest unless somebody signed in buys. */
export async function aPurchase(
  shelves: readonly Omit<Market, 'operator'>[],
  { delivery = 'courier', quantity = 2, phone = newPhone(), method }: Wish = {},
  buyer: Client = new Client(),
): Promise<Bought> {
  expected(await buyer.post('/api/carts'), 201)
  for (const { product } of shelves) {
    const line = { variantId: product.variants[0].id, quantity }
    expected(await buyer.post('/api/carts/current/lines', line), 201)
  }
  const shipping = delivery === 'courier' ? SHIPPING * shelves.length : 0
  const asked = {
    buyer: { name: 'Ratna Pembeli', phone },
    ...(method ? { method } : {}),
    address: delivery === 'courier' ? ADDRESS : null,
    deliveries: shelves.map(({ shop }) => ({ enterpriseId: shop.id, delivery })),
    expected: { goodsTotal: 125_000 * quantity * shelves.length, shippingTotal: shipping },
  }
  const purchase = expected(await buyer.post('/api/purchases', asked), 201)
  return { purchase, buyer, phone }
}

/** The treasurer finds the transfer on the bank statement. */
export async function settle(operator: World<'owner'>, purchase: Json): Promise<void> {
  const received = { amount: purchase.total, receivedOn: today(), reference: purchase.code }
  const path = `/api/purchases/${purchase.id}/settlement`
  expected(await operator.owner.post(path, received), 201)
}

export type PaidOrder = Market & Bought & { id: string; code: string; total: number }

/** A paid order at a shop, waiting to be confirmed. */
export async function aPaidOrder(market?: Market, wish?: Wish, buyer?: Client): Promise<PaidOrder> {
  const at = market ?? (await aMarket())
  const bought = await aPurchase([at], wish, buyer)
  await settle(at.operator, bought.purchase)
  const { id, code, total } = bought.purchase.orders[0]
  return { ...at, ...bought, id, code, total }
}

const STEPS = ['confirmation', 'packing', 'shipment', 'delivery'] as const
type SellersStep = (typeof STEPS)[number]

/** The seller takes an order through its steps up to the last one named. */
export async function until(
  step: SellersStep,
  order: Pick<PaidOrder, 'shop' | 'id'>,
): Promise<Json> {
  let answer: Json
  for (const deed of STEPS.slice(0, STEPS.indexOf(step) + 1)) {
    const body = deed === 'shipment' ? { courier: 'JNE', trackingNumber: 'JP1234567890' } : {}
    answer = expected(await order.shop.chair.post(`/api/orders/${order.id}/${deed}`, body), 201)
  }
  return answer
}

/** An order that its buyer has received: its money is the seller's. */
export async function aCompletedOrder(market?: Market, wish?: Wish): Promise<PaidOrder> {
  const order = await aPaidOrder(market, wish)
  await until('shipment', order)
  // Entries are ordered by their instant, so what comes later must be later.
  clock.now += 1000
  expected(await order.buyer.post(`/api/orders/${order.code}/completion`), 201)
  clock.now += 1000
  return order
}

/** What the tables hold, for what no route shows. */
export async function rowsOf(query: string, ...given: unknown[]): Promise<Json[]> {
  const { DB } = env as unknown as { DB: D1Database }
  const { results } = await DB.prepare(query)
    .bind(...given)
    .all<Json>()
  return results
}

/** What the operator owes on an account of liabilities or income. */
export async function balanceOf(code: string, holder: string): Promise<number> {
  const query = 'SELECT credits - debits AS owed FROM accounts WHERE code = ? AND holder = ?'
  return (await rowsOf(query, code, holder))[0]?.owed ?? 0
}
