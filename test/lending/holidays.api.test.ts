import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { aLoanProduct, anAcceptedApplication } from '#test/support/desk'
import { aLender, anOperator, aPerson, expected } from '#test/support/world'

const { DB } = env as unknown as { DB: D1Database }

/** The numbers of the events of subjects like that. */
async function eventsOf(subject: string): Promise<number[]> {
  const { results } = await DB.prepare('SELECT seq FROM events WHERE subject LIKE ? ORDER BY seq')
    .bind(subject)
    .all<{ seq: number }>()
  return results.map(({ seq }) => seq)
}

async function aDesk() {
  const operator = await anOperator()
  return { operator, lender: await aLender(operator) }
}

describe('the holidays of a lender', () => {
  const NYEPI = { day: '2027-03-08', name: 'Nyepi' }
  const list = { year: 2027, holidays: [{ day: '2027-08-17', name: 'Kemerdekaan' }, NYEPI] }

  it('are written down year by year, and move due dates of products that heed them', async () => {
    const { lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/holidays`
    expected(await lender.owner.put(path, list), 200)
    expected(await lender.owner.put(path, { year: 2028, holidays: [] }), 200)
    const { body } = await lender.officer.get(path)
    const trail = await eventsOf(`%/holidays`)
    expect(trail).toEqual([1, 2])
    expect(body.items).toEqual([NYEPI, { day: '2027-08-17', name: 'Kemerdekaan' }])
    const weekdays = { daysOff: { weekdays: [], holidays: true } }
    const product = await aLoanProduct(lender, weekdays)
    const id = await anAcceptedApplication(lender, await aPerson(), product)
    const wanted = { firstDueOn: '2027-03-08' }
    const loan = expected(
      await lender.cashier.post(`/api/loan-applications/${id}/disbursement`, wanted),
      201,
    )
    expect(loan.nextDueOn).toBe('2027-03-09')
  })

  it('lie in their year, once each, and are the owner’s to write down', async () => {
    const { operator, lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/holidays`
    const elsewhere = { year: 2026, holidays: [NYEPI] }
    expect((await lender.owner.put(path, elsewhere)).body.errors[0].pointer).toBe('/holidays')
    const twice = { year: 2027, holidays: [NYEPI, NYEPI] }
    expect((await lender.owner.put(path, twice)).status).toBe(400)
    expect((await lender.officer.put(path, list)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.owner.get(path)).status).toBe(404)
    expect((await other.owner.put(path, list)).status).toBe(404)
  })
})
