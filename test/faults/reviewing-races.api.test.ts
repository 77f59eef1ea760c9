/**
 * A decision is overtaken before each of its calls to the database: by a tie that is stated, by another
 * approval of the same borrower, by another vote. What it relied on is guarded in its own batch.
 */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { overtakenAnywhere } from '#test/faults/overtaken'
import {
  aDesk,
  anApprover,
  APPROVAL,
  aRecommendedOne,
  decideBy,
  FOR,
} from '#test/support/committee'
import { aPerson, expected } from '#test/support/world'

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

const one = async (sql: string, ...values: unknown[]) => {
  const { DB } = env as unknown as { DB: D1Database }
  return DB.prepare(sql)
    .bind(...values)
    .first<number>('n')
}

describe('a decision that is overtaken', () => {
  it('by a tie is not made by kin, however late the tie was stated', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const said = await overtakenAnywhere(async () => {
      const applicant = await aPerson()
      const path = await aRecommendedOne(desk, applicant)
      const tie = { phone: lender.approver.phone, relation: 'household' }
      return {
        slow: () => lender.approver.post(`${path}/decision`, APPROVAL),
        quick: async () => expected(await applicant.post('/api/me/ties', tie), 201),
      }
    })
    expect(said.length).toBeGreaterThan(1)
    expect(new Set(said)).toEqual(new Set(['403 own-application']))
  })

  it('by another approval keeps the limit of the borrower', async () => {
    const desk = await aDesk()
    const { lender } = desk
    await decideBy(desk, { borrowerLimit: 8_000_000 })
    const said = await overtakenAnywhere(async () => {
      const applicant = await aPerson()
      const first = await aRecommendedOne(desk, applicant)
      const second = await aRecommendedOne(desk, applicant)
      return {
        slow: () => lender.approver.post(`${first}/decision`, APPROVAL),
        quick: async () => expected(await lender.owner.post(`${second}/decision`, APPROVAL), 201),
      }
    })
    expect(said.length).toBeGreaterThan(1)
    expect(new Set(said)).toEqual(new Set(['422 outside-limits']))
    const most = `SELECT max(approved) AS n FROM (SELECT sum(approved_amount) AS approved
      FROM loan_applications WHERE status = 'approved' GROUP BY applicant_id)`
    expect(await one(most)).toBeLessThanOrEqual(8_000_000)
  })

  it('by another vote counts it first, or is told to look again', async () => {
    const desk = await aDesk()
    const { lender } = desk
    await decideBy(desk, { votes: 2 })
    const second = await anApprover(desk)
    const said = await overtakenAnywhere(async () => {
      const path = await aRecommendedOne(desk)
      return {
        slow: () => lender.approver.post(`${path}/votes`, FOR),
        quick: async () => expected(await second.post(`${path}/votes`, FOR), 201),
      }
    })
    for (const each of said) expect(['201', '409 outdated']).toContain(each)
    expect(said.at(-1)).toBe('409 outdated')
  })
})
