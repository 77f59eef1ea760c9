/** A market with a shop that sells one product, and vouchers of everybody who may make one. */
import { aBasket, checkoutOf, withTariff } from '#test/support/basket'
import { Client, type Answer, type Json } from '#test/support/client'
import { aProduct, aShop, type Shop } from '#test/support/shop'
import { anOperator, aPartner, expected, type World } from '#test/support/world'

export type VoucherMarket = {
  operator: World<'owner'>
  shop: Shop
  product: Json
  partner: World<'owner' | 'staff'>
}

export const PRICE = 100_000

export async function aVoucherMarket(stock = 500): Promise<VoucherMarket> {
  const operator = await anOperator()
  const shop = await withTariff(await aShop(operator))
  const variants = [{ price: PRICE, weightGrams: 500, stock }]
  const product = await aProduct(shop, { variants })
  return { operator, shop, product, partner: await aPartner(operator, ['staff']) }
}

export const percent = (given: Record<string, unknown> = {}) => ({
  kind: 'percent',
  code: 'HEMAT10',
  percentBps: 1000,
  label: 'Hemat 10 persen',
  startsOn: '2026-11-01',
  ...given,
})

export const vouchersOf = ({ slug }: { slug: string }) => `/api/organizations/${slug}/vouchers`

export async function aVoucher(by: Client, of: { slug: string }, given = {}): Promise<Json> {
  return expected(await by.post(vouchersOf(of), percent(given)), 201)
}

/** Money that the partner has transferred, matched by the operator. */
export async function deposit(market: VoucherMarket, amount: number): Promise<Json> {
  const received = { partner: market.partner.slug, amount, receivedOn: '2026-11-20' }
  const asked = { ...received, reference: `CSR ${amount}` }
  return expected(await market.operator.owner.post('/api/partner-deposits', asked), 201)
}

type Buying = { vouchers?: string[]; phone?: string; quantity?: number; client?: Client }

/** A basket of the product, and what would be placed with these vouchers. */
export async function wished({ product }: VoucherMarket, given: Buying = {}) {
  const { vouchers = [], phone, quantity = 1 } = given
  const client = await aBasket([{ product, quantity }], given.client ?? new Client())
  const buyer = phone === undefined ? {} : { phone }
  return { client, asked: await checkoutOf(client, { vouchers, buyer }) }
}

export async function bought(market: VoucherMarket, given: Buying = {}): Promise<Answer> {
  const { client, asked } = await wished(market, given)
  return client.post('/api/purchases', asked)
}
