import { describe, expect, it } from 'vitest'
import { aDesk, approves } from '#test/support/applying'
import { Client } from '#test/support/client'
import { accepts, anAcceptedApplication, anApplication, PRODUCT } from '#test/support/desk'
import { aLender, expected, inviteAndJoin } from '#test/support/world'

const ACCOUNT = { bank: 'BRI', number: '001201234567508', holder: 'Siti Rahayu' }
const FEE = { name: 'Biaya administrasi', kind: 'atDisbursement', deducted: true, percent: 1 }

async function ready(changes: object = {}) {
  const desk = await aDesk()
  const id = await anApplication(desk.borrower, desk.productId, changes)
  const path = `/api/loan-applications/${id}`
  await approves(desk, path)
  return { ...desk, id, path }
}

const PARTS = {
  tranches: [
    { amount: 3_000_000, note: 'Membeli alat' },
    { amount: 2_000_000, note: 'Sesudah alat terpasang' },
  ],
}

describe('handing over', () => {
  it('goes to the account that was approved, with a numbered receipt opened by its code', async () => {
    const { borrower, lender, path, operator } = await ready({ account: ACCOUNT })
    await accepts(borrower, path)
    const queue = `/api/lenders/${lender.slug}/disbursements`
    expect(expected(await lender.cashier.get(queue), 200).items).toMatchObject([
      { account: ACCOUNT, amount: 5_000_000, received: 5_000_000, accountWaits: false, unmet: [] },
    ])
    const asked = { reference: 'TRF 0001' }
    const loan = expected(await lender.cashier.post(`${path}/disbursement`, asked), 201)
    const handed = expected(await borrower.get(`/api/loans/${loan.id}/disbursements`), 200)
    expect(handed.items).toMatchObject([
      { number: 1, channel: 'transfer', received: 5_000_000, reference: 'TRF 0001' },
    ])
    const { code } = handed.items[0]
    const receipt = expected(await new Client().get(`/api/disbursements/${code}`), 200)
    expect(receipt.account).toEqual({ ...ACCOUNT, number: '•••7508' })
    expect((await new Client().get('/api/disbursements/nothing')).status).toBe(404)
    const other = await aLender(operator)
    expect((await other.cashier.get(`/api/loans/${loan.id}/disbursements`)).status).toBe(404)
    expect((await new Client().get(`/api/loans/${loan.id}/disbursements`)).status).toBe(401)
  })

  it('in cash leaves the till, and needs no account', async () => {
    const { borrower, lender, path } = await ready({ account: null })
    await accepts(borrower, path)
    const transfer = await lender.cashier.post(`${path}/disbursement`, { channel: 'transfer' })
    expect([transfer.status, transfer.body.slug]).toEqual([409, 'bank-account-missing'])
    const { id } = expected(await lender.cashier.post(`${path}/disbursement`), 201)
    const { items } = expected(await borrower.get(`/api/loans/${id}/disbursements`), 200)
    expect(items).toMatchObject([{ channel: 'cash', account: null }])
    const book = expected(
      await lender.treasurer.get(`/api/books/${lender.slug}/trial-balance`),
      200,
    )
    const cash = book.lines.find((one: { code: string }) => one.code === 'cash')
    expect(cash).toMatchObject({ credits: 5_000_000, debits: 0 })
  })

  it('waits while another account waits for an approver', async () => {
    const { borrower, lender, path } = await ready({ account: ACCOUNT })
    await accepts(borrower, path)
    const other = { bank: 'BCA', number: '1234567890', holder: 'Siti Rahayu' }
    expected(await borrower.post(`${path}/bank-account`, other), 201)
    const early = await lender.cashier.post(`${path}/disbursement`)
    expect([early.status, early.body.slug]).toEqual([409, 'account-unapproved'])
    const outcome = { outcome: 'approved' }
    expected(await lender.approver.post(`${path}/bank-account/decision`, outcome), 201)
    const { id } = expected(await lender.cashier.post(`${path}/disbursement`), 201)
    const { items } = expected(await borrower.get(`/api/loans/${id}/disbursements`), 200)
    expect(items[0].account.bank).toBe('BCA')
  })

  it('is not for whoever recommended or decided, nor without an accepted agreement', async () => {
    const { borrower, lender, path } = await ready()
    const early = await lender.cashier.post(`${path}/disbursement`)
    expect([early.status, early.body.slug]).toEqual([409, 'illegal-transition'])
    await accepts(borrower, path)
    for (const who of [lender.approver, lender.officer]) {
      await inviteAndJoin(lender.owner, lender.slug, 'cashier', who)
      const { status, body } = await who.post(`${path}/disbursement`)
      expect([status, body.slug]).toEqual([403, 'same-person'])
    }
  })

  it('shows what is kept back, line by line, before and after', async () => {
    const desk = await aDesk()
    const { lender, borrower } = desk
    const more = { fees: [FEE] }
    const product = await lender.owner.post(`/api/lenders/${lender.slug}/loan-products`, {
      ...{ ...PRODUCT, ...more, name: 'Dengan biaya' },
    })
    const id = await anAcceptedApplication(lender, borrower, expected(product, 201).id)
    const kept = [{ name: FEE.name, amount: 50_000 }]
    const queue = `/api/lenders/${lender.slug}/disbursements`
    expect(expected(await lender.cashier.get(queue), 200).items).toMatchObject([
      { deductions: kept, received: 4_950_000 },
    ])
    const path = `/api/loan-applications/${id}`
    const loan = expected(await lender.cashier.post(`${path}/disbursement`), 201)
    const { items } = expected(await borrower.get(`/api/loans/${loan.id}/disbursements`), 200)
    expect(items).toMatchObject([{ deductions: kept, received: 4_950_000, amount: 5_000_000 }])
  })

  it('happens once, though fifty press the button at once', async () => {
    const { borrower, lender, path } = await ready()
    await accepts(borrower, path)
    const press = () => lender.cashier.post(`${path}/disbursement`)
    const answers = await Promise.all(Array.from({ length: 50 }, press))
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1)
    const { items } = expected(await lender.cashier.get(`/api/lenders/${lender.slug}/loans`), 200)
    expect(items).toHaveLength(1)
  })
})

