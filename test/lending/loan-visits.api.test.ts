import { beforeEach, describe, expect, it } from 'vitest'
import { clock, newKey, type Json } from '#test/support/client'
import { rowsOf } from '#test/support/orders'
import { aDeskInTrouble } from '#test/support/trouble'
import { aLender, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const SEEN = {
  visitedOn: '2026-08-10',
  place: 'Rumah tenun, Rajapolah',
  note: 'Pesanan mundur sebulan, alat tenun rusak satu.',
}

describe('/api/loans/:id/visits', () => {
  it('keeps what was seen, for everybody at the lender', async () => {
    const { lender, path } = await aDeskInTrouble()
    const key = { 'idempotency-key': newKey() }
    const visit = expected(await lender.officer.post(`${path}/visits`, SEEN, key), 201)
    expected(await lender.officer.post(`${path}/visits`, SEEN, key), 201)
    const { items } = expected(await lender.cashier.get(`${path}/visits`), 200)
    expect(items).toEqual([visit])
    expect(visit).toMatchObject(SEEN)
  })

  it('shows those before the loan with those during it', async () => {
    const { lender, id, path } = await aDeskInTrouble()
    expected(await lender.officer.post(`${path}/visits`, SEEN), 201)
    const { id: officer } = lender.officer
    await rowsOf(
      `INSERT INTO field_visits (id, application_id, officer_id, visited_on, place, note, created_at)
       SELECT 'before', application_id, ?, '2026-08-01', 'Rumah', 'Usaha berjalan baik.', 1
       FROM loans WHERE id = ?`,
      officer,
      id,
    )
    const { items } = expected(await lender.approver.get(`${path}/visits`), 200)
    expect(items.map((one: Json) => one.visitedOn)).toEqual(['2026-08-10', '2026-08-01'])
  })

  it('refuses a day to come or before the loan, and is not for the borrower or others', async () => {
    const { operator, lender, borrower, path } = await aDeskInTrouble()
    for (const visitedOn of ['2026-08-11', '2026-08-09']) {
      const answer = await lender.officer.post(`${path}/visits`, { ...SEEN, visitedOn })
      expect(answer.body.errors[0].pointer).toBe('/visitedOn')
    }
    expect((await lender.treasurer.post(`${path}/visits`, SEEN)).status).toBe(403)
    expect((await borrower.get(`${path}/visits`)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.officer.post(`${path}/visits`, SEEN)).status).toBe(404)
    expect((await other.officer.get(`${path}/visits`)).status).toBe(404)
  })
})
