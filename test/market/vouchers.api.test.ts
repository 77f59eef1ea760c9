import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { balanceOf, rowsOf } from '#test/support/orders'
import { inviteAndJoin, expected } from '#test/support/world'
import {
  aVoucher,
  aVoucherMarket,
  deposit,
  percent,
  vouchersOf,
  type VoucherMarket,
} from '#test/support/voucher-market'

let market: VoucherMarket

beforeEach(async () => {
  market = await aVoucherMarket()
})

describe('POST /api/organizations/{slug}/vouchers', () => {
  it('makes one that its maker pays for', async () => {
    const { shop, operator } = market
    expect(await aVoucher(shop.chair, shop)).toMatchObject({
      ...{ code: 'HEMAT10', payer: 'seller', status: 'open', used: 0, percentBps: 1000 },
      startsAt: '2026-10-31T17:00:00.000Z',
      endsAt: null,
    })
    const later = { code: 'nanti-26', startsOn: '2026-12-01', endsOn: '2026-12-31' }
    expect(await aVoucher(operator.owner, operator, later)).toMatchObject({
      ...{ code: 'NANTI26', payer: 'operator', status: 'waiting' },
      endsAt: '2026-12-31T17:00:00.000Z',
    })
  })

  it('sets the budget of a partner aside, once it has been paid in', async () => {
    const { partner } = market
    const asked = percent({ budget: 300_000 })
    const early = await partner.owner.post(vouchersOf(partner), asked)
    expect(early.body.slug).toBe('account-overdrawn')
    await deposit(market, 500_000)
    const { id } = await aVoucher(partner.owner, partner, { budget: 300_000 })
    expect(await balanceOf('partner-money', partner.id)).toBe(200_000)
    expect(await balanceOf('voucher-budget', String(id))).toBe(300_000)
  })

  it('refuses what cannot be, and a code that is taken', async () => {
    const { shop, partner } = market
    for (const wrong of [
      { code: 'abc' },
      { percentBps: 0 },
      { percentBps: 10_001 },
      { kind: 'amount', cap: 0 },
      { startsOn: '2026-12-01', endsOn: '2026-11-30' },
      { categories: ['no-such-category'] },
      { enterprises: [partner.id] },
      { kind: 'free' },
    ]) {
      const answer = await shop.chair.post(vouchersOf(shop), percent(wrong))
      expect([wrong, answer.status]).toEqual([wrong, 400])
    }
    await aVoucher(shop.chair, shop)
    const again = await shop.chair.post(vouchersOf(shop), percent())
    expect(again.body.slug).toBe('already-exists')
  })

  it('is done by who may in her own organization', async () => {
    const { shop, operator, partner } = market
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    expect((await staff.post(vouchersOf(shop), percent())).status).toBe(403)
    expect((await operator.owner.post(vouchersOf(shop), percent())).status).toBe(404)
    expect((await partner.staff.post(vouchersOf(partner), percent())).status).toBe(403)
    expect((await new Client().post(vouchersOf(shop), percent())).status).toBe(401)
  })
})

describe('GET /api/organizations/{slug}/vouchers', () => {
  it('lists them page by page, the newest first', async () => {
    const { shop } = market
    for (const code of ['SATU1', 'DUA22', 'TIGA3']) {
      clock.now += 1000
      await aVoucher(shop.chair, shop, { code })
    }
    const first = expected(await shop.chair.get(`${vouchersOf(shop)}?limit=2`), 200)
    expect(first.items.map((one: { code: string }) => one.code)).toEqual(['TIGA3', 'DUA22'])
    const rest = await shop.chair.get(`${vouchersOf(shop)}?limit=2&after=${first.next}`)
    expect(expected(rest, 200).items).toHaveLength(1)
  })

  it('refuses a place that is none', async () => {
    const { shop } = market
    expect((await shop.chair.get(`${vouchersOf(shop)}?after=x`)).status).toBe(400)
  })

  it('is the organization’s own', async () => {
    const { shop, operator } = market
    expect((await operator.owner.get(vouchersOf(shop))).status).toBe(404)
    expect((await new Client().get(vouchersOf(shop))).status).toBe(401)
  })
})

describe('POST /api/organizations/{slug}/vouchers/{id}/closure', () => {
  it('ends it, and frees what of a partner’s budget is left', async () => {
    const { partner } = market
    await deposit(market, 300_000)
    const { id } = await aVoucher(partner.owner, partner, { budget: 300_000 })
    const path = `${vouchersOf(partner)}/${id}/closure`
    expect(expected(await partner.owner.post(path), 201).status).toBe('over')
    expect(await balanceOf('partner-money', partner.id)).toBe(300_000)
    expect((await partner.owner.post(path)).body.slug).toBe('illegal-transition')
  })

  it('knows no voucher of others', async () => {
    const { shop, operator } = market
    const { id } = await aVoucher(operator.owner, operator)
    const path = `${vouchersOf(shop)}/${id}/closure`
    expect((await shop.chair.post(path)).status).toBe(404)
    expect((await new Client().post(path)).status).toBe(401)
  })
})

describe('POST /api/partner-deposits', () => {
  it('books what a partner has transferred', async () => {
    const { partner, operator } = market
    await deposit(market, 750_000)
    expect(await balanceOf('partner-money', partner.id)).toBe(750_000)
    const own = expected(
      await partner.owner.get(`/api/organizations/${partner.slug}/deposits`),
      200,
    )
    expect(own).toMatchObject({ balance: 750_000, items: [{ amount: 750_000 }] })
    const all = expected(await operator.owner.get('/api/partner-deposits'), 200)
    expect(all.items).toMatchObject([{ partner: { slug: partner.slug }, amount: 750_000 }])
    const [entry] = await rowsOf(
      `SELECT count(*) AS n FROM entries WHERE rule = 'partner-deposited'`,
    )
    expect(entry.n).toBe(1)
  })

  it('refuses one twice, one of tomorrow, and who is no partner', async () => {
    const { operator, partner, shop } = market
    await deposit(market, 750_000)
    const asked = { amount: 1, receivedOn: '2026-11-20', reference: 'CSR 750000' }
    const send = (more: Record<string, unknown>) =>
      operator.owner.post('/api/partner-deposits', { ...asked, partner: partner.slug, ...more })
    expect((await send({})).body.slug).toBe('already-exists')
    expect((await send({ reference: 'CSR 2', receivedOn: '2026-11-23' })).status).toBe(400)
    expect((await send({ reference: 'CSR 2', partner: shop.slug })).status).toBe(404)
    expect((await operator.owner.get('/api/partner-deposits?limit=0')).status).toBe(400)
    const path = `/api/organizations/${partner.slug}/deposits`
    expect((await partner.owner.get(`${path}?limit=0`)).status).toBe(400)
  })

  it('is the operator’s to record and see, the partner’s to see her own', async () => {
    const { partner, shop } = market
    const asked = { partner: partner.slug, amount: 1, receivedOn: '2026-11-20', reference: 'CSR' }
    expect((await partner.owner.post('/api/partner-deposits', asked)).status).toBe(403)
    expect((await partner.owner.get('/api/partner-deposits')).status).toBe(403)
    const path = `/api/organizations/${partner.slug}/deposits`
    expect((await shop.chair.get(path)).status).toBe(404)
    expect((await new Client().get(path)).status).toBe(401)
  })
})
