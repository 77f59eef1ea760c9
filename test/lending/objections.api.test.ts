import { describe, expect, it } from 'vitest'
import { aDesk, rejects } from '#test/support/applying'
import { Client, clock } from '#test/support/client'
import { ADVICE, anApplication, REASONS } from '#test/support/desk'
import { aLender, expected, inviteAndJoin, signInAgain } from '#test/support/world'

const WORDS = { words: 'Penghasilan dari pasar malam belum dihitung.' }
const KEPT = { outcome: 'kept', answer: 'Sudah dihitung, tetap belum cukup.' }
const AGAIN = { outcome: 'reopened', answer: 'Benar, kami tinjau ulang.' }

async function aRejection() {
  const desk = await aDesk()
  const path = `/api/loan-applications/${await anApplication(desk.borrower, desk.productId)}`
  await rejects(desk, path)
  return { ...desk, path }
}

describe('an objection', () => {
  it('is made once, waits at the lender, and is answered by another than who decided', async () => {
    const { borrower, lender, path } = await aRejection()
    expected(await borrower.post(`${path}/objection`, WORDS), 201)
    const twice = await borrower.post(`${path}/objection`, WORDS)
    expect([twice.status, twice.body.slug]).toEqual([409, 'already-exists'])
    const queue = `/api/lenders/${lender.slug}/objections`
    expect(expected(await lender.officer.get(queue), 200).items).toMatchObject([WORDS])
    const same = await lender.approver.post(`${path}/objection/answer`, KEPT)
    expect([same.status, same.body.slug]).toEqual([403, 'same-person'])
    expected(await lender.owner.post(`${path}/objection/answer`, KEPT), 201)
    expect(expected(await lender.officer.get(queue), 200).items).toEqual([])
    expect(expected(await borrower.get(path), 200)).toMatchObject({
      status: 'rejected',
      objectableUntil: null,
      objection: { outcome: 'kept', answer: KEPT.answer },
    })
    expect((await lender.owner.post(`${path}/objection/answer`, AGAIN)).status).toBe(409)
  })

  it('that is right opens the review again, and the decision before stays in its history', async () => {
    const { borrower, lender, path } = await aRejection()
    expected(await borrower.post(`${path}/objection`, WORDS), 201)
    expected(await lender.owner.post(`${path}/objection/answer`, AGAIN), 201)
    const open = expected(await borrower.get(path), 200)
    expect(open).toMatchObject({ status: 'in-review', decision: null })
    expect(open.objection.reasons).toContain('Penghasilan belum cukup')
    expected(await lender.officer.post(`${path}/recommendation`, ADVICE), 201)
    const { note: _, why: __, ...terms } = ADVICE
    const second = await inviteAndJoin(lender.owner, lender.slug, 'approver')
    const approval = { outcome: 'approved', ...terms, reasons: REASONS }
    expect(expected(await second.post(`${path}/decision`, approval), 201).status).toBe('approved')
  })

  it('comes within fourteen days, from the applicant, against a rejection', async () => {
    const { borrower, lender, path, productId, operator } = await aRejection()
    const open = `/api/loan-applications/${await anApplication(borrower, productId)}`
    expect((await borrower.post(`${open}/objection`, WORDS)).status).toBe(409)
    expect((await lender.officer.post(`${path}/objection`, WORDS)).status).toBe(404)
    expect((await new Client().post(`${path}/objection`, WORDS)).status).toBe(401)
    expect((await borrower.post(`${path}/objection`, {})).status).toBe(400)
    const other = await aLender(operator)
    expect((await other.owner.post(`${path}/objection/answer`, KEPT)).status).toBe(404)
    expect((await lender.owner.post(`${path}/objection/answer`, {})).status).toBe(400)
    const queue = `/api/lenders/${lender.slug}/objections`
    expect((await other.owner.get(queue)).status).toBe(404)
    expect((await lender.owner.get(`${queue}?limit=0`)).status).toBe(400)
    clock.now += 15 * 24 * 60 * 60 * 1000
    await signInAgain(borrower)
    const late = await borrower.post(`${path}/objection`, WORDS)
    expect([late.status, late.body.slug]).toEqual([422, 'outside-limits'])
  })
})
