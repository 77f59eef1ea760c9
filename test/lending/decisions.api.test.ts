/** Recommendation, decision and votes: two people or a committee, limits, reasons, overrides. */
import { describe, expect, it } from 'vitest'
import {
  aDesk,
  anApprover,
  anOpenOne,
  APPROVAL,
  aRecommendedOne,
  decideBy,
  REJECTION,
} from '#test/support/committee'
import { Client, type Answer, type Json } from '#test/support/client'
import { accepts, ADVICE } from '#test/support/desk'
import { aPerson, expected } from '#test/support/world'

const said = ({ status, body }: Answer) => [status, body.slug]

describe('a recommendation', () => {
  it('keeps the score and the version of the card it was read by', async () => {
    const desk = await aDesk()
    const path = await anOpenOne(desk)
    const body = expected(await desk.lender.officer.post(`${path}/recommendation`, ADVICE), 201)
    const dossier = expected(await desk.lender.approver.get(`${path}/dossier`), 200)
    const [kept] = dossier.recommendations
    expect(kept.sheet).toMatchObject({ version: 1, score: body.score })
    expect(dossier.application.score).toBe(body.score)
    const sum = kept.sheet.facts.reduce((total: number, one: Json) => total + one.part, 0)
    expect(sum).toBe(body.score)
  })

  it('against the score says why, and both are kept', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const heavy = { monthlyIncome: 1_900_000, monthlyCosts: 1_800_000 }
    const path = await anOpenOne(desk, undefined, heavy)
    const silent = await lender.officer.post(`${path}/recommendation`, { ...ADVICE, why: null })
    expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, '/why'])
    const { overridden } = expected(
      await lender.officer.post(`${path}/recommendation`, ADVICE),
      201,
    )
    expect(overridden).toBe(ADVICE.why)
    const { items } = expected(
      await lender.approver.get(`/api/lenders/${lender.slug}/overrides`),
      200,
    )
    expect(items).toMatchObject([
      {
        against: 'score',
        suggested: { advice: 'decline' },
        chosen: { advice: 'lend', amount: ADVICE.amount },
        why: ADVICE.why,
      },
    ])
  })

  it('may be to decline, and the score decides neither way', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const path = await anOpenOne(desk, undefined, { monthlyIncome: 1_900_000 })
    const no = { ...ADVICE, advice: 'decline', why: null }
    expected(await lender.officer.post(`${path}/recommendation`, no), 201)
    const approved = expected(await lender.approver.post(`${path}/decision`, APPROVAL), 201)
    expect(approved.status).toBe('approved')
    const { body } = await lender.owner.get(`/api/lenders/${lender.slug}/overrides`)
    expect(body.items).toMatchObject([
      { against: 'recommendation', suggested: { advice: 'decline' }, chosen: { advice: 'lend' } },
    ])
  })

  it('carries conditions, and is refused to guests and other roles', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const path = await anOpenOne(desk)
    const asked = { ...ADVICE, conditions: ['Surat kuasa potong hasil jual'] }
    expect((await new Client().post(`${path}/recommendation`, asked)).status).toBe(401)
    expect((await lender.cashier.post(`${path}/recommendation`, asked)).status).toBe(403)
    expected(await lender.officer.post(`${path}/recommendation`, asked), 201)
    expected(await lender.approver.post(`${path}/decision`, APPROVAL), 201)
    const { conditions } = expected(await lender.officer.get(`${path}/dossier`), 200)
    expect(conditions).toEqual([{ n: 1, text: asked.conditions[0], met: null }])
  })
})

