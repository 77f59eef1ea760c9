/** Buying, as a buyer does it: a basket is filled, delivery chosen, a purchase placed and paid. */
import { Client, type Answer, type Json } from '#test/support/client'
import { VILLAGE, type Shop } from '#test/support/shop'
import { expected, newPhone } from '#test/support/world'

type Wanted = { product: Json; quantity?: number }

export const variantOf = (product: Json): string => String(product.variants![0]!.id)

/** A basket with these in it; a guest's unless somebody is named. */
export async function aBasket<C extends Client>(wanted: readonly Wanted[], client: C): Promise<C> {
  for (const { product, quantity = 1 } of wanted) {
    const line = { variantId: variantOf(product), quantity }
    expected(await client.post('/api/carts/current/lines', line), 201)
  }
  return client
}

/** What an enterprise asks for shipping: Rp 10.000 the kilogram, anywhere. */
export async function withTariff(shop: Shop, firstKg = 10_000, nextKg = firstKg): Promise<Shop> {
  const row = { destination: '', firstKg, nextKg, daysFrom: 2, daysTo: 4 }
  expected(await shop.chair.put(`/api/enterprises/${shop.slug}/tariffs`, { tariffs: [row] }), 200)
  return shop
}

export const address = (more: Record<string, unknown> = {}) => ({
  street: 'Jl. Anyaman 12 RT 02/03',
  areaCode: VILLAGE,
  postalCode: '46155',
  ...more,
})

type Asked = Record<string, unknown> & { buyer?: Record<string, unknown> }

/** The request by which a basket becomes a purchase, with the totals it is shown now. */
export async function checkoutOf(
  client: Client,
  more: Asked = {},
): Promise<Record<string, unknown>> {
  const basket = expected(await client.get('/api/carts/current'), 200)
  const path = `/api/shipping-options?cart=current&areaCode=${VILLAGE}`
  const { items } = expected(await client.get(path), 200)
  const options = items as unknown as { enterpriseId: string; courier: { cost: number } | null }[]
  const shippingTotal = options.reduce((sum, one) => sum + (one.courier?.cost ?? 0), 0)
  return {
    buyer: { name: 'Ibu Ratna', phone: newPhone(), ...more.buyer },
    address: address(),
    deliveries: options.map(({ enterpriseId }) => ({ enterpriseId, delivery: 'courier' })),
    expected: { goodsTotal: basket.goodsTotal, shippingTotal },
    ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'buyer')),
  }
}

export async function checkOut(client: Client, more: Asked = {}): Promise<Answer> {
  return client.post('/api/purchases', await checkoutOf(client, more))
}

/** A purchase that waits for its money. */
export async function aPurchase(
  wanted: readonly Wanted[],
  more: Asked = {},
  client: Client = new Client(),
): Promise<Json> {
  await aBasket(wanted, client)
  return expected(await checkOut(client, more), 201)
}

/** The transfer of exactly its total, matched on the day of the test. */
export const transfer = (purchase: Json, more: Record<string, unknown> = {}) => ({
  amount: purchase.total,
  receivedOn: '2026-11-22',
  reference: 'Mutasi 17',
  ...more,
})

export function settle(treasurer: Client, purchase: Json, more: Record<string, unknown> = {}) {
  return treasurer.post(`/api/purchases/${purchase.id}/settlement`, transfer(purchase, more))
}
