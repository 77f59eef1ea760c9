/** Who is kin to whom, and how a lender decides. */
import { describe, expect, it } from 'vitest'
import { aDesk, APPROVAL, aRecommendedOne } from '#test/support/committee'
import { Client, clock, type Json } from '#test/support/client'
import { today } from '#test/support/orders'
import { aLender, aPerson, expected } from '#test/support/world'

describe('ties', () => {
  it('that somebody states of herself are read by nobody else', async () => {
    const { lender } = await aDesk()
    const tie = { phone: '0812-3333-4444', relation: 'household' }
    const { id } = expected(await lender.officer.post('/api/me/ties', tie), 201)
    expect(expected(await lender.officer.get('/api/me/ties'), 200).items).toHaveLength(1)
    const recorded = `/api/lenders/${lender.slug}/ties`
    expect(expected(await lender.owner.get(recorded), 200).items).toEqual([])
    expect((await lender.owner.delete(`/api/me/ties/${id}`)).status).toBe(404)
    expect((await lender.owner.delete(`${recorded}/${id}`)).status).toBe(404)
    const self = { ...tie, phone: lender.officer.phone }
    expect((await lender.officer.post('/api/me/ties', self)).status).toBe(422)
    expect((await lender.officer.post('/api/me/ties', { ...tie, phone: 'x' })).status).toBe(400)
    for (const answer of [
      await new Client().get('/api/me/ties'),
      await new Client().post('/api/me/ties', tie),
      await new Client().delete(`/api/me/ties/${id}`),
    ]) {
      expect(answer.status).toBe(401)
    }
    expect((await lender.officer.delete(`/api/me/ties/${id}`)).status).toBe(204)
    expect((await lender.officer.delete(`/api/me/ties/${id}`)).status).toBe(404)
  })

  it('are recorded by the owner, hold at her lender, and end', async () => {
    const desk = await aDesk()
    const { lender, operator } = desk
    const applicant = await aPerson()
    const path = await aRecommendedOne(desk, applicant)
    const recorded = `/api/lenders/${lender.slug}/ties`
    const tie = { personId: lender.approver.id, phone: applicant.phone, relation: 'family' }
    expect((await lender.officer.post(recorded, tie)).status).toBe(403)
    expect((await lender.officer.get(recorded)).status).toBe(403)
    expect((await lender.owner.post(recorded, { ...tie, personId: applicant.id })).status).toBe(404)
    expect((await lender.owner.post(recorded, { ...tie, relation: 'foe' })).status).toBe(400)
    expect((await lender.owner.get(`${recorded}?limit=x`)).status).toBe(400)
    const { id } = expected(await lender.owner.post(recorded, tie), 201)
    expect(expected(await lender.owner.get(recorded), 200).items).toHaveLength(1)
    const own = await lender.approver.post(`${path}/decision`, APPROVAL)
    expect(own.body.slug).toBe('own-application')
    const other = await aLender(operator, ['officer'])
    expect((await other.owner.delete(`${recorded}/${id}`)).status).toBe(404)
    clock.now += 1000
    expect((await lender.owner.delete(`${recorded}/${id}`)).status).toBe(204)
    expect((await lender.owner.delete(`${recorded}/${id}`)).status).toBe(404)
    clock.now += 1000
    expect((await lender.approver.post(`${path}/decision`, APPROVAL)).status).toBe(201)
  })
})

describe('how a lender decides', () => {
  it('is set by its owner, and read by who reviews', async () => {
    const { operator, lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/approval-rules`
    const rules = {
      votes: 3,
      votesAbove: 10_000_000,
      approverLimit: 5_000_000,
      borrowerLimit: null,
    }
    expect((await lender.approver.put(path, rules)).status).toBe(403)
    expect((await lender.owner.put(path, { ...rules, votes: 0 })).status).toBe(400)
    const { deciders, ...kept } = expected(await lender.owner.put(path, rules), 200)
    expect(kept).toEqual(rules)
    expect(deciders.map((one: Json) => one.id).sort()).toEqual(
      [lender.owner.id, lender.approver.id].sort(),
    )
    expect(expected(await lender.officer.get(path), 200)).toMatchObject(rules)
    expect((await lender.cashier.get(path)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.owner.get(path)).status).toBe(404)
    expect((await other.owner.put(path, rules)).status).toBe(404)
    expect((await lender.officer.get(`/api/lenders/none/approval-rules`)).status).toBe(404)
    const limits = `/api/lenders/${lender.slug}/approval-limits`
    const limit = { amount: 1 }
    expect((await lender.owner.put(`${limits}/${lender.officer.id}`, limit)).status).toBe(404)
    expect((await lender.owner.put(`${limits}/${lender.approver.id}`, {})).status).toBe(400)
    expect((await lender.approver.put(`${limits}/${lender.approver.id}`, limit)).status).toBe(403)
    expect(today()).toBe('2026-11-22')
  })
})
