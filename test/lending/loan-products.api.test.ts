import { describe, expect, it } from 'vitest'
import { Client } from '#test/support/client'
import { aLoanProduct, anAcceptedApplication, PRODUCT } from '#test/support/desk'
import { aLender, anOperator, aPerson, expected } from '#test/support/world'

async function aDesk() {
  const operator = await anOperator()
  const lender = await aLender(operator)
  return { operator, lender, productId: await aLoanProduct(lender) }
}

const WHOLE = {
  ...PRODUCT,
  audience: 'group',
  annualRate: 6,
  minPrincipal: 2_000_000,
  every: 35,
  unit: 'day',
  amortization: 'weighted',
  weights: [0, 1],
  minInstalments: 4,
  graceOnInterestPayment: 1,
  fees: [
    { name: 'Administrasi', kind: 'atDisbursement', percent: 0.5, deducted: false },
    { name: 'Asuransi', kind: 'afterDays', amount: 15_000, days: 30 },
  ],
  penalty: { graceDays: 7, rate: 0.1, base: 'principal', cap: 5 },
  daysOff: { weekdays: [0], holidays: true },
  allocation: ['principal', 'interest', 'fees', 'penalties'],
  basis: 'accrual',
  payoutShare: 15,
}

describe('a loan product', () => {
  it('is offered to everyone with the effective rate of its dearest loan', async () => {
    const { lender, productId } = await aDesk()
    const { body } = await new Client().get('/api/loan-products')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      id: productId,
      annualRate: 12,
      lender: { slug: lender.slug },
    })
    expect(body.items[0].effectiveAnnualRate).toBeGreaterThanOrEqual(12.6)
  })

  it('tells all its terms as they were offered', async () => {
    const { lender } = await aDesk()
    const id = await aLoanProduct(lender, WHOLE)
    const { status, body } = await new Client().get(`/api/loan-products/${id}`)
    const { fees, ...plain } = WHOLE
    expect([status, body]).toEqual([200, expect.objectContaining(plain)])
    expect(body.fees).toEqual([
      { ...fees[0], amount: null, days: null },
      { ...fees[1], percent: null, deducted: false },
    ])
  })

  it('shows what a loan of it costs, on any amount it lends', async () => {
    const { productId } = await aDesk()
    const path = `/api/loan-products/${productId}/quote`
    const guest = new Client()
    const { status, body } = await guest.get(`${path}?amount=6000000&instalments=12`)
    expect([status, body.rows.length, body.totals.principal]).toEqual([200, 12, 6_000_000])
    expect(body.instalment).toBe(533_100)
    expect((await guest.get(path)).body.totals.principal).toBe(10_000_000)
    const { body: refused } = await guest.get(`${path}?amount=1&instalments=99`)
    expect([refused.slug, refused.errors.length]).toEqual(['outside-limits', 2])
    expect((await guest.get('/api/loan-products/nothing/quote')).status).toBe(404)
  })

  it('is refused above the cap in force, beside the rate, with the rule it comes from', async () => {
    const { lender } = await aDesk()
    const flat = { ...PRODUCT, annualRate: 15, interestMethod: 'flat' }
    const path = `/api/lenders/${lender.slug}/loan-products`
    const { status, body } = await lender.owner.post(path, flat)
    expect([status, body.slug]).toEqual([422, 'above-cap'])
    expect(body.errors[0].pointer).toBe('/annualRate')
    expect(body.errors[0].detail).toContain('Permenkop UKM 8/2023')
  })

  it('is refused where no cap has been recorded, unless its programme has one', async () => {
    const lender = await aLender(await anOperator(), ['officer'])
    const path = `/api/lenders/${lender.slug}/loan-products`
    expect((await lender.owner.post(path, PRODUCT)).body.slug).toBe('above-cap')
    const member = { ...PRODUCT, programme: 'koperasi' }
    expect((await lender.owner.post(path, member)).status).toBe(201)
    const dear = { ...member, annualRate: 24.5 }
    expect((await lender.owner.post(path, dear)).body.slug).toBe('above-cap')
    expect((await lender.officer.post(path, member)).status).toBe(403)
  })

  it('points at what is wrong with it', async () => {
    const { lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/loan-products`
    const wrong = { ...PRODUCT, name: '', annualRate: 6.1234567, maxPrincipal: 1 }
    const { status, body } = await lender.owner.post(path, wrong)
    expect(status).toBe(400)
    const pointers = body.errors.map((one: { pointer: string }) => one.pointer)
    expect(pointers).toEqual(expect.arrayContaining(['/name', '/annualRate']))
  })

  it.each([
    ['/maxPrincipal', { maxPrincipal: 1 }],
    ['/maxInstalments', { maxInstalments: 2 }],
    ['/weights', { amortization: 'weighted' }],
    ['/weights', { weights: [1] }],
    ['/weights', { amortization: 'weighted', weights: [0, 0] }],
    [
      '/maxInstalments',
      { amortization: 'weighted', weights: [0, 0, 0, 0, 0, 0, 0, 1], maxInstalments: 7 },
    ],
    ['/graceOnPrincipal', { graceOnPrincipal: 3 }],
    ['/graceOnPrincipal', { graceOnPrincipal: 1, amortization: 'bullet' }],
    ['/graceOnInterestPayment', { graceOnInterestPayment: 3 }],
    ['/interestFreeInstalments', { interestFreeInstalments: 4 }],
    ['/rest', { rest: 'year' }],
    [
      '/earlyPayment',
      { rest: 'year', amortization: 'equalPrincipal', earlyPayment: 'reduceNumber' },
    ],
    ['/fees', { fees: [{ name: 'Biaya', kind: 'atDisbursement', amount: 500_000 }] }],
    ['/fees/0', { fees: [{ name: 'Biaya', kind: 'perInstalment' }] }],
    ['/fees/0', { fees: [{ name: 'Biaya', kind: 'afterDays', amount: 1 }] }],
    ['/allocation', { allocation: ['interest', 'interest', 'principal', 'fees'] }],
    ['/daysOff/weekdays', { daysOff: { weekdays: [0, 1, 2, 3, 4, 5, 6], holidays: false } }],
    ['/penalty/rate', { penalty: { graceDays: 0, rate: 2, base: 'principal', cap: 5 } }],
  ])('is refused at %s for %j', async (pointer, changes) => {
    const lender = await aLender(await anOperator(), ['officer'])
    const path = `/api/lenders/${lender.slug}/loan-products`
    const asked = { ...PRODUCT, programme: 'koperasi', ...changes }
    const { status, body } = await lender.owner.post(path, asked)
    expect(status).toBe(400)
    expect(body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer)
  })

  it('is changed and retired by the owner alone, and another lender does not see it', async () => {
    const { operator, lender, productId } = await aDesk()
    const path = `/api/loan-products/${productId}`
    const changed = await lender.owner.patch(path, { ...PRODUCT, annualRate: 9 })
    expect([changed.status, changed.body.annualRate]).toEqual([200, 9])
    expect((await lender.officer.patch(path, PRODUCT)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.owner.patch(path, PRODUCT)).status).toBe(404)
    expect((await other.owner.put(`${path}/retirement`, {})).status).toBe(404)
    expect((await lender.owner.put(`${path}/retirement`, {})).status).toBe(204)
    expect((await new Client().get('/api/loan-products')).body.items).toEqual([])
    expect((await new Client().get(path)).status).toBe(404)
    expect((await other.officer.get(path)).status).toBe(404)
    expect((await lender.officer.get(path)).body.status).toBe('retired')
    const own = await lender.officer.get(`/api/lenders/${lender.slug}/loan-products`)
    expect(own.body.items[0].status).toBe('retired')
    expect((await other.owner.get(`/api/lenders/${lender.slug}/loan-products`)).status).toBe(404)
  })

  it('stands under caps that only its lender records and reads', async () => {
    const { operator, lender } = await aDesk()
    const other = await aLender(operator, ['officer'])
    const path = `/api/lenders/${lender.slug}/rate-caps`
    expect((await lender.officer.get(path)).body.items).toHaveLength(1)
    expect((await other.owner.get(path)).status).toBe(404)
    expect((await lender.officer.put(path, {})).status).toBe(403)
    expect((await lender.owner.put(path, { since: '2026-02-30' })).status).toBe(400)
    const unbound = { since: '2026-02-01', source: 'Rapat anggota' }
    const { status, body } = await lender.owner.put(path, unbound)
    expect([status, body.errors[0].pointer]).toEqual([400, '/effective'])
  })
})

describe('the versions of a product', () => {
  it('say what changed, by whom, and how many loans run on each', async () => {
    const { operator, lender, productId } = await aDesk()
    const id = await anAcceptedApplication(lender, await aPerson(), productId)
    const path = `/api/loan-products/${productId}`
    const dearer = { ...PRODUCT, annualRate: 15, payoutShare: 10 }
    expected(await lender.owner.patch(path, dearer), 200)
    const loan = expected(
      await lender.cashier.post(`/api/loan-applications/${id}/disbursement`, {}),
      201,
    )
    expect(loan.annualRate).toBe(12)
    const versions = async () =>
      expected(await lender.officer.get(`${path}/versions`), 200).items as Versions
    const [second, first] = await versions()
    expect(second).toMatchObject({ version: 2, running: 0, offer: { annualRate: 15 } })
    expect(second?.changes).toEqual([
      { field: 'annualRate', before: 12, after: 15 },
      { field: 'payoutShare', before: 0, after: 10 },
    ])
    expect(first).toMatchObject({ version: 1, running: 1, changes: [], offer: { annualRate: 12 } })
    expect(first?.madeBy).not.toBeNull()
    const { total } = expected(await lender.cashier.get(`/api/loans/${loan.id}/payoff-quote`), 200)
    const paid = { amount: total, channel: 'cash', settles: true }
    expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, paid), 201)
    expect((await versions())[1]?.running).toBe(0)
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.get(`${path}/versions`)).status).toBe(404)
    expect((await (await aPerson()).get(`${path}/versions`)).status).toBe(403)
  })

  it('keep for an application in review what it asked for', async () => {
    const { lender, productId } = await aDesk()
    const applicant = await aPerson()
    const wish = { productId, purpose: 'Membeli benang untuk pesanan.', instalments: 12 }
    const means = { amount: 6_000_000, monthlyIncome: 3_000_000, monthlyCosts: 1_000_000 }
    const asked = { ...wish, ...means }
    const { id } = expected(await applicant.post('/api/loan-applications', asked), 201)
    const path = `/api/loan-products/${productId}`
    expected(await lender.owner.patch(path, { ...PRODUCT, annualRate: 15 }), 200)
    expected(await lender.owner.put(`${path}/retirement`, {}), 204)
    const { body } = await lender.officer.get(`/api/loan-applications/${id}/dossier`)
    expect(body.product).toMatchObject({ annualRate: 12, version: 1 })
    expect(body.effectiveAnnualRate).toBeLessThan(13)
  })
})

type Versions = {
  version: number
  running: number
  madeBy: string | null
  changes: { field: string; before: unknown; after: unknown }[]
  offer: { annualRate: number }
}[]
