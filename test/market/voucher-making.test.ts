import { describe, expect, it } from 'vitest'
import { reasonOf, voucher } from '#test/support/vouchers'
import { instant, localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { sponsorsOf } from '#worker/market/buying/vouchers/given-discount'
import { closeVoucher, makeVoucher } from '#worker/market/buying/vouchers/making'
import { faultOf, plainCode, type Voucher } from '#worker/market/buying/vouchers/voucher'

describe('a voucher', () => {
  const now = instant(1_000)
  it.each([
    ['not-begun', { startsAt: instant(2_000) }],
    ['over', { endsAt: instant(1_000) }],
    ['over', { closedAt: instant(500) }],
    ['used-up', { mostUses: 3, used: 3 }],
    ['used-up', { budget: amount(100), usedAmount: amount(100) }],
    ['used-by-you', { mostPerBuyer: 1 }],
  ] as const)('cannot be used when it is %s', (fault, given) => {
    expect(faultOf(voucher(given), { now, usedByBuyer: 1 })).toBe(fault)
  })

  it('is known by its code however it is typed', () => {
    expect(plainCode(' hemat-10 ')).toBe('HEMAT10')
  })

  const terms = {
    kind: 'shipping' as const,
    code: null,
    cap: amount(10_000),
    label: 'Gratis ongkir',
    minimum: amount(100_000),
    startsOn: localDate('2026-11-22'),
    endsOn: localDate('2026-11-30'),
    mostUses: null,
    mostPerBuyer: null,
    budget: null,
    categories: [],
    enterprises: [],
  }
  const maker = {
    id: 'v',
    organizationId: 'o',
    kind: 'enterprise',
    now,
    zone: 'Asia/Jakarta' as const,
  }

  it('is valid through its last day where the network is', () => {
    const made = makeVoucher(terms, maker)
    expect(made.endsAt).toBe(Date.UTC(2026, 10, 30, 17))
    expect(made.payer).toBe('seller')
  })

  it('needs a code unless it is a seller’s, and a budget when it is a partner’s', () => {
    expect(reasonOf(() => makeVoucher(terms, { ...maker, kind: 'operator' }))).toBe('malformed')
    const coded = { ...terms, code: 'CSR' }
    expect(reasonOf(() => makeVoucher(coded, { ...maker, kind: 'partner' }))).toBe('malformed')
    expect(reasonOf(() => makeVoucher(coded, { ...maker, kind: 'lender' }))).toBe('not-permitted')
    const others = { ...terms, enterprises: ['other'] }
    expect(reasonOf(() => makeVoucher(others, maker))).toBe('malformed')
  })

  it('frees what of a partner’s budget was not used when it ends, and the rest later', () => {
    const open = voucher({ payer: 'partner', budget: amount(100), usedAmount: amount(40) })
    const { voucher: closed, left } = closeVoucher(open, now)
    expect([closed.closedAt, left, closed.released]).toEqual([now, 60, 60])
    expect(reasonOf(() => closeVoucher(closed, now))).toBe('illegal-transition')
    const lapsed = { ...closed, usedAmount: amount(25) }
    expect(closeVoucher(lapsed, instant(2_000))).toMatchObject({
      left: 15,
      voucher: { closedAt: now },
    })
  })
})

describe('sponsors', () => {
  it('are those who bear a discount in the seller’s place, for what has not gone back', () => {
    const given = (payer: Voucher['payer'], worth: number, back = 0) => ({
      ...{
        n: 1,
        voucherId: payer,
        kind: 'goods' as const,
        payer,
        payerId: 'o',
        label: '',
        parts: [],
      },
      amount: amount(worth),
      back: amount(back),
    })
    const all = [given('seller', 5), given('operator', 7, 2), given('partner', 9, 9)]
    expect(sponsorsOf(all)).toEqual([{ payer: 'operator', voucherId: 'operator', amount: 5 }])
  })
})
