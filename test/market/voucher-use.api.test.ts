import { beforeEach, describe, expect, it } from 'vitest'
import { aBasket, checkoutOf, withTariff } from '#test/support/basket'
import { bindings, Client, clock } from '#test/support/client'
import { balanceOf, rowsOf, settle, until } from '#test/support/orders'
import { aProduct, aShop, VILLAGE } from '#test/support/shop'
import { expected, newPhone } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'
import {
  aVoucher,
  aVoucherMarket,
  bought,
  deposit,
  PRICE,
  vouchersOf,
  wished,
  type VoucherMarket,
} from '#test/support/voucher-market'

let market: VoucherMarket

beforeEach(async () => {
  market = await aVoucherMarket()
})

const ring = () => everyMinute(bindings(), clock.now)
const counted = async () =>
  (await rowsOf('SELECT used AS used, used_amount AS amount FROM vouchers'))[0]

describe('a purchase with a voucher', () => {
  it('costs less, says who bears it, and is counted', async () => {
    const { operator } = market
    await aVoucher(operator.owner, operator)
    const purchase = expected(await bought(market, { vouchers: ['hemat-10'] }), 201)
    expect(purchase).toMatchObject({ goodsTotal: PRICE, discountTotal: 10_000 })
    expect(purchase.total - purchase.uniqueCode).toBe(PRICE + 10_000 - 10_000)
    expect(purchase.orders[0].discounts).toEqual([
      { kind: 'goods', payer: 'operator', label: 'Hemat 10 persen', amount: 10_000 },
    ])
    expect(await counted()).toEqual({ used: 1, amount: 10_000 })
  })

  it('is refused with the reason why it does not help', async () => {
    const { operator } = market
    await aVoucher(operator.owner, operator, { minimum: 100_001 })
    await aVoucher(operator.owner, operator, { code: 'SEKALI', mostPerBuyer: 1 })
    await aVoucher(operator.owner, operator, { code: 'MAKAN', categories: ['food'] })
    const phone = newPhone()
    expected(await bought(market, { vouchers: ['SEKALI'], phone }), 201)
    const reason = async (code: string) => {
      const { status, body } = await bought(market, { vouchers: [code], phone })
      return [status, body.slug, body.facts?.reason]
    }
    expect(await reason('TIADA')).toEqual([422, 'voucher-refused', 'unknown'])
    expect(await reason('HEMAT10')).toEqual([422, 'voucher-refused', 'below-minimum'])
    expect(await reason('SEKALI')).toEqual([422, 'voucher-refused', 'used-by-you'])
    expect(await reason('MAKAN')).toEqual([422, 'voucher-refused', 'not-these-goods'])
  })

  it('is paid with the sponsor’s money, and gives it back with the buyer’s', async () => {
    const { operator, partner, shop } = market
    await deposit(market, 200_000)
    const { id } = await aVoucher(partner.owner, partner, { budget: 200_000 })
    const voucher = String(id)
    const purchase = expected(await bought(market, { vouchers: ['HEMAT10'], quantity: 2 }), 201)
    await settle(operator, purchase)
    const [order] = purchase.orders
    expect(await balanceOf('voucher-budget', voucher)).toBe(180_000)
    expect(await balanceOf('buyers-money', order.id)).toBe(210_000)

    const cancelled = { reason: 'Rotannya habis' }
    expected(await shop.chair.post(`/api/orders/${order.id}/cancellation`, cancelled), 201)
    expect(await balanceOf('voucher-budget', voucher)).toBe(200_000)
    expect(await balanceOf('refund-payable', order.id)).toBe(190_000)
    expect(await counted()).toEqual({ used: 0, amount: 0 })
  })

  it('pays the seller the whole price when somebody else bears the discount', async () => {
    const { operator, shop } = market
    await aVoucher(operator.owner, operator)
    const { client, asked } = await wished(market, { vouchers: ['HEMAT10'] })
    const purchase = expected(await client.post('/api/purchases', asked), 201)
    await settle(operator, purchase)
    const [order] = purchase.orders
    await until('shipment', { shop, id: order.id })
    clock.now += 1000
    expected(await client.post(`/api/orders/${order.code}/completion`), 201)
    const commission = await balanceOf('commission-income', '')
    expect(await balanceOf('seller-payable', shop.id)).toBe(PRICE + 10_000 - commission)
    expect(await balanceOf('voucher-expense', '')).toBe(-10_000)
  })

  it('gives its use back, once, when the purchase lapses', async () => {
    const { operator } = market
    await aVoucher(operator.owner, operator, { mostUses: 1 })
    const first = expected(await bought(market, { vouchers: ['HEMAT10'] }), 201)
    expect((await bought(market, { vouchers: ['HEMAT10'] })).body.facts.reason).toBe('used-up')
    clock.now = Date.parse(first.expiresAt) + 1
    await Promise.all([1, 2, 3].map(ring))
    expect(await counted()).toEqual({ used: 0, amount: 0 })
    expected(await bought(market, { vouchers: ['HEMAT10'] }), 201)
  })

  it('gives back of several orders what each took, and its use with the last', async () => {
    const { operator, product, shop } = market
    const other = await withTariff(await aShop(operator))
    const variants = [{ price: 33_333, weightGrams: 500, stock: 5 }]
    const second = await aProduct(other, { variants })
    await aVoucher(operator.owner, operator, { kind: 'amount', cap: 10_000, percentBps: undefined })
    const client = await aBasket([{ product }, { product: second }], new Client())
    const asked = await checkoutOf(client, { vouchers: ['HEMAT10'] })
    const purchase = expected(await client.post('/api/purchases', asked), 201)
    const off = purchase.orders.map((one: { discount: number }) => one.discount)
    expect(off.toSorted((a: number, b: number) => a - b)).toEqual([2_500, 7_500])
    await settle(operator, purchase)
    const cancel = async (seller: typeof shop) => {
      const order = purchase.orders.find(
        (one: { seller: { slug: string } }) => one.seller.slug === seller.slug,
      )
      const reason = { reason: 'Tidak bisa dikirim' }
      expected(await seller.chair.post(`/api/orders/${order.id}/cancellation`, reason), 201)
    }
    await cancel(other)
    expect(await counted()).toEqual({ used: 1, amount: 7_500 })
    await cancel(shop)
    expect(await counted()).toEqual({ used: 0, amount: 0 })
  })

  it('applies a seller’s free shipping by itself, up to what she bears', async () => {
    const { shop, operator } = market
    const free = { kind: 'shipping', code: null, cap: 8_000, minimum: 150_000 }
    await aVoucher(shop.chair, shop, { ...free, percentBps: undefined, label: 'Gratis ongkir' })
    expect(expected(await bought(market), 201).discountTotal).toBe(0)
    const purchase = expected(await bought(market, { quantity: 2 }), 201)
    expect(purchase.orders[0].discounts).toMatchObject([
      { kind: 'shipping', payer: 'seller', amount: 8_000 },
    ])
    await settle(operator, purchase)
    expect(await balanceOf('buyers-money', purchase.orders[0].id)).toBe(202_000)
  })
})

