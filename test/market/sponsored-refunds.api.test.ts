/** Orders that sponsors helped to pay, given back in part and whole, before and after completion. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clock, type Client, type Json } from '#test/support/client'
import { balanceOf, rowsOf, settle, until } from '#test/support/orders'
import {
  aVoucher,
  aVoucherMarket,
  deposit,
  wished,
  type VoucherMarket,
} from '#test/support/voucher-market'
import { expected } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const BUDGET = 200_000
type Helped = { buyer: Client; order: Json; voucher: string }

let market: VoucherMarket
beforeEach(async () => void (market = await aVoucherMarket()))

/** Three at Rp 100.000: the partner bears a tenth of the goods, the network Rp 8.000 of the shipping. */
async function aHelpedOrder(): Promise<Helped> {
  const { operator, partner } = market
  await deposit(market, BUDGET)
  const { id } = await aVoucher(partner.owner, partner, { budget: BUDGET })
  const free = { kind: 'shipping', code: 'ONGKIR', cap: 8_000, percentBps: undefined }
  await aVoucher(operator.owner, operator, free)
  const { client, asked } = await wished(market, { vouchers: ['HEMAT10', 'ONGKIR'], quantity: 3 })
  const purchase = expected(await client.post('/api/purchases', asked), 201)
  await settle(operator, purchase)
  expect(purchase.total - purchase.uniqueCode).toBe(282_000)
  return { buyer: client, order: purchase.orders[0], voucher: String(id) }
}

/** What partner and network bear now, by the books and by their vouchers. */
async function borne({ voucher }: Helped) {
  const partner = BUDGET - (await balanceOf('voucher-budget', voucher))
  const network = 0 - (await balanceOf('voucher-expense', ''))
  const [counted] = await rowsOf('SELECT sum(used_amount) AS used FROM vouchers')
  expect(counted!.used).toBe(partner + network)
  return [partner, network]
}

const asSeller = async ({ order }: Helped, deed: string, body: object) =>
  expected(await market.shop.chair.post(`/api/orders/${order.id}/${deed}`, body), 201)

const piece = (quantity = 1) => ({ lines: [{ n: 1, quantity }], reason: 'Rotannya habis' })

async function complain({ buyer, order }: Helped): Promise<void> {
  const said = { kind: 'damaged', text: 'Sudutnya penyok' }
  expected(await buyer.post(`/api/orders/${order.code}/complaints`, said), 201)
}

async function completed(helped: Helped): Promise<void> {
  await until('shipment', { shop: market.shop, id: helped.order.id })
  clock.now += 1000
  expected(await helped.buyer.post(`/api/orders/${helped.order.code}/completion`), 201)
  clock.now += 1000
}

describe('what sponsors paid', () => {
  it('goes back with the pieces it was paid for, and with the rest when nothing is left', async () => {
    const helped = await aHelpedOrder()
    expect(await borne(helped)).toEqual([30_000, 8_000])
    expect(await asSeller(helped, 'refunds', piece())).toMatchObject({ refunded: 90_000 })
    expect(await borne(helped)).toEqual([20_000, 8_000])
    const ended = await asSeller(helped, 'refunds', piece(2))
    expect(ended).toMatchObject({ status: 'cancelled', refunded: 282_000 })
    expect(await borne(helped)).toEqual([0, 0])
    expect(await balanceOf('refund-payable', helped.order.id)).toBe(282_000)
  })

  it('goes back in proportion with an amount, on the way and after completion, to the last', async () => {
    const helped = await aHelpedOrder()
    await asSeller(helped, 'refunds', piece())
    await completed(helped)
    const { shop } = market
    expect(await balanceOf('seller-payable', shop.id)).toBe(210_000)

    await complain(helped)
    const half = { reason: 'Potongan', ask: { amount: 96_000 } }
    await asSeller(helped, 'complaints/1/refund', half)
    expect(await borne(helped)).toEqual([10_000, 4_000])
    expect(await balanceOf('seller-payable', shop.id)).toBe(105_000)

    await complain(helped)
    const rest = { reason: 'Semua', ask: { whole: true } }
    const { refunds } = await asSeller(helped, 'complaints/2/refund', rest)
    expect(refunds.map((one: Json) => one.amount)).toEqual([90_000, 96_000, 96_000])
    expect(await borne(helped)).toEqual([0, 0])
    expect(await balanceOf('seller-payable', shop.id)).toBe(0)
    expect(await balanceOf('commission-income', '')).toBe(0)
  })

  it('goes back by odd amounts without losing a rupiah', async () => {
    const helped = await aHelpedOrder()
    await completed(helped)
    let left = 282_000
    for (const [i, amount] of [1, 33_333, 7, 100_001].entries()) {
      await complain(helped)
      await asSeller(helped, `complaints/${i + 1}/refund`, { reason: 'Potongan', ask: { amount } })
      left -= amount
      const [partner, network] = await borne(helped)
      expect(Math.abs(partner! - (30_000 * left) / 282_000)).toBeLessThan(2 * (i + 1))
      expect(Math.abs(network! - (8_000 * left) / 282_000)).toBeLessThan(2 * (i + 1))
    }
    await complain(helped)
    await asSeller(helped, 'complaints/5/refund', { reason: 'Sisanya', ask: { whole: true } })
    expect(await borne(helped)).toEqual([0, 0])
  })

  it('goes back with a cancellation', async () => {
    const helped = await aHelpedOrder()
    await asSeller(helped, 'cancellation', { reason: 'Tidak bisa dikirim' })
    expect(await borne(helped)).toEqual([0, 0])
  })
})
