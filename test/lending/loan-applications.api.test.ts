import { describe, expect, it } from 'vitest'
import { Client } from '#test/support/client'
import { aLoanProduct, anAcceptedApplication, anApplication, WISH } from '#test/support/desk'
import {
  aLender,
  anOperator,
  aPerson,
  inviteAndJoin,
  signIn,
  withSecondFactor,
} from '#test/support/world'

async function aDesk() {
  const operator = await anOperator()
  const lender = await aLender(operator)
  return { operator, lender, productId: await aLoanProduct(lender) }
}

describe('an application', () => {
  it('goes from its applicant over an officer and another person back to her', async () => {
    const { lender, productId } = await aDesk()
    const applicant = await aPerson()
    const id = await anAcceptedApplication(lender, applicant, productId)
    const { body } = await applicant.get(`/api/loan-applications/${id}`)
    expect(body).toMatchObject({
      status: 'accepted',
      amount: WISH.amount,
      recommendation: { amount: 5_000_000 },
      decision: { amount: 5_000_000, instalments: 10 },
    })
    const mine = await applicant.get('/api/loan-applications')
    expect(mine.body.items).toHaveLength(1)
    expect((await (await aPerson()).get('/api/loan-applications')).body.items).toEqual([])
  })

  it('is not sent twice by one key', async () => {
    const { productId } = await aDesk()
    const applicant = await aPerson()
    const key = { 'idempotency-key': 'one-intent-0001' }
    const wish = { ...WISH, productId }
    const first = await applicant.post('/api/loan-applications', wish, key)
    const again = await applicant.post('/api/loan-applications', wish, key)
    expect([again.status, again.body]).toEqual([201, first.body])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const other = await applicant.post('/api/loan-applications', { ...wish, amount: 700_000 }, key)
    expect([other.status, other.body.slug]).toEqual([422, 'idempotency-key-reused'])
    expect((await applicant.get('/api/loan-applications')).body.items).toHaveLength(1)
  })

  it('is refused outside the limits of its product, for a stranger’s group, and for a guest', async () => {
    const { productId } = await aDesk()
    const applicant = await aPerson()
    const much = { ...WISH, productId, amount: 90_000_000, instalments: 99 }
    const { status, body } = await applicant.post('/api/loan-applications', much)
    expect([status, body.slug, body.errors.length]).toEqual([422, 'outside-limits', 2])
    const foreign = { ...WISH, productId, groupId: 'somebody-elses' }
    expect((await applicant.post('/api/loan-applications', foreign)).status).toBe(404)
    expect((await new Client().post('/api/loan-applications', WISH)).status).toBe(401)
    expect((await applicant.post('/api/loan-applications', { productId })).status).toBe(400)
  })

  it('is seen by nobody but its applicant and its lender', async () => {
    const { operator, lender, productId } = await aDesk()
    const applicant = await aPerson()
    const id = await anApplication(applicant, productId)
    const other = await aLender(operator)
    const stranger = await aPerson()
    const path = `/api/loan-applications/${id}`
    expect((await stranger.post(`${path}/withdrawal`)).status).toBe(404)
    expect((await stranger.get(`${path}/agreement`)).status).toBe(404)
    expect((await stranger.get(`/api/loan-applications/${id}`)).status).toBe(404)
    expect((await other.officer.get(`/api/loan-applications/${id}/dossier`)).status).toBe(404)
    expect((await stranger.get(`/api/loan-applications/${id}/dossier`)).status).toBe(403)
    const queue = `/api/lenders/${lender.slug}/loan-applications`
    expect((await lender.officer.get(queue)).body.items).toHaveLength(1)
    expect((await other.officer.get(queue)).status).toBe(404)
  })

  it('shows the reviewer means, members and history on one page', async () => {
    const { lender, productId } = await aDesk()
    const id = await anApplication(await aPerson(), productId)
    const { status, body } = await lender.officer.get(`/api/loan-applications/${id}/dossier`)
    expect(status).toBe(200)
    expect(body.capacity.left).toBe(1_200_000)
    expect(body.instalment).toBe(533_100)
    expect(body.capacity.share).toBe(44)
    expect(body.sales).toBeNull()
    expect(body.history).toMatchObject([{ type: 'submitted' }])
  })

  it('is withdrawn once, and accepted only when approved', async () => {
    const { productId } = await aDesk()
    const applicant = await aPerson()
    const id = await anApplication(applicant, productId)
    const read = { agreement: 'a'.repeat(64), code: '123456' }
    const early = await applicant.post(`/api/loan-applications/${id}/acceptance`, read)
    expect([early.status, early.body.slug]).toEqual([409, 'illegal-transition'])
    expect((await applicant.post(`/api/loan-applications/${id}/withdrawal`)).status).toBe(201)
    expect((await applicant.post(`/api/loan-applications/${id}/withdrawal`)).status).toBe(409)
  })
})