describe('limits of a voucher', () => {
  it('hold when three hundred buy at once: of ten uses ten are had', async () => {
    const { operator } = market
    await aVoucher(operator.owner, operator, { mostUses: 10 })
    const wishes = []
    for (let i = 0; i < 300; i += 1) wishes.push(await wished(market, { vouchers: ['HEMAT10'] }))
    const answers = await Promise.all(
      wishes.map(({ client, asked }, i) =>
        client.post('/api/purchases', asked, { 'cf-connecting-ip': `10.0.${i >> 5}.${i}` }),
      ),
    )
    expect(answers.filter((one) => one.status === 201)).toHaveLength(10)
    const refused = answers.filter((one) => one.status !== 201)
    expect(new Set(refused.map((one) => one.body.slug))).toEqual(new Set(['voucher-refused']))
    expect(await counted()).toEqual({ used: 10, amount: 100_000 })
  }, 120_000)

  it('hold for a budget and for a buyer, whoever comes first', async () => {
    const { operator } = market
    await aVoucher(operator.owner, operator, { budget: 25_000 })
    await aVoucher(operator.owner, operator, { code: 'SEKALI', mostPerBuyer: 1 })
    const phone = newPhone()
    const race = async (vouchers: string[], same?: string) => {
      const wishes = []
      for (let i = 0; i < 12; i += 1) {
        wishes.push(await wished(market, { vouchers, ...(same ? { phone: same } : {}) }))
      }
      const answers = await Promise.all(
        wishes.map(({ client, asked }) => client.post('/api/purchases', asked)),
      )
      return answers.filter((one) => one.status === 201).length
    }
    expect(await race(['HEMAT10'])).toBe(2)
    expect(await race(['SEKALI'], phone)).toBe(1)
  })
})

describe('POST /api/purchase-quotes', () => {
  const quote = (client: Client, more: Record<string, unknown> = {}) =>
    client.post('/api/purchase-quotes', {
      areaCode: VILLAGE,
      deliveries: [{ enterpriseId: market.shop.id, delivery: 'courier' }],
      ...more,
    })

  it('says to the last line what a purchase would cost, and writes nothing', async () => {
    const { operator, product } = market
    await aVoucher(operator.owner, operator)
    const client = await aBasket([{ product, quantity: 3 }], new Client())
    const answer = await quote(client, { vouchers: ['HEMAT10'] })
    expect(expected(answer, 200)).toMatchObject({
      ...{ goodsTotal: 300_000, shippingTotal: 20_000, discountTotal: 30_000, total: 290_000 },
      methods: ['transfer'],
      orders: [
        { kg: 2, lines: [{ quantity: 3, discount: 30_000 }], discounts: [{ amount: 30_000 }] },
      ],
    })
    expect(answer.cost.rowsWritten).toBe(0)
  })

  it('refuses a voucher that does not help, and a way that does not lead there', async () => {
    const client = await aBasket([{ product: market.product }], new Client())
    expect((await quote(client, { vouchers: ['TIADA'] })).body.facts.reason).toBe('unknown')
    const deliveries = [{ enterpriseId: market.shop.id, delivery: 'local' }]
    expect((await quote(client, { deliveries })).body.slug).toBe('shipping-unavailable')
    expect((await quote(client, { areaCode: 'Bandung' })).status).toBe(400)
    expect((await quote(new Client())).body.slug).toBe('cart-empty')
  })
})

describe('a voucher that ends', () => {
  it('is refused from then on, and frees later what a purchase gives back', async () => {
    const { partner, operator } = market
    await deposit(market, 50_000)
    const { id } = await aVoucher(partner.owner, partner, { budget: 50_000 })
    const purchase = expected(await bought(market, { vouchers: ['HEMAT10'] }), 201)
    const closure = `${vouchersOf(partner)}/${id}/closure`
    expected(await partner.owner.post(closure), 201)
    expect(await balanceOf('partner-money', partner.id)).toBe(40_000)
    expect((await bought(market, { vouchers: ['HEMAT10'] })).body.facts.reason).toBe('over')
    expect(purchase.status).toBe('pending')
    clock.now = Date.parse(purchase.expiresAt) + 1
    await ring()
    expected(await partner.owner.post(closure), 201)
    expect(await balanceOf('partner-money', partner.id)).toBe(50_000)
    expect(operator.id).toBeTruthy()
  })
})
