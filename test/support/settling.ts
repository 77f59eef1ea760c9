/** Sellers of a test who can be paid, who owe, and whose makers are named. */
import { env } from 'cloudflare:workers'
import { aDoorOrder, completedAtDoor, offerCod } from '#test/support/cod'
import * as sold from '#test/support/orders'
import { anEnterprise, type Shop } from '#test/support/shop'
import { expected, withSecondFactor } from '#test/support/world'

export const BRI = { bank: 'BRI', number: '001201234567508', holder: 'Kelompok Uji' }

/** A market whose shop has said where its money goes. */
export async function aPayableMarket(stock = 1000): Promise<sold.Market> {
  const market = await sold.aMarket(stock)
  await sayAccount(market)
  return market
}

export async function sayAccount({ shop }: Pick<sold.Market, 'shop'>): Promise<void> {
  expected(await shop.chair.put(`/api/enterprises/${shop.slug}/bank-account`, BRI), 200)
}

/** A shop that asked for another account and waits out its day. */
export async function aWaitingChange(): Promise<{ shop: Shop; id: string }> {
  const shop = await anEnterprise()
  await withSecondFactor(shop.chair)
  const path = `/api/enterprises/${shop.slug}/bank-account`
  expected(await shop.chair.put(path, BRI), 200)
  const other = { bank: 'Mandiri', number: '1370012345678', holder: shop.name }
  const { id } = expected(await shop.chair.put(path, other), 200)
  return { shop, id: id as string }
}

async function run(query: string, ...given: unknown[]): Promise<void> {
  const { DB } = env as unknown as { DB: D1Database }
  await DB.prepare(query)
    .bind(...given)
    .run()
}

/** An order that its buyer paid to the seller on delivery: the seller owes the commission. */
export async function aCodOrder(market: sold.Market, wish?: sold.Wish): Promise<sold.PaidOrder> {
  await offerCod(market)
  return completedAtDoor(await aDoorOrder(market, wish))
}

/** Who made the product of a market, by these weights. */
export async function name(market: sold.Market, weights: Record<string, number>): Promise<void> {
  for (const [i, [who, weight]] of Object.entries(weights).entries()) {
    const id = `${market.shop.slug}-${who}`
    await run(
      `INSERT INTO makers (id, enterprise_id, name, created_at, version) VALUES (?, ?, ?, 1, 1)
       ON CONFLICT DO NOTHING`,
      ...[id, market.shop.id, who],
    )
    await run(
      `INSERT INTO product_makers (product_id, maker_id, position, share) VALUES (?, ?, ?, ?)
       ON CONFLICT (product_id, maker_id) DO UPDATE SET share = excluded.share`,
      ...[market.product.id, id, i + 1, weight],
    )
  }
}
