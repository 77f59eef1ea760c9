import { describe, expect, it } from 'vitest'
import { aDesk, approves } from '#test/support/applying'
import { Client } from '#test/support/client'
import { anApplication } from '#test/support/desk'
import { aLender, expected } from '#test/support/world'

const FIRST = { bank: 'bank bri', number: '0012-0123-4567-508', holder: 'Siti Rahayu' }
const OTHER = { bank: 'BCA', number: '1234567890', holder: 'Siti Rahayu' }

describe('the account for the money', () => {
  it('is named freely until it is approved, and waits for an approver afterwards', async () => {
    const desk = await aDesk()
    const { borrower, productId, lender } = desk
    const id = await anApplication(borrower, productId, { account: OTHER })
    const path = `/api/loan-applications/${id}`
    const named = expected(await borrower.post(`${path}/bank-account`, FIRST), 201)
    expect(named).toEqual({
      account: { ...FIRST, bank: 'BRI', number: '001201234567508' },
      waits: false,
    })
    await approves(desk, path)
    expect(expected(await borrower.post(`${path}/bank-account`, OTHER), 201).waits).toBe(true)
    const second = await borrower.post(`${path}/bank-account`, OTHER)
    expect([second.status, second.body.slug]).toEqual([409, 'already-exists'])
    const queue = `/api/lenders/${lender.slug}/payees`
    expect(expected(await lender.approver.get(queue), 200).items).toMatchObject([
      { account: OTHER, before: { bank: 'BRI' }, status: 'waiting' },
    ])
    expect(expected(await borrower.get(path), 200).account.bank).toBe('BRI')
    const outcome = { outcome: 'approved' }
    expected(await lender.approver.post(`${path}/bank-account/decision`, outcome), 201)
    expect(expected(await borrower.get(path), 200)).toMatchObject({
      account: OTHER,
      payee: { status: 'approved' },
    })
    expect((await lender.approver.post(`${path}/bank-account/decision`, outcome)).status).toBe(409)
  })

  it('that is refused leaves the one before', async () => {
    const desk = await aDesk()
    const { borrower, productId, lender } = desk
    const path = `/api/loan-applications/${await anApplication(borrower, productId, { account: FIRST })}`
    await approves(desk, path)
    expected(await borrower.post(`${path}/bank-account`, OTHER), 201)
    const refused = { outcome: 'refused' }
    expected(await lender.approver.post(`${path}/bank-account/decision`, refused), 201)
    expect(expected(await borrower.get(path), 200).account.bank).toBe('BRI')
  })

  it('has as many digits as its bank’s accounts, and is her own to name', async () => {
    const { borrower, productId, lender, operator } = await aDesk()
    const path = `/api/loan-applications/${await anApplication(borrower, productId)}`
    const short = await borrower.post(`${path}/bank-account`, { ...OTHER, number: '12345678' })
    expect([short.status, short.body.errors[0].pointer]).toEqual([400, '/number'])
    expect((await lender.officer.post(`${path}/bank-account`, OTHER)).status).toBe(404)
    expect((await new Client().post(`${path}/bank-account`, OTHER)).status).toBe(401)
    const decision = `${path}/bank-account/decision`
    expect((await lender.approver.post(decision, { outcome: 'approved' })).status).toBe(404)
    expect((await lender.approver.post(decision, {})).status).toBe(400)
    expect((await lender.officer.post(decision, { outcome: 'approved' })).status).toBe(403)
    const queue = `/api/lenders/${lender.slug}/payees`
    expect((await lender.approver.get(`${queue}?limit=0`)).status).toBe(400)
    expect((await (await aLender(operator)).approver.get(queue)).status).toBe(404)
  })
})