describe('a decision', () => {
  it('may offer less than was asked, which the applicant accepts or withdraws from', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const applicant = await aPerson()
    const path = await aRecommendedOne(desk, applicant)
    const less = { ...APPROVAL, amount: 3_000_000 }
    expected(await lender.approver.post(`${path}/decision`, less), 201)
    const { body } = await applicant.get(path)
    expect(body).toMatchObject({ amount: 6_000_000, decision: { amount: 3_000_000 } })
    expect((await applicant.post(`${path}/withdrawal`)).status).toBe(201)
    const { items } = expected(await lender.owner.get(`/api/lenders/${lender.slug}/overrides`), 200)
    expect(items).toMatchObject([
      { chosen: { amount: 3_000_000 }, suggested: { amount: ADVICE.amount } },
    ])
  })

  it('tells the applicant why she was rejected, from the list and in words', async () => {
    const desk = await aDesk()
    const applicant = await aPerson()
    const path = await aRecommendedOne(desk, applicant)
    const unknown = { ...REJECTION, causes: ['face'] }
    expect((await desk.lender.approver.post(`${path}/decision`, unknown)).status).toBe(400)
    expected(await desk.lender.approver.post(`${path}/decision`, REJECTION), 201)
    const { decision } = expected(await applicant.get(path), 200)
    expect(decision).toMatchObject({ causes: ['income'], reasons: REJECTION.reasons })
  })

  it('may be put off with a question to the officer, who then recommends anew', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const path = await aRecommendedOne(desk)
    const question = { outcome: 'returned', reasons: 'Mohon lihat catatan kasnya dulu.' }
    const { status } = expected(await lender.approver.post(`${path}/decision`, question), 201)
    expect(status).toBe('in-review')
    expect(said(await lender.approver.post(`${path}/decision`, APPROVAL))).toEqual([
      409,
      'illegal-transition',
    ])
    expect((await lender.officer.post(`${path}/recommendation`, ADVICE)).status).toBe(201)
    expect((await lender.approver.post(`${path}/decision`, APPROVAL)).status).toBe(201)
  })

  it('reaches up to her limit; above it the owner decides', async () => {
    const desk = await aDesk()
    const { lender } = desk
    await decideBy(desk, { approverLimit: 4_000_000 })
    const path = await aRecommendedOne(desk)
    const above = await lender.approver.post(`${path}/decision`, APPROVAL)
    expect(said(above)).toEqual([403, 'above-approval-limit'])
    const limits = `/api/lenders/${lender.slug}/approval-limits`
    const own = { amount: 5_000_000 }
    expect((await lender.owner.put(`${limits}/${lender.approver.id}`, own)).status).toBe(204)
    expect((await lender.approver.post(`${path}/decision`, APPROVAL)).status).toBe(201)
    const other = await aRecommendedOne(desk)
    const none = { amount: null }
    expect((await lender.owner.put(`${limits}/${lender.approver.id}`, none)).status).toBe(204)
    expect((await lender.approver.post(`${other}/decision`, APPROVAL)).status).toBe(403)
    expect((await lender.owner.post(`${other}/decision`, APPROVAL)).status).toBe(201)
    expect((await new Client().post(`${other}/decision`, APPROVAL)).status).toBe(401)
  })

  it('is not for kin, whoever of the two has stated it, until the tie has ended', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const applicant = await aPerson()
    const path = await aRecommendedOne(desk, applicant)
    const tie = { phone: lender.approver.phone, relation: 'household' }
    const { id } = expected(await applicant.post('/api/me/ties', tie), 201)
    const own = await lender.approver.post(`${path}/decision`, APPROVAL)
    expect(said(own)).toEqual([403, 'own-application'])
    expect((await applicant.delete(`/api/me/ties/${id}`)).status).toBe(204)
    expect((await lender.approver.post(`${path}/decision`, APPROVAL)).status).toBe(201)
  })
})

describe('what one borrower may owe', () => {
  it('is held under two approvals at once', async () => {
    const desk = await aDesk()
    const { lender } = desk
    await decideBy(desk, { borrowerLimit: 8_000_000 })
    const applicant = await aPerson()
    const paths = [await aRecommendedOne(desk, applicant), await aRecommendedOne(desk, applicant)]
    const second = await anApprover(desk)
    const answers = await Promise.all([
      lender.approver.post(`${paths[0]}/decision`, APPROVAL),
      second.post(`${paths[1]}/decision`, APPROVAL),
    ])
    expect(answers.map((one) => one.status).sort()).toEqual([201, 422])
    const late = answers.findIndex((one) => one.status === 422)
    const again = await lender.owner.post(`${paths[late]}/decision`, APPROVAL)
    expect([again.status, again.body.errors[0].pointer]).toEqual([422, '/amount'])
    const less = { ...APPROVAL, amount: 3_000_000 }
    expect((await lender.owner.post(`${paths[late]}/decision`, less)).status).toBe(201)
  })

  it('counts the running loan as it stands, and says it in the dossier', async () => {
    const desk = await aDesk()
    const { lender } = desk
    await decideBy(desk, { borrowerLimit: 9_000_000 })
    const applicant = await aPerson()
    const first = await aRecommendedOne(desk, applicant)
    expected(await lender.approver.post(`${first}/decision`, APPROVAL), 201)
    await accepts(applicant, first)
    expected(await lender.cashier.post(`${first}/disbursement`), 201)
    const second = await aRecommendedOne(desk, applicant)
    const { approval, loans } = expected(await lender.approver.get(`${second}/dossier`), 200)
    expect(approval).toMatchObject({ owed: 5_000_000, borrowerLimit: 9_000_000 })
    expect(loans).toMatchObject([{ own: true, balance: 5_000_000 }])
    expect((await lender.approver.post(`${second}/decision`, APPROVAL)).status).toBe(422)
  })
})
