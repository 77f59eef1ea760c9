import { afterEach, describe, expect, it, vi } from 'vitest'
import { bindings, Client, clock } from '#test/support/client'
import * as sold from '#test/support/orders'
import { anEnterprise, aShop } from '#test/support/shop'
import { expected, inviteAndJoin, signIn, withSecondFactor } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const START = clock.now
afterEach(() => {
  clock.now = START
  vi.restoreAllMocks()
})

const FIRST = { bank: 'BRI', number: '0012-01-234567-50-8', holder: 'Kelompok Melati' }
const OTHER = { bank: 'bank mandiri', number: '137 00 1234567 8', holder: 'Kelompok Melati' }
const MINUTE = 60 * 1000

const pathOf = ({ slug }: { slug: string }) => `/api/enterprises/${slug}/bank-account`
const changesOf = ({ slug }: { slug: string }) => `/api/enterprises/${slug}/account-changes`

async function ring() {
  vi.spyOn(console, 'info').mockImplementation(() => {})
  await everyMinute(bindings(), clock.now)
}

/** A shop whose money goes somewhere, and which has asked for somewhere else. */
async function aChange() {
  const shop = await anEnterprise()
  expected(await shop.chair.put(pathOf(shop), FIRST), 200)
  const change = expected(await shop.chair.put(pathOf(shop), OTHER), 200)
  return { shop, change }
}

describe('PUT /api/enterprises/{slug}/bank-account', () => {
  it('takes the first account at once, and another a day later', async () => {
    const shop = await anEnterprise()
    const first = expected(await shop.chair.put(pathOf(shop), FIRST), 200)
    expect(first).toMatchObject({ status: 'valid', account: { number: '001201234567508' } })
    const other = expected(await shop.chair.put(pathOf(shop), OTHER), 200)
    expect(other).toMatchObject({ status: 'waiting', account: { bank: 'Mandiri' } })
    expect(Date.parse(other.validFrom) - clock.now).toBe(sold.DAY)
    const own = expected(await shop.chair.get(`/api/enterprises/${shop.slug}`), 200)
    expect(own.bankAccount.bank).toBe('BRI')
  })

  it('asks for a second factor confirmed minutes ago', async () => {
    const shop = await anEnterprise()
    clock.now += 11 * MINUTE
    const late = await shop.chair.put(pathOf(shop), FIRST)
    expect([late.status, late.body.slug]).toEqual([403, 'second-factor-required'])
    expect(late.body.facts).toMatchObject({ enrolled: true, again: true })
    clock.now += MINUTE
    await withSecondFactor(shop.chair)
    expected(await shop.chair.put(pathOf(shop), FIRST), 200)
    const elsewhere = await signIn(shop.chair.phone)
    expect((await elsewhere.put(pathOf(shop), FIRST)).body.slug).toBe('second-factor-required')
  })

  it('tells those who lead it, without the whole number, and how to stop it', async () => {
    const shop = await anEnterprise()
    expected(await shop.chair.put(pathOf(shop), FIRST), 200)
    clock.now += 1000
    expected(await shop.chair.put(pathOf(shop), OTHER), 200)
    const told = await sold.rowsOf(
      "SELECT body FROM outbox WHERE template = 'bank-account-changed' ORDER BY id",
    )
    expect(told).toHaveLength(2)
    expect(told[0]?.body).toContain('BRI •••508')
    expect(told[0]?.body).not.toContain('0012012')
    expect(told[1]?.body).toMatch(/24 jam lagi.*Batalkan/)
  })

  it('refuses what is no account of that bank, a second change at once, staff, and strangers', async () => {
    const { shop } = await aChange()
    const again = await shop.chair.put(pathOf(shop), { ...OTHER, bank: 'Bank Desa' })
    expect([again.status, again.body.slug]).toEqual([409, 'already-exists'])
    for (const number of ['12', '00120123456750']) {
      const wrong = await shop.chair.put(pathOf(shop), { ...FIRST, number })
      expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/number'])
    }
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    expect((await staff.put(pathOf(shop), FIRST)).status).toBe(403)
    const other = await anEnterprise()
    expect((await other.chair.put(pathOf(shop), FIRST)).status).toBe(404)
    expect((await new Client().put(pathOf(shop), FIRST)).status).toBe(401)
  })
})

