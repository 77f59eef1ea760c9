import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, type Json } from '#test/support/client'
import { aFundedDesk } from '#test/support/funds'
import { ring } from '#test/support/ticking'
import { aLoanIn, aPausedRegion, inDays } from '#test/support/trouble'
import { aLender, expected } from '#test/support/world'
import { pauseRegions } from '#worker/jobs/pausing'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const FLOOD = { regionCode: '91.03', interest: 'none', reason: 'Banjir bandang.' }

async function aDesk() {
  const desk = await aFundedDesk()
  const path = `${desk.api}/region-pauses`
  const flood = () => ({ ...FLOOD, until: inDays(60) })
  const propose = async (): Promise<string> =>
    expected(await desk.lender.owner.post(path, flood()), 201).id
  return { ...desk, path, flood, propose }
}

describe('POST /api/lenders/:slug/region-pauses', () => {
  it('proposes a pause, one at a time for a region', async () => {
    const { lender, path, flood } = await aDesk()
    const pause = expected(await lender.owner.post(path, flood()), 201)
    expect(pause).toMatchObject({ status: 'proposed', region: { code: '91.03' }, paused: 0 })
    expect((await lender.approver.post(path, flood())).body.slug).toBe('already-exists')
  })

  it('wants a region and a day to come, from who may propose in that lender', async () => {
    const { operator, lender, path, flood } = await aDesk()
    const past = await lender.owner.post(path, { ...flood(), until: '2026-08-10' })
    expect(past.body.errors[0].pointer).toBe('/until')
    expect((await lender.owner.post(path, { ...flood(), regionCode: 'Garut' })).status).toBe(400)
    expect((await lender.officer.post(path, flood())).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.owner.post(path, flood())).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/region-pauses', () => {
  it('lists pauses, and the regions of running loans', async () => {
    const { operator, lender, path, propose, ...desk } = await aDesk()
    await aLoanIn({ ...desk, operator, lender }, '91.04')
    const id = await propose()
    const { items, regions } = expected(await lender.officer.get(path), 200)
    expect(items.map((one: Json) => one.id)).toEqual([id])
    expect(regions).toEqual([{ code: '91.04', name: '91.04' }])
    expect((await lender.officer.get(`${path}?limit=0`)).status).toBe(400)
    expect((await new Client().get(path)).status).toBe(401)
    const other = await aLender(operator)
    expect((await other.owner.get(path)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/region-pauses/:id', () => {
  it('tells what became of each loan', async () => {
    const { operator, lender, ...desk } = await aDesk()
    const { path, loans } = await aPausedRegion({ ...desk, operator, lender }, 2)
    await ring(pauseRegions)
    const { pause, loans: page } = expected(await lender.officer.get(path), 200)
    expect(pause).toMatchObject({ status: 'done', paused: 2, passedOver: 0 })
    expect(page.items.map((one: Json) => one.loanId).sort()).toEqual(loans.toSorted())
    const first = expected(await lender.officer.get(`${path}?limit=1`), 200)
    const rest = expected(
      await lender.officer.get(`${path}?limit=1&after=${first.loans.next}`),
      200,
    )
    expect(rest.loans.items).toHaveLength(1)
    const other = await aLender(operator)
    expect((await other.officer.get(path)).status).toBe(404)
    expect((await new Client().get(path)).status).toBe(401)
  })
})

describe('POST /api/lenders/:slug/region-pauses/:id/approval', () => {
  it('is a matter of another person, and is carried out by the clock', async () => {
    const { operator, lender, path, propose } = await aDesk()
    const id = await propose()
    const at = `${path}/${id}/approval`
    expect((await lender.owner.post(at)).body.slug).toBe('same-person')
    expect((await lender.officer.post(at)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.approver.post(at)).status).toBe(404)
    expect(expected(await lender.approver.post(at), 201).status).toBe('running')
    expect((await lender.approver.post(at)).body.slug).toBe('illegal-transition')
    await ring(pauseRegions)
    const { pause } = expected(await lender.owner.get(`${path}/${id}`), 200)
    expect(pause).toMatchObject({ status: 'done', paused: 0 })
  })

  it('gives each loan an event and its borrower a message; others stay as they are', async () => {
    const desk = await aDesk()
    const { loans } = await aPausedRegion(desk, 1)
    const elsewhere = await aLoanIn(desk, '91.05')
    await ring(pauseRegions)
    await ring(pauseRegions)
    const { loan, events } = expected(await desk.lender.officer.get(`/api/loans/${loans[0]}`), 200)
    expect(loan.pausedUntil).toBe(inDays(60))
    expect(events.filter((one: Json) => one.type === 'paused')).toHaveLength(1)
    const untouched = expected(await desk.lender.officer.get(`/api/loans/${elsewhere}`), 200)
    expect(untouched.loan.pausedUntil).toBeNull()
  })

  it('passes over a loan that is paused longer already, and says so', async () => {
    const desk = await aDesk()
    const { loans, region } = await aPausedRegion(desk, 1)
    await ring(pauseRegions)
    const again = { ...FLOOD, regionCode: region, until: inDays(30) }
    const { id } = expected(await desk.lender.owner.post(desk.path, again), 201)
    expected(await desk.lender.approver.post(`${desk.path}/${id}/approval`), 201)
    await ring(pauseRegions)
    const { pause, loans: page } = expected(await desk.lender.owner.get(`${desk.path}/${id}`), 200)
    expect(pause).toMatchObject({ status: 'done', paused: 0, passedOver: 1 })
    expect(page.items[0]).toMatchObject({ loanId: loans[0], seq: null, obstacle: 'outside-limits' })
  })
})

describe('POST /api/lenders/:slug/region-pauses/:id/refusal', () => {
  it('ends it, with the reasons, by who may decide', async () => {
    const { operator, lender, path, propose } = await aDesk()
    const at = `${path}/${await propose()}/refusal`
    const reasons = 'Daerah itu tidak terkena.'
    expect((await lender.approver.post(at, {})).status).toBe(400)
    expect((await lender.officer.post(at, { reasons })).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.approver.post(at, { reasons })).status).toBe(404)
    expect(expected(await lender.approver.post(at, { reasons }), 201).status).toBe('refused')
  })
})

describe('POST /api/lenders/:slug/region-pauses/:id/withdrawal', () => {
  it('takes back what is not decided', async () => {
    const { operator, lender, path, propose } = await aDesk()
    const at = `${path}/${await propose()}/withdrawal`
    expect((await lender.officer.post(at)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.owner.post(at)).status).toBe(404)
    expect(expected(await lender.owner.post(at), 201).status).toBe('withdrawn')
    expect((await lender.owner.post(at)).body.slug).toBe('illegal-transition')
  })
})
