import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, newKey, type Json } from '#test/support/client'
import { aFund, aFundedDesk, aLoanOf } from '#test/support/funds'
import { aLender, aPerson, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const RENT = {
  kind: 'entry',
  on: '2026-08-03',
  description: 'Sewa kantor Agustus',
  lines: [
    { code: 'operating-expenses', category: 'rent', debit: 1_500_000 },
    { code: 'operating-expenses', category: 'utilities', debit: 250_000 },
    { code: 'bank', credit: 1_750_000 },
  ],
}

async function aDesk() {
  const desk = await aFundedDesk()
  const path = `${desk.api}/book-proposals`
  const propose = async (proposal: object = RENT): Promise<Json> =>
    expected(await desk.lender.treasurer.post(path, proposal), 201)
  const holds = async (code: string): Promise<number> => {
    const balance = await desk.lender.owner.get(`/api/books/${desk.lender.slug}/trial-balance`)
    return balance.body.lines.find((one: Json) => one.code === code)?.balance ?? 0
  }
  return { ...desk, path, propose, holds }
}

describe('GET /api/lenders/:slug/book-proposals', () => {
  it('lists what waits for a second person, and on request all', async () => {
    const { lender, path, propose } = await aDesk()
    const rent = await propose()
    expected(await lender.treasurer.post(`${path}/${rent.id}/withdrawal`), 201)
    clock.now += 1000
    const again = await propose()
    const waiting = expected(await lender.owner.get(path), 200)
    expect(waiting.items.map((one: Json) => [one.id, one.number])).toEqual([[again.id, 2]])
    const all = expected(await lender.owner.get(`${path}?status=all&limit=1`), 200)
    const rest = expected(
      await lender.owner.get(`${path}?status=all&limit=1&after=${all.next}`),
      200,
    )
    expect(rest.items[0]).toMatchObject({ id: rent.id, status: 'withdrawn' })
  })

  it('is for those who read the book', async () => {
    const { operator, lender, path } = await aDesk()
    const other = await aLender(operator, ['treasurer'])
    expect((await lender.officer.get(path)).status).toBe(403)
    expect((await other.treasurer.get(path)).status).toBe(404)
    expect((await lender.treasurer.get(`${path}?status=old`)).status).toBe(400)
  })
})

describe('GET /api/lenders/:slug/book-proposals/:id', () => {
  it('shows what would be written, and who proposed it', async () => {
    const { lender, path, propose } = await aDesk()
    const { id } = await propose()
    const told = expected(await lender.owner.get(`${path}/${id}`), 200)
    expect(told).toMatchObject({ kind: 'entry', amount: 1_750_000, on: '2026-08-03' })
    expect(told.lines[0]).toEqual({
      ...{ code: 'operating-expenses', holder: 'rent' },
      ...{ debit: 1_500_000, credit: 0 },
    })
    expect(told.proposedBy.id).toBe(lender.treasurer.id)
  })

  it('is not found elsewhere, nor for strangers', async () => {
    const { operator, lender, path, propose } = await aDesk()
    const { id } = await propose()
    const other = await aLender(operator, ['treasurer'])
    const foreign = `/api/lenders/${other.slug}/book-proposals/${id}`
    expect((await other.treasurer.get(foreign)).status).toBe(404)
    expect((await (await aPerson()).get(`${path}/${id}`)).status).toBe(403)
    expect((await lender.treasurer.get(`${path}/none`)).status).toBe(404)
  })
})

describe('POST /api/lenders/:slug/book-proposals', () => {
  it('books nothing before somebody else agrees', async () => {
    const { lender, path, propose, holds } = await aDesk()
    const { id } = await propose()
    expect(await holds('operating-expenses')).toBe(0)
    expect((await lender.treasurer.post(`${path}/${id}/approval`)).status).toBe(403)
    expected(await lender.approver.post(`${path}/${id}/approval`), 201)
    expect(await holds('operating-expenses')).toBe(1_750_000)
    expect(await holds('bank')).toBe(998_250_000)
  })

  it('writes no account of loans or funds by hand, and nothing unbalanced or ahead', async () => {
    const { lender, path } = await aDesk()
    const { treasurer } = lender
    const lines = (debit: object, credit: object) => ({ ...RENT, lines: [debit, credit] })
    for (const code of ['loans-receivable', 'interest-income', 'fund-capital', 'loss-allowance']) {
      const given = lines({ code, debit: 5 }, { code: 'bank', credit: 5 })
      const refused = await treasurer.post(path, given)
      expect([code, refused.status, refused.body.errors[0].pointer]).toEqual([
        ...[code, 400, '/lines/0/code'],
      ])
    }
    const uneven = lines({ code: 'cash', debit: 5 }, { code: 'bank', credit: 6 })
    expect((await treasurer.post(path, uneven)).body).toMatchObject({
      ...{ slug: 'unbalanced', facts: { debits: 5, credits: 6 } },
    })
    const ahead = await treasurer.post(path, { ...RENT, on: '2026-08-11' })
    expect(ahead.body.errors[0].pointer).toBe('/on')
  })

  it('is the treasurer’s, and of her own lender', async () => {
    const { operator, lender, path } = await aDesk()
    const other = await aLender(operator, ['treasurer'])
    expect((await lender.officer.post(path, RENT)).status).toBe(403)
    expect((await lender.owner.post(path, RENT)).status).toBe(403)
    expect((await other.treasurer.post(path, RENT)).status).toBe(404)
    expect((await new Client().post(path, RENT)).status).toBe(401)
  })
})

describe('POST /api/lenders/:slug/book-proposals/:id/approval, by another, once', () => {
  it('takes an entry back by its mirror, once, and never the loan’s own', async () => {
    const desk = await aDesk()
    const { lender, path, propose, holds, borrower } = desk
    const { id } = await propose()
    const { entryId } = expected(await lender.owner.post(`${path}/${id}/approval`), 201)
    const back = { kind: 'reversal', entryId, reason: 'Tercatat dua kali' }
    const reversal = await propose(back)
    const twice = await lender.treasurer.post(path, back)
    expect(twice.body.slug).toBe('already-exists')
    expected(await lender.owner.post(`${path}/${reversal.id}/approval`), 201)
    expect(await holds('operating-expenses')).toBe(0)
    const again = await propose(back)
    const late = await lender.owner.post(`${path}/${again.id}/approval`)
    expect(late.body.slug).toBe('already-reversed')

    await aLoanOf(desk, borrower)
    const { items } = expected(await lender.owner.get(`/api/books/${lender.slug}/entries`), 200)
    const loan = items.find((one: Json) => one.rule.startsWith('loan'))
    const refused = await lender.treasurer.post(path, { ...back, entryId: loan.id })
    expect(refused.body.slug).toBe('illegal-transition')
  })

  it('returns idle money to its funder, and no more than lies idle then', async () => {
    const { lender, api, path, propose, holds } = await aDesk()
    const fund = await aFund(lender)
    const received = { amount: 40_000_000, source: 'PT Sagara', fundId: fund.id }
    expected(await lender.treasurer.post(`${api}/fund-receipts`, received), 201)
    const given = { kind: 'fund-return', fundId: fund.id, reason: 'Program selesai' }
    const much = await lender.treasurer.post(path, { ...given, amount: 40_000_001 })
    expect(much.body.slug).toBe('fund-exhausted')
    const [one, two] = [
      await propose({ ...given, amount: 30_000_000 }),
      await propose({ ...given, amount: 30_000_000 }),
    ]
    const answers = await Promise.all(
      [one, two].map(({ id }) => lender.owner.post(`${path}/${id}/approval`)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
    const { sums } = expected(await lender.owner.get(`${api}/funds/${fund.id}`), 200)
    expect(sums).toMatchObject({ received: 40_000_000, returned: 30_000_000, idle: 10_000_000 })
    expect(await holds('fund-capital')).toBe(1_010_000_000)
  })

  it('happens once, though two agree at once and one twice', async () => {
    const { lender, path, propose, holds } = await aDesk()
    const { id } = await propose()
    const key = { 'idempotency-key': newKey() }
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () =>
        lender.owner.post(`${path}/${id}/approval`, undefined, key),
      ),
      lender.approver.post(`${path}/${id}/approval`),
    ])
    expect(answers.some((answer) => answer.status === 201)).toBe(true)
    expect(await holds('operating-expenses')).toBe(1_750_000)
  })
})