describe('a change of account', () => {
  it('counts for payouts a day later, whether the clock has rung or not', async () => {
    const order = await sold.aCompletedOrder()
    const { shop, operator } = order
    await withSecondFactor(shop.chair)
    expected(await shop.chair.put(pathOf(shop), FIRST), 200)
    expected(await shop.chair.put(pathOf(shop), OTHER), 200)
    const due = async () => expected(await operator.owner.get('/api/payouts/due'), 200).items[0]
    expect(await due()).toMatchObject({ account: { bank: 'BRI' } })
    expect((await due()).accountChangesAt).not.toBe(null)
    clock.now += sold.DAY + MINUTE
    expect(await due()).toMatchObject({ account: { bank: 'Mandiri' }, accountChangesAt: null })
    await ring()
    await ring()
    const own = expected(await shop.chair.get(`/api/enterprises/${shop.slug}`), 200)
    expect(own.bankAccount).toEqual({ ...OTHER, bank: 'Mandiri', number: '1370012345678' })
    const { items } = expected(await shop.chair.get(changesOf(shop)), 200)
    expect(items.map((one: { status: string }) => one.status)).toEqual(['valid', 'valid'])
  })

  it('leaves the account of a payout that was prepared before', async () => {
    const { shop, operator } = await sold.aCompletedOrder()
    await withSecondFactor(shop.chair)
    expected(await shop.chair.put(pathOf(shop), FIRST), 200)
    const made = expected(await operator.owner.post('/api/payout-batches', {}), 201)
    expected(await shop.chair.put(pathOf(shop), OTHER), 200)
    clock.now += sold.DAY + MINUTE
    await ring()
    const batch = expected(await operator.owner.get(`/api/payout-batches/${made.id}`), 200)
    expect(batch.payouts[0].account.bank).toBe('BRI')
  })
})

describe('POST /api/enterprises/{slug}/account-changes/{id}/stop', () => {
  it('stops it, by anyone who leads, without a second factor', async () => {
    const { shop, change } = await aChange()
    const treasurer = await inviteAndJoin(shop.chair, shop.slug, 'treasurer')
    const path = `${changesOf(shop)}/${change.id}/stop`
    const stopped = expected(await treasurer.post(path), 201)
    expect(stopped).toMatchObject({ status: 'stopped' })
    clock.now += sold.DAY + MINUTE
    await ring()
    const own = expected(await shop.chair.get(`/api/enterprises/${shop.slug}`), 200)
    expect(own.bankAccount.bank).toBe('BRI')
  })

  it('refuses what counts already, or was stopped', async () => {
    const { shop, change } = await aChange()
    const path = `${changesOf(shop)}/${change.id}/stop`
    expected(await shop.chair.post(path), 201)
    expect((await shop.chair.post(path)).body.slug).toBe('illegal-transition')
    expect((await shop.chair.post(`${changesOf(shop)}/none/stop`)).status).toBe(404)
  })

  it('is for those who lead it', async () => {
    const { shop, change } = await aChange()
    const path = `${changesOf(shop)}/${change.id}/stop`
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    const other = await anEnterprise()
    expect((await staff.post(path)).status).toBe(403)
    expect((await other.chair.post(path)).status).toBe(404)
  })
})

describe('GET /api/account-changes', () => {
  it('shows the operator every change, and each enterprise its own', async () => {
    const { operator } = await sold.aMarket()
    const shop = await aShop(operator)
    expected(await shop.chair.put(pathOf(shop), FIRST), 200)
    const all = expected(await operator.owner.get('/api/account-changes'), 200)
    expect(all.items).toMatchObject([{ enterprise: { slug: shop.slug }, status: 'valid' }])
    const own = expected(await shop.chair.get(changesOf(shop)), 200)
    expect(own.items).toEqual(all.items)
  })

  it('refuses a place that is not one, and who may not see it', async () => {
    const { operator } = await sold.aMarket()
    const shop = await aShop(operator)
    expect((await operator.owner.get('/api/account-changes?after=x')).status).toBe(400)
    expect((await shop.chair.get(`${changesOf(shop)}?after=x`)).status).toBe(400)
    expect((await shop.chair.get('/api/account-changes')).status).toBe(403)
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    expect((await staff.get(changesOf(shop))).status).toBe(403)
    const other = await anEnterprise()
    expect((await other.chair.get(changesOf(shop))).status).toBe(404)
  })
})
