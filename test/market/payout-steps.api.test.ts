import { afterEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import * as sold from '#test/support/orders'
import { expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const EARNED = 255_500
const SENDING = () => ({ reference: 'TRF 0001', sentOn: sold.today() })
const BACK = () => ({ reason: 'Nomor rekening salah.', on: sold.today() })

/** A seller with a payout that is prepared. */
async function aRequested(market?: sold.Market) {
  const order = await sold.aCompletedOrder(market)
  const account = { bank: 'BRI', number: '001201234567508', holder: 'Kelompok Uji' }
  const path = `/api/enterprises/${order.shop.slug}/bank-account`
  if (!market) expected(await order.shop.chair.put(path, account), 200)
  const made = expected(await order.operator.owner.post('/api/payout-batches', {}), 201)
  const { id } = made.payouts[0]
  const step = (name: string, body: object = {}) =>
    order.operator.owner.post(`/api/payouts/${id}/${name}`, body)
  return { ...order, id: id as string, orderId: order.id, step }
}

const balanceOf = async ({ shop }: Pick<sold.Market, 'shop'>): Promise<Json> =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/balance`), 200)

describe('POST /api/payouts/:id/sending', () => {
  it('records the transfer; the seller is told, and sees it as paid', async () => {
    const given = await aRequested()
    const sent = expected(await given.step('sending', SENDING()), 201)
    expect(sent).toMatchObject({ status: 'sent', reference: 'TRF 0001', amount: EARNED })
    expect(await balanceOf(given)).toMatchObject({ payable: 0, underway: 0, paidOut: EARNED })
    const told = await sold.rowsOf(`SELECT body FROM outbox WHERE template = 'payout-sent'`)
    expect(told).toHaveLength(1)
  })

  it('refuses a second time, and a day to come', async () => {
    const { step } = await aRequested()
    const ahead = { ...SENDING(), sentOn: '2099-01-01' }
    expect((await step('sending', ahead)).body.errors[0].pointer).toBe('/sentOn')
    expected(await step('sending', SENDING()), 201)
    const again = await step('sending', { ...SENDING(), reference: 'TRF 0002' })
    expect([again.status, again.body.slug]).toEqual([409, 'illegal-transition'])
  })

  it('is the treasurer’s, as are settling and giving back', async () => {
    const { id, shop, operator } = await aRequested()
    const staff = await inviteAndJoin(operator.owner, operator.slug, 'staff')
    for (const other of [staff, shop.chair]) {
      const path = `/api/payouts/${id}`
      expect((await other.post(`${path}/sending`, SENDING())).status).toBe(403)
      expect((await other.post(`${path}/settlement`)).status).toBe(403)
      expect((await other.post(`${path}/return`, BACK())).status).toBe(403)
    }
    expect((await operator.owner.post('/api/payouts/none/settlement')).status).toBe(404)
  })
})

describe('POST /api/payouts/:id/settlement', () => {
  it('ends a payout that has reached its account', async () => {
    const { step } = await aRequested()
    expected(await step('sending', SENDING()), 201)
    expect(expected(await step('settlement'), 201).status).toBe('settled')
  })

  it('refuses what has not been sent', async () => {
    const { step } = await aRequested()
    const early = await step('settlement')
    expect([early.status, early.body.slug]).toEqual([409, 'illegal-transition'])
  })

  it('is the treasurer’s', async () => {
    const { id, shop } = await aRequested()
    expect((await shop.chair.post(`/api/payouts/${id}/settlement`)).status).toBe(403)
  })
})

describe('POST /api/payouts/:id/return', () => {
  it('gives the seller her claim back, whether it was prepared, sent or settled', async () => {
    const ends = { requested: 'failed', sent: 'failed', settled: 'reversed' }
    const market = await sold.aMarket()
    const account = { bank: 'BRI', number: '001201234567508', holder: 'Kelompok Uji' }
    const path = `/api/enterprises/${market.shop.slug}/bank-account`
    expected(await market.shop.chair.put(path, account), 200)
    let owed = 0
    for (const [n, [from, to]] of Object.entries(ends).entries()) {
      const given = await aRequested(market)
      owed += EARNED
      expect(await balanceOf(given)).toMatchObject({ payable: 0, underway: owed })
      const reference = `TRF ${n}00`
      if (from !== 'requested') {
        expected(await given.step('sending', { ...SENDING(), reference }), 201)
      }
      if (from === 'settled') expected(await given.step('settlement'), 201)
      expect(expected(await given.step('return', BACK()), 201).status).toBe(to)
      expect(await balanceOf(given)).toMatchObject({ payable: owed, underway: 0, paidOut: 0 })
      clock.now += 1000
    }
  })

  it('refuses what has ended, and tells the seller once', async () => {
    const { step } = await aRequested()
    const ahead = { ...BACK(), on: '2099-01-01' }
    expect((await step('return', ahead)).body.errors[0].pointer).toBe('/on')
    expected(await step('return', BACK()), 201)
    expect((await step('return', BACK())).body.slug).toBe('illegal-transition')
    expect((await step('sending', SENDING())).body.slug).toBe('illegal-transition')
    const told = await sold.rowsOf(`SELECT body FROM outbox WHERE template = 'payout-returned'`)
    expect(told).toHaveLength(1)
  })

  it('is the treasurer’s', async () => {
    const { id, shop } = await aRequested()
    expect((await shop.chair.post(`/api/payouts/${id}/return`, BACK())).status).toBe(403)
  })
})

/** A generator of even chances, so that a failing history can be played again. */
function chanceFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('GET /api/enterprises/:slug/payouts/:id', () => {
  it.each([1, 2, 3])(
    'explains every payout of random history %i line by line, to the rupiah',
    async (seed) => {
      const chance = chanceFrom(seed)
      const market = await sold.aMarket(1000)
      const { shop, operator } = market
      const account = { bank: 'BRI', number: '001201234567508', holder: 'Kelompok Uji' }
      expected(await shop.chair.put(`/api/enterprises/${shop.slug}/bank-account`, account), 200)
      const open: string[] = []
      for (let n = 0; n < 14; n += 1) {
        const what = chance(5)
        if (what < 2) await sold.aCompletedOrder(market, { quantity: 1 + chance(2) })
        else if (what === 2) {
          const made = await operator.owner.post('/api/payout-batches', {})
          if (made.status === 201) open.push(made.body.payouts[0].id)
        } else if (what === 3) {
          const { payable } = await balanceOf(market)
          if (payable < 2) continue
          const part = { enterpriseId: shop.id, amount: 1 + chance(payable - 1) }
          const sent = { ...part, reference: `TRF ${n}00`, sentOn: sold.today() }
          expected(await operator.owner.post('/api/payouts', sent), 201)
        } else {
          const id = open.pop()
          if (id) expected(await operator.owner.post(`/api/payouts/${id}/return`, BACK()), 201)
        }
        clock.now += 1000
      }
      await explainsAll(market)
    },
  )

  it('shows each order once, page by page, and opens to the operator too', async () => {
    const { id, shop, operator, orderId } = await aRequested()
    const path = `/api/enterprises/${shop.slug}/payouts/${id}`
    const seen = expected(await shop.chair.get(path), 200)
    expect(seen).toMatchObject({ opening: 0, gained: EARNED, remaining: 0, amount: EARNED })
    expect(seen.lines.items).toMatchObject([
      { change: EARNED, order: { id: orderId }, rule: 'order-completed' },
    ])
    expect(seen.moments).toMatchObject([{ type: 'requested' }])
    expect(expected(await operator.owner.get(`/api/payouts/${id}`), 200)).toEqual(seen)
  })

  it('is for those of that enterprise who see its money, and for the operator', async () => {
    const { id, shop, operator } = await aRequested()
    const other = await sold.aStockedShop(operator)
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    const path = `/api/enterprises/${shop.slug}/payouts/${id}`
    expect((await other.shop.chair.get(path)).status).toBe(404)
    const foreign = `/api/enterprises/${other.shop.slug}/payouts/${id}`
    expect((await other.shop.chair.get(foreign)).status).toBe(404)
    expect((await staff.get(path)).status).toBe(403)
    expect((await shop.chair.get(`/api/payouts/${id}`)).status).toBe(403)
    expect((await shop.chair.get(`${path}?after=x`)).status).toBe(400)
    expect((await operator.owner.get('/api/payouts/none')).status).toBe(404)
  })
})

/** Each payout: what was left before, and every line of it, less its amount, is what it left. */
async function explainsAll({ shop }: sold.Market): Promise<void> {
  const base = `/api/enterprises/${shop.slug}/payouts`
  const { items } = expected(await shop.chair.get(`${base}?limit=100`), 200)
  const seen = new Set<number>()
  let left = 0
  for (const { id, amount } of [...items].reverse()) {
    const lines: Json[] = []
    for (let after = ''; ;) {
      const page = expected(await shop.chair.get(`${base}/${id}?limit=2${after}`), 200)
      lines.push(...page.lines.items)
      if (page.lines.next === null) {
        const gained = lines.reduce((sum, line) => sum + line.change, 0)
        expect(page).toMatchObject({ opening: left, gained, remaining: left + gained - amount })
        left = page.remaining
        break
      }
      after = `&after=${page.lines.next}`
    }
    for (const { seq } of lines) {
      expect(seen.has(seq)).toBe(false)
      seen.add(seq)
    }
  }
}