describe('POST /api/lenders/:slug/book-proposals/:id/refusal', () => {
  it('leaves the book as it was, with the reasons', async () => {
    const { lender, path, propose, holds } = await aDesk()
    const { id } = await propose()
    const reasons = 'Kuitansinya belum ada.'
    const refused = expected(await lender.owner.post(`${path}/${id}/refusal`, { reasons }), 201)
    expect(refused).toMatchObject({ status: 'refused', reasons, entryId: null })
    expect(await holds('operating-expenses')).toBe(0)
    const late = await lender.approver.post(`${path}/${id}/approval`)
    expect(late.body.slug).toBe('illegal-transition')
  })

  it('wants a reason, and somebody who may decide', async () => {
    const { operator, lender, path, propose } = await aDesk()
    const { id } = await propose()
    expect((await lender.owner.post(`${path}/${id}/refusal`, {})).status).toBe(400)
    const reasons = 'Tidak jelas.'
    expect((await lender.cashier.post(`${path}/${id}/refusal`, { reasons })).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.owner.post(`${path}/${id}/refusal`, { reasons })).status).toBe(404)
  })
})

describe('POST /api/lenders/:slug/book-proposals/:id/withdrawal', () => {
  it('takes back what is not decided yet', async () => {
    const { lender, path, propose } = await aDesk()
    const { id } = await propose()
    const over = expected(await lender.treasurer.post(`${path}/${id}/withdrawal`), 201)
    expect(over.status).toBe('withdrawn')
    const again = await lender.treasurer.post(`${path}/${id}/withdrawal`)
    expect(again.body.slug).toBe('illegal-transition')
  })

  it('is for those who propose, in their own lender', async () => {
    const { operator, lender, path, propose } = await aDesk()
    const { id } = await propose()
    expect((await lender.owner.post(`${path}/${id}/withdrawal`)).status).toBe(403)
    const other = await aLender(operator, ['treasurer'])
    expect((await other.treasurer.post(`${path}/${id}/withdrawal`)).status).toBe(404)
    expect((await new Client().post(`${path}/${id}/withdrawal`)).status).toBe(401)
  })
})
