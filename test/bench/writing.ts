/** The scenarios that write: a purchase from basket to paid, and a repayment. */
import { asked, type Client, type Scenario } from '#test/bench/scenario'
import type { Staff } from '#test/bench/staff'
import { today } from '#test/support/http-network'

let turns = 0

/** Everybody is somebody else: her own number, key and household. */
function somebody() {
  turns += 1
  return {
    phone: `62819${String(turns).padStart(8, '0')}`,
    source: `10.${(turns >> 16) & 255}.${(turns >> 8) & 255}.${turns & 255}`,
  }
}

const newKey = () => ({ 'idempotency-key': `bench-${String((turns += 1)).padStart(12, '0')}` })

type Goods = { variantId: string; productId: string; enterpriseId: string; areaCode: string }

/** Goods of shops that send within their own regency, of which there is enough for any measurement. */
async function goodsOf(db: D1Database): Promise<readonly Goods[]> {
  const { results } = await db
    .prepare(
      `SELECT v.id AS variantId, p.id AS productId, p.enterprise_id AS enterpriseId,
         e.area_code AS areaCode
       FROM variants v JOIN products p ON p.id = v.product_id
       JOIN enterprises e ON e.organization_id = p.enterprise_id
       WHERE p.on_sale = 1 AND v.archived = 0 AND EXISTS (
         SELECT 1 FROM tariffs t WHERE t.enterprise_id = p.enterprise_id
           AND t.destination IN ('', substr(e.area_code, 1, 2), e.regency_code))
       GROUP BY p.id ORDER BY p.key * 2654435761 % 4294967296 LIMIT 64`,
    )
    .all<Goods>()
  const enough = JSON.stringify(results.map((one) => [one.variantId, one.productId]))
  await db.batch(
    [
      `UPDATE products SET stock_total = stock_total + 1000000
       WHERE id IN (SELECT value->>1 FROM json_each(?))`,
      `UPDATE variants SET stock = stock + 1000000 WHERE id IN (SELECT value->>0 FROM json_each(?))`,
    ].map((sql) => db.prepare(sql).bind(enough)),
  )
  return results
}

/** Put into the basket, look, choose delivery, buy; the treasurer finds the transfer. */
export async function orderFlow(db: D1Database, { treasurer }: Staff): Promise<Scenario> {
  const goods = await goodsOf(db)
  const run = async (client: Client, variant: number) => {
    const { variantId, enterpriseId, areaCode } = goods[variant]!
    const { phone, source } = somebody()
    const from = { 'cf-connecting-ip': source }
    const line = JSON.stringify({ variantId, quantity: 1 })
    const added = await asked(
      client,
      {
        method: 'POST',
        path: '/api/carts/current/lines',
        body: line,
        headers: { ...from, ...newKey() },
      },
      201,
    )
    const buyer = { ...from, cookie: added.cookies.map((one) => one.split(';')[0]).join('; ') }
    const see = (path: string) => asked(client, { method: 'GET', path, headers: buyer })
    const basket = JSON.parse((await see('/api/carts/current')).text)
    const options = JSON.parse(
      (await see(`/api/shipping-options?cart=current&areaCode=${areaCode}`)).text,
    )
    const purchase = JSON.parse(
      (
        await asked(
          client,
          {
            method: 'POST',
            path: '/api/purchases',
            headers: { ...buyer, ...newKey() },
            body: JSON.stringify({
              buyer: { name: 'Ibu Ratna', phone },
              address: { street: 'Jl. Anyaman 12', areaCode, postalCode: '46155' },
              deliveries: [{ enterpriseId, delivery: 'courier' }],
              expected: {
                goodsTotal: basket.goodsTotal,
                shippingTotal: options.items[0].courier.cost,
              },
            }),
          },
          201,
        )
      ).text,
    )
    const received = { amount: purchase.total, receivedOn: today(), reference: purchase.code }
    const path = `/api/purchases/${purchase.id}/settlement`
    const headers = { cookie: treasurer.cookieLine(), ...newKey() }
    await asked(client, { method: 'POST', path, headers, body: JSON.stringify(received) }, 201)
  }
  return { name: 'order flow', variants: goods.length, run }
}

/** The cashier writes down Rp 1.000 of an active loan. */
export async function repaying(db: D1Database, { cashier, lenderId }: Staff): Promise<Scenario> {
  const { results: loans } = await db
    .prepare(
      `SELECT id FROM loans WHERE lender_id = ? AND status = 'active'
      AND balance > 1000000 ORDER BY version, id LIMIT 256`,
    )
    .bind(lenderId)
    .all<{ id: string }>()
  const body = JSON.stringify({ amount: 1000, channel: 'cash' })
  const run = async (client: Client, variant: number) => {
    const path = `/api/loans/${loans[variant]!.id}/repayments`
    const headers = { cookie: cashier.cookieLine(), ...newKey() }
    await asked(client, { method: 'POST', path, headers, body }, 201)
  }
  return { name: 'repayment', variants: loans.length, alone: true, run }
}
