import { beforeEach, describe, expect, it } from 'vitest'
import { clock } from '#test/support/client'
import { aFundedDesk, aLoanOf } from '#test/support/funds'
import { ring } from '#test/support/ticking'
import { aDeskInTrouble, inDays } from '#test/support/trouble'
import { aLender, aPerson, expected } from '#test/support/world'
import { pauseRegions } from '#worker/jobs/pausing'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

describe('/api/loans/:id/region', () => {
  it('is set by the officer where none is known, and a pause of the region finds the loan', async () => {
    const { lender, api, path } = await aDeskInTrouble()
    expect(expected(await lender.officer.get(`${path}/region`), 200)).toEqual({ region: null })
    const set = expected(await lender.officer.put(`${path}/region`, { code: '32.06' }), 200)
    expect(set.region).toEqual({ code: '32.06', name: 'Kabupaten Tasikmalaya' })
    const flood = { regionCode: '32.06', until: inDays(60), interest: 'none', reason: 'Banjir.' }
    const { id } = expected(await lender.owner.post(`${api}/region-pauses`, flood), 201)
    expected(await lender.approver.post(`${api}/region-pauses/${id}/approval`), 201)
    await ring(pauseRegions)
    expect(expected(await lender.officer.get(path), 200).loan.pausedUntil).toBe(inDays(60))
  })

  it('is that of the address in the borrower’s profile where nothing else tells', async () => {
    const desk = await aFundedDesk()
    const borrower = await aPerson()
    const address = {
      ...{ label: 'Rumah', recipient: 'Siti', phone: borrower.phone, street: 'Jl. Bambu 3' },
      ...{ areaCode: '32.06.34.2002', postalCode: '46155', note: '' },
    }
    expected(await borrower.post('/api/me/addresses', address), 201)
    const { id } = await aLoanOf(desk, borrower)
    const { region } = expected(await desk.lender.officer.get(`/api/loans/${id}/region`), 200)
    expect(region.code).toBe('32.06')
  })

  it('refuses a region that is none, and who does not follow loans there', async () => {
    const { operator, lender, borrower, path } = await aDeskInTrouble()
    const unknown = await lender.officer.put(`${path}/region`, { code: '99.99' })
    expect(unknown.body.errors[0].pointer).toBe('/code')
    expect((await lender.officer.put(`${path}/region`, { code: 'Garut' })).status).toBe(400)
    expect((await lender.cashier.put(`${path}/region`, { code: '32.06' })).status).toBe(403)
    expect((await borrower.get(`${path}/region`)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.officer.put(`${path}/region`, { code: '32.06' })).status).toBe(404)
    expect((await other.officer.get(`${path}/region`)).status).toBe(404)
  })
})