describe('in parts', () => {
  it('as an approver decided, written into the agreement, each handed over once and in order', async () => {
    const { borrower, lender, path } = await ready()
    const { items } = expected(await lender.approver.put(`${path}/tranches`, PARTS), 200)
    expect(items).toHaveLength(2)
    const { agreement } = expected(await borrower.get(`${path}/agreement`), 200)
    expect(agreement.tranches).toEqual(PARTS.tranches)
    await accepts(borrower, path)
    const loan = expected(await lender.cashier.post(`${path}/disbursement`), 201)
    expect(loan).toMatchObject({ principal: 5_000_000, balance: 3_000_000 })
    const waiting = `/api/lenders/${lender.slug}/draws`
    expect(expected(await lender.cashier.get(waiting), 200).items).toMatchObject([
      { loanId: loan.id, n: 2, amount: 2_000_000 },
    ])
    const draws = `/api/loans/${loan.id}/draws`
    const answers = await Promise.all([lender.cashier.post(draws), lender.cashier.post(draws)])
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409])
    const again = await lender.cashier.post(draws)
    expect([again.status, again.body.slug]).toEqual([409, 'already-disbursed'])
    const handed = expected(await borrower.get(`/api/loans/${loan.id}/disbursements`), 200)
    expect(handed.items.map((one: { amount: number }) => one.amount)).toEqual([
      3_000_000, 2_000_000,
    ])
    expect(expected(await lender.cashier.get(waiting), 200).items).toEqual([])
    expect((await lender.officer.post(draws)).status).toBe(403)
    expect((await lender.cashier.get(`${waiting}?limit=0`)).status).toBe(400)
    expect((await borrower.get(waiting)).status).toBe(403)
  })

  it('that do not sum to what was approved, or come too late, are refused', async () => {
    const { borrower, lender, path } = await ready()
    const one = { tranches: [PARTS.tranches[0]] }
    const short = await lender.approver.put(`${path}/tranches`, one)
    expect([short.status, short.body.errors[0].pointer]).toEqual([422, '/tranches'])
    expect((await lender.officer.put(`${path}/tranches`, PARTS)).status).toBe(403)
    await accepts(borrower, path)
    expect((await lender.approver.put(`${path}/tranches`, PARTS)).status).toBe(409)
  })
})
