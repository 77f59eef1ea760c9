import { afterEach, describe, expect, it } from 'vitest'
import { clock, newKey } from '#test/support/client'
import * as sold from '#test/support/orders'
import { expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const EARNED = 255_500
const SENDING = () => ({ reference: 'Transfer massal 7', sentOn: sold.today() })

/** Shops that are owed an order each; those named have said where their money goes. */
async function earners(holders: readonly (string | null)[]) {
  const market = await sold.aMarket()
  const shops = []
  for (const [i, holder] of holders.entries()) {
    const at = i === 0 ? market : { ...market, ...(await sold.aStockedShop(market.operator)) }
    await sold.aCompletedOrder(at, { quantity: i === 0 ? 2 : 1 })
    const account = { bank: 'BRI', number: `00120123456750${i}`, holder: holder ?? '' }
    const path = `/api/enterprises/${at.shop.slug}/bank-account`
    if (holder) expected(await at.shop.chair.put(path, account), 200)
    shops.push(at.shop)
  }
  return { operator: market.operator, shops, market }
}

describe('POST /api/payout-batches', () => {
  it('prepares a payout for each seller who can be paid, and sets the money aside', async () => {
    const { operator, shops } = await earners(['Kelompok Satu', 'Kelompok Dua', null])
    const made = expected(await operator.owner.post('/api/payout-batches', {}), 201)
    expect(made).toMatchObject({ number: 1, count: 2, waiting: 2 })
    expect(made.payouts.map((one: { status: string }) => one.status)).toEqual([
      'requested',
      'requested',
    ])
    const { items } = expected(await operator.owner.get('/api/payouts/due'), 200)
    expect(items.map((one: { enterprise: { slug: string } }) => one.enterprise.slug)).toEqual([
      shops[2]!.slug,
    ])
    const path = `/api/enterprises/${shops[0]!.slug}/balance`
    const balance = expected(await shops[0]!.chair.get(path), 200)
    expect(balance).toMatchObject({ payable: 0, underway: EARNED, paidOut: 0, earned: EARNED })
  })

  it('takes those who were chosen, and leaves out who would get too little', async () => {
    const { operator, shops } = await earners(['Kelompok Satu', 'Kelompok Dua'])
    const none = await operator.owner.post('/api/payout-batches', { least: 10_000_000 })
    expect([none.status, none.body.slug]).toEqual([422, 'nothing-due'])
    const chosen = { enterpriseIds: [shops[1]!.id] }
    const made = expected(await operator.owner.post('/api/payout-batches', chosen), 201)
    expect(made.payouts[0].enterprise.slug).toBe(shops[1]!.slug)
    const rest = expected(await operator.owner.post('/api/payout-batches', { least: 200_000 }), 201)
    expect(rest).toMatchObject({ number: 2, count: 1 })
  })

  it('is made once: of twenty at once one holds the money, and numbers have no gaps', async () => {
    const { operator } = await earners(['Kelompok Satu', 'Kelompok Dua'])
    const asked = await Promise.all(
      Array.from({ length: 20 }, () => operator.owner.post('/api/payout-batches', {})),
    )
    expect(asked.filter((one) => one.status === 201)).toHaveLength(1)
    for (const one of asked.filter((one) => one.status !== 201)) {
      expect(['outdated', 'nothing-due', 'account-overdrawn']).toContain(one.body.slug)
    }
    const key = { 'idempotency-key': newKey() }
    const again = await operator.owner.post('/api/payout-batches', {}, key)
    expect(again.body.slug).toBe('nothing-due')
    const { items } = expected(await operator.owner.get('/api/payout-batches'), 200)
    expect(items).toMatchObject([{ number: 1, count: 2, waiting: 2 }])
  })

  it('is the treasurer’s', async () => {
    const { operator, shops } = await earners(['Kelompok Satu'])
    const staff = await inviteAndJoin(operator.owner, operator.slug, 'staff')
    for (const other of [staff, shops[0]!.chair]) {
      expect((await other.post('/api/payout-batches', {})).status).toBe(403)
    }
  })
})

describe('GET /api/payout-batches/:id/file', () => {
  it('has one line for each transfer that waits, and no cell that a spreadsheet would run', async () => {
    const { operator } = await earners(['=HYPERLINK("x")', 'Kelompok; Dua'])
    const { id, payouts } = expected(await operator.owner.post('/api/payout-batches', {}), 201)
    const general = await operator.owner.get(`/api/payout-batches/${id}/file`)
    const text = general.text
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(text).toContain('"Kelompok; Dua"')
    expect(text.trim().split('\r\n')).toHaveLength(3)
    const bare = await operator.owner.get(`/api/payout-batches/${id}/file?layout=bare`)
    expect(bare.text.split('\r\n')[0]).toMatch(/^\d+,\d+,/)
    const first = `/api/payouts/${payouts[0].id}/sending`
    expected(await operator.owner.post(first, SENDING()), 201)
    const left = await operator.owner.get(`/api/payout-batches/${id}/file?layout=bare`)
    expect(left.text.trim().split('\r\n')).toHaveLength(1)
  })

  it('refuses a layout that it does not know, and strangers', async () => {
    const { operator, shops } = await earners(['Kelompok Satu'])
    const { id } = expected(await operator.owner.post('/api/payout-batches', {}), 201)
    const path = `/api/payout-batches/${id}`
    expect((await operator.owner.get(`${path}/file?layout=bca`)).status).toBe(400)
    for (const way of ['', `/${id}`, `/${id}/file`]) {
      expect((await shops[0]!.chair.get(`/api/payout-batches${way}`)).status).toBe(403)
    }
    expect((await operator.owner.get('/api/payout-batches/nothing')).status).toBe(404)
    expect((await operator.owner.get('/api/payout-batches/nothing/file')).status).toBe(404)
    expect((await operator.owner.get('/api/payout-batches?after=x')).status).toBe(400)
    expect(expected(await operator.owner.get(path), 200)).toMatchObject({ number: 1, count: 1 })
  })
})

describe('POST /api/payout-batches/:id/sending', () => {
  it('marks what still waits as transferred, and each seller is told', async () => {
    const { operator } = await earners(['Kelompok Satu', 'Kelompok Dua'])
    const { id, payouts } = expected(await operator.owner.post('/api/payout-batches', {}), 201)
    const failing = { reason: 'Nomor rekening salah.', on: sold.today() }
    const [one] = payouts
    expected(await operator.owner.post(`/api/payouts/${one.id}/return`, failing), 201)
    const sent = expected(
      await operator.owner.post(`/api/payout-batches/${id}/sending`, SENDING()),
      201,
    )
    expect(sent.waiting).toBe(0)
    expect(new Set(sent.payouts.map((each: { status: string }) => each.status))).toEqual(
      new Set(['failed', 'sent']),
    )
    const told = await sold.rowsOf(`SELECT template FROM outbox WHERE template LIKE 'payout-%'`)
    expect(told.map((each) => each.template).sort()).toEqual(['payout-returned', 'payout-sent'])
    const again = await operator.owner.post(`/api/payout-batches/${id}/sending`, SENDING())
    expect([again.status, again.body.slug]).toEqual([409, 'illegal-transition'])
  })

  it('refuses a day to come and who may not', async () => {
    const { operator, shops } = await earners(['Kelompok Satu'])
    const { id } = expected(await operator.owner.post('/api/payout-batches', {}), 201)
    const path = `/api/payout-batches/${id}/sending`
    const ahead = await operator.owner.post(path, { ...SENDING(), sentOn: '2099-01-01' })
    expect(ahead.body.errors[0].pointer).toBe('/sentOn')
    expect((await shops[0]!.chair.post(path, SENDING())).status).toBe(403)
    const missing = await operator.owner.post('/api/payout-batches/none/sending', SENDING())
    expect(missing.status).toBe(404)
  })
})