describe('two different people', () => {
  const advice = { amount: 5_000_000, instalments: 10, note: 'Usahanya berjalan baik.' }
  const approval = {
    outcome: 'approved',
    amount: 5_000_000,
    instalments: 10,
    reasons: 'Layak dibiayai.',
  }

  it('judge an application: whoever recommended does not decide', async () => {
    const { lender, productId } = await aDesk()
    const id = await anApplication(await aPerson(), productId)
    const path = `/api/loan-applications/${id}`
    const both = await inviteAndJoin(lender.owner, lender.slug, 'officer')
    await lender.owner.put(`/api/organizations/${lender.slug}/members/${both.id}/roles`, {
      roles: ['officer', 'approver'],
    })
    const judge = await withSecondFactor(await signIn(both.phone))
    expect((await judge.post(`${path}/recommendation`, advice)).status).toBe(201)
    const { status, body } = await judge.post(`${path}/decision`, approval)
    expect([status, body.slug]).toEqual([403, 'same-person'])
    expect((await lender.approver.post(`${path}/decision`, approval)).status).toBe(201)
    const again = await lender.approver.post(`${path}/decision`, approval)
    expect([again.status, again.body.slug]).toEqual([409, 'illegal-transition'])
  })

  it('are not the applicant', async () => {
    const { lender, productId } = await aDesk()
    const id = await anApplication(lender.officer, productId)
    const { status, body } = await lender.officer.post(
      `/api/loan-applications/${id}/recommendation`,
      advice,
    )
    expect([status, body.slug]).toEqual([403, 'own-application'])
  })

  it('may not approve more than was asked, nor without reasons', async () => {
    const { lender, productId } = await aDesk()
    const id = await anApplication(await aPerson(), productId)
    const path = `/api/loan-applications/${id}`
    const more = await lender.officer.post(`${path}/recommendation`, {
      ...advice,
      amount: 7_000_000,
    })
    expect([more.status, more.body.errors[0].pointer]).toEqual([422, '/amount'])
    await lender.officer.post(`${path}/recommendation`, advice)
    expect((await lender.approver.post(`${path}/decision`, { outcome: 'rejected' })).status).toBe(
      400,
    )
    const no = { outcome: 'rejected', reasons: 'Penghasilan belum cukup untuk angsuran.' }
    expect((await lender.approver.post(`${path}/decision`, no)).body.status).toBe('rejected')
  })

  it('both deciding at once leave one decision', async () => {
    const { lender, productId } = await aDesk()
    const id = await anApplication(await aPerson(), productId)
    const path = `/api/loan-applications/${id}`
    await lender.officer.post(`${path}/recommendation`, advice)
    const second = await inviteAndJoin(lender.owner, lender.slug, 'approver')
    const no = { outcome: 'rejected', reasons: 'Penghasilan belum cukup untuk angsuran.' }
    const answers = await Promise.all([
      lender.approver.post(`${path}/decision`, approval),
      second.post(`${path}/decision`, no),
    ])
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409])
  })
})
