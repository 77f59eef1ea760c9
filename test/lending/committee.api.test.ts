/** A committee: votes with their reasons, rounds, and what they come to. */
import { describe, expect, it } from 'vitest'
import {
  AGAINST,
  aDesk,
  anApprover,
  APPROVAL,
  aRecommendedOne,
  decideBy,
  FOR,
} from '#test/support/committee'
import { Client, type Answer, type Json } from '#test/support/client'
import { ADVICE } from '#test/support/desk'
import { aLender, expected } from '#test/support/world'

const said = ({ status, body }: Answer) => [status, body.slug]

describe('a committee', () => {
  const voting = async () => {
    const desk = await aDesk()
    await decideBy(desk, { votes: 2, votesAbove: 4_000_000 })
    const second = await anApprover(desk)
    return { desk, second, lender: desk.lender, path: await aRecommendedOne(desk) }
  }

  it('approves with the last vote it needs, with the reasons of all', async () => {
    const { lender, second, path } = await voting()
    const alone = await lender.approver.post(`${path}/decision`, APPROVAL)
    expect(said(alone)).toEqual([409, 'committee-decides'])
    const first = expected(await lender.approver.post(`${path}/votes`, FOR), 201)
    expect(first.status).toBe('recommended')
    const last = { outcome: 'approve', reason: 'Pesanannya sudah ada.' }
    const done = expected(await second.post(`${path}/votes`, last), 201)
    expect(done).toMatchObject({
      status: 'approved',
      decision: { amount: ADVICE.amount, reasons: `${FOR.reason}\n${last.reason}` },
    })
    expect(said(await lender.owner.post(`${path}/votes`, FOR))).toEqual([409, 'illegal-transition'])
  })

  it('rejects when as many are against, for all their causes', async () => {
    const { lender, second, path } = await voting()
    expected(await lender.approver.post(`${path}/votes`, AGAINST), 201)
    expected(await lender.owner.post(`${path}/votes`, FOR), 201)
    const no = { ...AGAINST, causes: ['debts'] }
    const { status, decision } = expected(await second.post(`${path}/votes`, no), 201)
    expect([status, decision.causes]).toEqual(['rejected', ['income', 'debts']])
  })

  it('hears nobody twice, nor who recommended, nor without a reason', async () => {
    const { desk, lender, path } = await voting()
    expected(await lender.approver.post(`${path}/votes`, FOR), 201)
    expect(said(await lender.approver.post(`${path}/votes`, AGAINST))).toEqual([
      409,
      'already-exists',
    ])
    const silent = { outcome: 'approve', reason: '' }
    expect((await lender.owner.post(`${path}/votes`, silent)).status).toBe(400)
    expect((await lender.officer.post(`${path}/votes`, FOR)).status).toBe(403)
    expect((await new Client().post(`${path}/votes`, FOR)).status).toBe(401)
    const { lender: owner } = desk
    const roles = { roles: ['officer', 'approver'] }
    const members = `/api/organizations/${lender.slug}/members/${lender.officer.id}/roles`
    expected(await owner.owner.put(members, roles), 200)
  })

  it('votes anew on a new recommendation, and keeps what was said before', async () => {
    const { lender, second, path } = await voting()
    expected(await lender.approver.post(`${path}/votes`, FOR), 201)
    expected(await lender.officer.post(`${path}/recommendation`, ADVICE), 201)
    const one = expected(await second.post(`${path}/votes`, FOR), 201)
    expect(one.status).toBe('recommended')
    const { approval } = expected(await lender.approver.get(`${path}/dossier`), 200)
    expect(approval.cast.map((cast: Json) => cast.counts)).toEqual([false, true])
    expect(approval.may).toMatchObject({ vote: null, decide: 'committee-decides' })
  })

  it('counts two votes cast at once as two, or tells the later to look again', async () => {
    const { lender, second, path } = await voting()
    const answers = await Promise.all(
      [lender.approver, second].map((one) => one.post(`${path}/votes`, FOR)),
    )
    const late = answers.filter((one) => one.status === 409)
    expect(late.every((one) => one.body.slug === 'outdated')).toBe(true)
    for (const person of [lender.approver, second]) await person.post(`${path}/votes`, FOR)
    const { application } = expected(await lender.owner.get(`${path}/dossier`), 200)
    expect(application.status).toBe('approved')
  })

  it('does not decide what is below its amount', async () => {
    const { lender, path } = await voting()
    const less = { ...APPROVAL, amount: 4_000_000 }
    expect((await lender.approver.post(`${path}/decision`, less)).status).toBe(201)
  })

  it('is no business of another lender', async () => {
    const { desk, path } = await voting()
    const other = await aLender(desk.operator, ['approver'])
    expect((await other.approver.post(`${path}/votes`, FOR)).status).toBe(404)
    expect((await other.approver.post(`${path}/decision`, APPROVAL)).status).toBe(404)
  })
})
