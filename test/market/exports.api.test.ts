import { describe, expect, it } from 'vitest'
import { Client, type Json } from '#test/support/client'
import { aMarket, aCompletedOrder, aPaidOrder } from '#test/support/orders'
import { aDraft, anEnterprise, aProduct, aShop } from '#test/support/shop'
import { exported, imported, OWN, send } from '#test/support/sheets'
import { anOperator, expected } from '#test/support/world'

const guest = new Client()
const goodsOf = async (shop: Parameters<typeof send>[0]) =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/products?limit=100`), 200).items

describe('GET /api/enterprises/{slug}/exports/products', () => {
  it('gives everything back: read in again, it changes nothing', async () => {
    const shop = await aShop(await anOperator())
    await aProduct(shop, { title: '=HYPERLINK("x")', description: 'Baris satu\r\n"dua"; tiga' })
    await aDraft(shop, {
      title: "'+62 dua",
      variants: [
        { name: '-10 cm', price: 50_000, weightGrams: 10, stock: 1 },
        { name: '@besar', sku: '+SKU,1', price: 75_000, weightGrams: 20, stock: 0 },
      ],
    })
    await imported(shop, OWN)
    const file = await exported(shop, 'products')
    expect(file).toContain(`"'=HYPERLINK(""x"")"`)
    expect(file).toContain(`"'+SKU,1"`)
    const again = expected(await send(shop, file), 201)
    expect(again).toMatchObject({ unchanged: 4, created: 0, changed: 0, faulty: 0 })
    const semicolons = file.replace(/^\uFEFF.*\r\n/, (line) => line)
    expect(expected(await send(shop, semicolons), 201).work).toBe(0)
  })

  it('gives options, tiers, sizes, contents, labels and the tree back, here and elsewhere', async () => {
    const [shop, other] = [await aShop(await anOperator()), await anEnterprise()]
    const tiers = [
      { fromQuantity: 10, price: 45_000 },
      { fromQuantity: 50, price: 40_000 },
    ]
    const size = { lengthCm: 20, widthCm: 15, heightCm: 5 }
    const plain = { price: 50_000, weightGrams: 100, stock: 3 }
    const { id } = await aProduct(shop, {
      ...{ category: 'tableware', madeToOrderDays: 7, options: ['Ukuran', 'Warna'] },
      variants: [
        { ...plain, values: ['-10 cm', 'Merah, tua'], tiers, size },
        { ...plain, values: ['20 cm', 'Biru'], net: { quantity: 250, unit: 'g' } },
      ],
    })
    const label = { number: 'ID32110000123456789', validUntil: '2027-12-10' }
    expected(await shop.chair.put(`/api/products/${id}/labels/halal`, label), 200)
    const file = await exported(shop, 'products')
    expect(file).toContain(' > Piring, cangkir & mangkuk"')
    expect(file).toContain('10+ 45000 | 50+ 40000')
    expect(expected(await send(shop, file), 201)).toMatchObject({ unchanged: 1, work: 0 })
    expect(await imported(other, file)).toMatchObject({ created: 1, faulty: 0 })
    const [[mine], [theirs]] = [await goodsOf(shop), await goodsOf(other)]
    const bare = (product: Json) => {
      const { options, madeToOrderDays, category, labels, variants } = product
      const told = { options, madeToOrderDays, category, labels }
      return { ...told, variants: variants.map((one: Json) => ({ ...one, id: null })) }
    }
    expect(bare(theirs)).toEqual(bare(mine))
    expect(await imported(other, file)).toMatchObject({ unchanged: 1, work: 0 })
    const changed = file.replaceAll('45000', '44000').replace('s.d. 2027-12-10', 's.d. 2028-12-10')
    expect(await imported(shop, changed)).toMatchObject({ changed: 1, faulty: 0 })
    const [now] = await goodsOf(shop)
    expect(now.variants[0].tiers[0].price).toBe(44_000)
    expect(now.labels[0].validUntil).toBe('2028-12-10')
  })

  it('says nothing of another enterprise', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    await aDraft(mine, { title: 'Rahasia dapur' })
    for (const what of ['products', 'orders', 'addresses', 'balance']) {
      const path = `/api/enterprises/${mine.slug}/exports/${what}`
      expect((await guest.get(path)).status).toBe(401)
      expect((await other.chair.get(path)).status).toBe(404)
      expect((await mine.chair.get(path)).status).toBe(200)
    }
  })

  it('brings to another enterprise new goods of its own', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    await aDraft(mine, { title: 'Tas kembar' })
    const file = await exported(mine, 'products')
    expect(await imported(other, file)).toMatchObject({ created: 1, changed: 0 })
    expect(await imported(other, file)).toMatchObject({ unchanged: 1 })
    expect(await goodsOf(mine)).toHaveLength(1)
  })
})

describe('what goes out of orders', () => {
  it('holds each line, where parcels go, and a balance that comes out at nothing', async () => {
    const market = await aMarket()
    const done = await aCompletedOrder(market)
    const open = await aPaidOrder(market, { quantity: 1 })
    const linesOf = async (what: string) =>
      (await exported(market.shop, what)).trim().split('\r\n').slice(1)

    const orders = await linesOf('orders')
    expect(orders).toHaveLength(2)
    expect(orders[0]).toContain(`${done.code},completed,ya,2026-11-22,Ratna Pembeli`)
    expect(orders[0]).toContain(',2,125000,250000,18000,')
    const addresses = await linesOf('addresses')
    expect(addresses).toHaveLength(1)
    expect(addresses[0]).toContain(`${open.code},Ratna Pembeli`)
    expect(addresses[0]).toContain('1 × Tas anyaman mendong')
    const balance = (await linesOf('balance')).map((line) => line.split(','))
    const last = balance.at(-1)!
    expect(Number(last.at(-1))).toBe(Number(last.at(-2)))
  })
})
