/** Who may decide about how much, and what so many votes come to. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import {
  isForCommittee,
  limitOf,
  ONE_DECIDES,
  refuseAlone,
  refuseDebt,
  refuseVote,
  tally,
  type Vote,
} from '#worker/lending/reviewing/approvals/approval'

const rules = { ...ONE_DECIDES, votes: 2, votesAbove: amount(5_000_000) }
const vote = (personId: string, outcome: Vote['outcome'] = 'approve') => ({ personId, outcome })

describe('a limit', () => {
  it('is one’s own before that of every approver, and an owner has none unless it is set', () => {
    const limited = { ...ONE_DECIDES, approverLimit: amount(10) }
    expect(limitOf(limited, { own: amount(7), isOwner: false })).toBe(7)
    expect(limitOf(limited, { own: null, isOwner: false })).toBe(10)
    expect(limitOf(limited, { own: null, isOwner: true })).toBeNull()
    expect(limitOf(limited, { own: amount(3), isOwner: true })).toBe(3)
  })

  it('reaches to its last rupiah and no further', () => {
    expect(() => refuseAlone(ONE_DECIDES, amount(10), amount(10))).not.toThrow()
    expect(() => refuseAlone(ONE_DECIDES, amount(11), amount(10))).toThrow('above-approval-limit')
    expect(() => refuseAlone(ONE_DECIDES, amount(11), null)).not.toThrow()
    expect(() => refuseAlone(ONE_DECIDES, amount(1), amount(0))).toThrow('above-approval-limit')
  })

  it('of what a borrower owes in all counts what is approved and not handed over', () => {
    const limited = { ...ONE_DECIDES, borrowerLimit: amount(10) }
    expect(() => refuseDebt(limited, 4, amount(6))).not.toThrow()
    expect(() => refuseDebt(limited, 4, amount(7))).toThrow('outside-limits')
    expect(() => refuseDebt(ONE_DECIDES, 4, amount(7))).not.toThrow()
  })
})

describe('a committee', () => {
  it('decides above its amount, and only where there is one', () => {
    expect(isForCommittee(rules, amount(5_000_000))).toBe(false)
    expect(isForCommittee(rules, amount(5_000_001))).toBe(true)
    expect(isForCommittee(ONE_DECIDES, amount(5_000_001))).toBe(false)
    expect(() => refuseAlone(rules, amount(5_000_001), null)).toThrow('committee-decides')
    expect(() => refuseVote(ONE_DECIDES, [], 'a')).toThrow('illegal-transition')
  })

  it('hears nobody twice', () => {
    expect(() => refuseVote(rules, [vote('a')], 'a')).toThrow('already-exists')
    expect(() => refuseVote(rules, [vote('a')], 'b')).not.toThrow()
  })

  it('decides as soon as one side has the votes, and not before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('approve' as const, 'reject' as const), { maxLength: 9 }),
        fc.integer({ min: 1, max: 5 }),
        (outcomes, needed) => {
          const cast = outcomes.map((outcome, i) => vote(`p${i}`, outcome))
          const { approve, reject, outcome } = tally(cast, needed)
          expect(approve + reject).toBe(cast.length)
          if (outcome === 'approved') expect(approve).toBeGreaterThanOrEqual(needed)
          else if (outcome === 'rejected') expect(reject).toBeGreaterThanOrEqual(needed)
          else expect(Math.max(approve, reject)).toBeLessThan(needed)
        },
      ),
    )
  })
})
