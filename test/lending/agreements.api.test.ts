import { describe, expect, it } from 'vitest'
import { aDesk, approves } from '#test/support/applying'
import { Client, clock } from '#test/support/client'
import { acceptanceOf, accepts, anApplication } from '#test/support/desk'
import { aPerson, expected } from '#test/support/world'

async function anApproval(changes: object = {}) {
  const desk = await aDesk()
  const id = await anApplication(desk.borrower, desk.productId, changes)
  const path = `/api/loan-applications/${id}`
  await approves(desk, path)
  return { ...desk, path }
}

describe('GET /api/loans/:id/agreement', () => {
  it('is what was accepted, for the borrower and her lender, and for nobody else', async () => {
    const { borrower, path, lender } = await anApproval()
    await accepts(borrower, path)
    const loan = expected(await lender.cashier.post(`${path}/disbursement`, {}), 201)
    const kept = expected(await borrower.get(`${path}/agreement`), 200)
    const of = `/api/loans/${loan.id}/agreement`
    for (const who of [borrower, lender.officer]) {
      expect(expected(await who.get(of), 200)).toEqual({ accepted: kept })
    }
    expected(await (await aPerson()).get(of), 404)
    expected(await borrower.get('/api/loans/none/agreement'), 404)
  })
})

describe('an agreement', () => {
  it('says sums, schedule, effective rate, order of payments and rights in both languages', async () => {
    const { borrower, path, lender } = await anApproval()
    const { hash, agreement } = expected(await borrower.get(`${path}/agreement`), 200)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(agreement).toMatchObject({
      ...{ principal: 5_000_000, received: 5_000_000, deductions: [], instalments: 10 },
      allocation: ['interest', 'principal', 'fees', 'penalties'],
    })
    expect(agreement.effectiveAnnualRate).toBeGreaterThan(12)
    const sum = (key: string) =>
      agreement.rows.reduce((total: number, row: Record<string, number>) => total + row[key]!, 0)
    expect([sum('principal'), sum('total')]).toEqual([5_000_000, agreement.totals.total])
    const titles = agreement.clauses.map((one: { title: { id: string } }) => one.title.id)
    expect(titles).toEqual(expect.arrayContaining(['Urutan pembayaran', 'Terlambat', 'Hak Anda']))
    expect((await lender.cashier.get(`${path}/agreement`)).status).toBe(200)
    expect((await (await aPerson()).get(`${path}/agreement`)).status).toBe(404)
  })

  it('is accepted with the code that went to her own telephone, and kept word for word', async () => {
    const { borrower, path } = await anApproval()
    const before = expected(await borrower.get(`${path}/agreement`), 200)
    await accepts(borrower, path)
    const after = expected(await borrower.get(`${path}/agreement`), 200)
    expect(after.acceptedAt).not.toBeNull()
    expect({ ...after, acceptedAt: null }).toEqual(before)
    expect(expected(await borrower.get(path), 200).status).toBe('accepted')
  })

  it('is not accepted by another, with a wrong code, with a used one, or after five tries', async () => {
    const { borrower, path, lender, operator } = await anApproval()
    const right = await acceptanceOf(borrower, path)
    expect((await lender.officer.post(`${path}/acceptance`, right)).status).toBe(404)
    expect((await new Client().post(`${path}/acceptance`, right)).status).toBe(401)
    const code = right.code === '000000' ? '000001' : '000000'
    const wrong = await borrower.post(`${path}/acceptance`, { ...right, code })
    expect([wrong.status, wrong.body.slug]).toEqual([422, 'code-wrong'])
    for (let n = 0; n < 4; n += 1) await borrower.post(`${path}/acceptance`, { ...right, code })
    const spent = await borrower.post(`${path}/acceptance`, right)
    expect([spent.status, spent.body.slug]).toEqual([422, 'code-expired'])
    await accepts(borrower, path)
    const again = await borrower.post(`${path}/acceptance`, right)
    expect([again.status, again.body.slug]).toEqual([409, 'illegal-transition'])
    const { items } = expected(await operator.owner.get('/api/outbox?limit=100'), 200)
    const sent = items.filter((one: { template: string }) => one.template === 'acceptance-code')
    expect(new Set(sent.map((one: { destination: string }) => one.destination))).toEqual(
      new Set([borrower.phone]),
    )
  })

  it('is another on another day: what was read is what is accepted', async () => {
    const { borrower, path } = await anApproval()
    const read = await acceptanceOf(borrower, path)
    clock.now += 24 * 60 * 60 * 1000
    const { status, body } = await borrower.post(`${path}/acceptance`, read)
    expect([status, body.slug]).toEqual([409, 'outdated'])
    const unread = { agreement: 'f'.repeat(64) }
    expect((await borrower.post(`${path}/acceptance-codes`, unread)).status).toBe(409)
    expect((await borrower.post(`${path}/acceptance-codes`, {})).status).toBe(400)
    expect((await new Client().post(`${path}/acceptance-codes`, read)).status).toBe(401)
  })

  it('is accepted once, though the button is pressed fifty times at once', async () => {
    const { borrower, path } = await anApproval()
    const body = await acceptanceOf(borrower, path)
    const press = () => borrower.post(`${path}/acceptance`, body)
    const answers = await Promise.all(Array.from({ length: 50 }, press))
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1)
  })

  it('is of the lower amount that was approved, and says so', async () => {
    const { borrower, path } = await anApproval({ account: ACCOUNT })
    const { agreement } = expected(await borrower.get(`${path}/agreement`), 200)
    expect(agreement).toMatchObject({ principal: 5_000_000, account: ACCOUNT })
  })
})

const ACCOUNT = { bank: 'BRI', number: '001201234567508', holder: 'Siti Rahayu' }
