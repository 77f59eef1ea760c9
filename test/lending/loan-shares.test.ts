/** Shares of a group's loan: whatever was agreed and paid, the parts of the members are the whole. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount, sum, type Amount } from '#worker/kernel/money'
import { askedOf, withPenalties } from '#worker/lending/group-lending/loan-shares/asking'
import { paymentOf } from '#worker/lending/group-lending/loan-shares/group-loan'
import { portions } from '#worker/lending/group-lending/loan-shares/portions'
import {
  decideShares,
  proposeShares,
  soundShares,
} from '#worker/lending/group-lending/loan-shares/share'
import { standingsOf } from '#worker/lending/group-lending/loan-shares/standing'
import { PARTS, totalOf } from '#worker/lending/servicing/loans/parts'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'
import { project } from '#worker/lending/servicing/loans/projection'
import { disbursed, numbered, repaid } from '#test/support/loan-events'
import { anyTerms, termsOf } from '#test/support/loan-terms'

const END = localDate('2099-12-31')

/** Two to twelve shares of a principal, each above zero. */
function anyShares(principal: number): fc.Arbitrary<Amount[]> {
  const most = Math.min(12, principal)
  return fc
    .array(fc.integer({ min: 1, max: 1_000 }), { minLength: Math.min(2, most), maxLength: most })
    .map((weights) => {
      const least = weights.map(() => 1)
      const rest = portions(amount(principal - least.length), weights.map(amount))
      return rest.map((each) => amount(each + 1))
    })
}

const anyLoan = fc
  .tuple(anyTerms(24), fc.constantFrom('keepPlan', 'reduceNumber', 'reduceInstalment'))
  .map(([terms, earlyPayment]) => ({ ...terms, earlyPayment }) as LoanTerms)
  .filter((terms) => terms.principal >= 2)
  .chain((terms) => fc.record({ terms: fc.constant(terms), shares: anyShares(terms.principal) }))

describe('a whole divided by weights', () => {
  it('sums to the whole, and no part is above its weight or below zero', () => {
    const given = fc
      .array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 60 })
      .filter((weights) => weights.some((one) => one > 0))
      .chain((weights) =>
        fc.tuple(
          fc.constant(weights.map(amount)),
          fc.integer({ min: 0, max: weights.reduce((a, b) => a + b, 0) }),
          fc.integer({ min: 0, max: 600 }),
        ),
      )
    fc.assert(
      fc.property(given, ([weights, total, turn]) => {
        const parts = portions(amount(total), weights, turn)
        expect(sum(parts)).toBe(total)
        parts.forEach((part, i) => {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(weights[i]!)
        })
      }),
    )
  })

  it('gives odd rupiah around, so that nobody always carries them', () => {
    const equal = [1, 1, 1].map(amount)
    expect([0, 1, 2].map((turn) => portions(amount(100), equal, turn))).toEqual([
      [34, 33, 33],
      [33, 34, 33],
      [33, 33, 34],
    ])
  })
})

describe('the parts of every instalment', () => {
  it('sum to the instalment, and over the loan each member is asked her share of the principal', () => {
    fc.assert(
      fc.property(anyLoan, ({ terms, shares }) => {
        const { instalments } = project(terms, numbered(disbursed(terms.disbursedOn)), END)
        const columns = askedOf(instalments, shares)
        columns.forEach((column, i) => {
          for (const part of PARTS.filter((one) => one !== 'penalties')) {
            expect(sum(column.map((one) => one.parts[part]))).toBe(instalments[i]!.asked[part])
          }
          expect(column.every((one) => PARTS.every((part) => one.parts[part] >= 0))).toBe(true)
        })
        shares.forEach((share, m) => {
          expect(sum(columns.map((column) => column[m]!.parts.principal))).toBe(share)
        })
      }),
    )
  })

  it('lay penalties on who was short, and on all by share where nobody was', () => {
    const asked = { principal: 300, interest: 0, fees: 0, penalties: 10 }
    const parts = { ...asked, penalties: amount(10) } as never
    const instalments = [{ n: 1, dueOn: localDate('2026-02-15'), asked: parts }]
    const shares = [100, 100, 100].map(amount)
    const penalties = (paid: number[]) =>
      withPenalties(askedOf(instalments, shares), instalments, {
        shares,
        credited: () => paid.map(amount),
      })[0]!.map((one) => one.parts.penalties)
    expect(penalties([100, 0, 100])).toEqual([0, 10, 0])
    expect(penalties([100, 100, 100])).toEqual([4, 3, 3])
  })
})

/** Payments at any time, divided among members by hand or by nobody. */
const anyPaidLoan = anyLoan.chain(({ terms, shares }) =>
  fc.record({
    terms: fc.constant(terms),
    shares: fc.constant(shares),
    paid: fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 900 }),
        part: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
        named: fc.boolean(),
        turn: fc.integer({ min: 0, max: 12 }),
      }),
      { maxLength: 8 },
    ),
  }),
)

describe('the ledger of the members', () => {
  it('credits every rupiah of every payment to somebody, and is left with what the loan is', () => {
    fc.assert(
      fc.property(anyPaidLoan, ({ terms, shares, paid }) => {
        const day = (n: number) =>
          localDate(new Date(Date.parse(terms.disbursedOn) + n * 864e5).toISOString().slice(0, 10))
        const whole = totalOf(
          project(terms, numbered(disbursed(terms.disbursedOn)), END).outstanding,
        )
        const events = numbered(
          disbursed(terms.disbursedOn),
          ...paid.map((one) => repaid(day(one.day), Math.max(1, Math.round(whole * one.part)))),
        )
        const projection = project(terms, events, END)
        const members = shares.map((each, i) => ({ id: `s${i}`, amount: each }))
        const payments = projection.allocations.map((one) => {
          const { named, turn } = paid[one.seq - 2]!
          const parts = portions(one.amount, shares, turn)
          const credits = members.map(({ id }, i) => ({
            of: id,
            by: 'herself' as const,
            amount: parts[i]!,
          }))
          const given = named ? credits.filter((c) => c.amount > 0) : []
          return paymentOf(one, projection.instalments, given)
        })
        const standings = standingsOf({
          shares: members,
          instalments: projection.instalments,
          payments,
          asOf: END,
        })
        const credited = sum(
          standings.map((one) =>
            amount(one.paid + one.coveredByMembers + one.coveredByReserve + one.byRule),
          ),
        )
        expect(credited).toBe(sum(payments.map((one) => one.amount)))
        const asked = sum(standings.map((one) => one.askedInAll))
        expect(asked - credited).toBe(totalOf(projection.outstanding) - projection.overpayment)
      }),
    )
  })

  it('tells who really paid from whether the group is on time', () => {
    const terms = termsOf({ principal: 3_000_000, percent: 12, instalments: 3 })
    const first = project(terms, numbered(disbursed('2026-01-15')), END).instalments[0]!
    const events = numbered(disbursed('2026-01-15'), repaid(first.dueOn, totalOf(first.asked)))
    const projection = project(terms, events, first.dueOn)
    expect(projection.arrears.amount).toBe(0)
    const members = ['siti', 'wayan', 'dewi'].map((id) => ({ id, amount: amount(1_000_000) }))
    const asked = askedOf([first], [1, 1, 1].map(amount))[0]!.map((one) => one.total)
    const credits = [
      { of: 'siti', by: 'herself' as const, amount: asked[0]! },
      { of: 'wayan', by: 'members' as const, amount: asked[1]! },
      { of: 'dewi', by: 'herself' as const, amount: asked[2]! },
    ]
    const [paid] = projection.allocations
    const standings = standingsOf({
      shares: members,
      instalments: projection.instalments,
      payments: [paymentOf(paid!, projection.instalments, credits)],
      asOf: first.dueOn,
    })
    expect(standings.map((one) => [one.paid > 0, one.short])).toEqual([
      [true, 0],
      [false, 0],
      [true, 0],
    ])
    expect(standings[1]!.coveredByMembers).toBe(asked[1])
  })
})

describe('shares', () => {
  const share = (name: string, of: number) => ({
    id: name,
    personId: null,
    name,
    phone: null,
    amount: amount(of),
  })

  it('sum to the principal, and name nobody twice', () => {
    const sound = [share('Siti', 60), share('Dewi', 40)]
    expect(soundShares(amount(100), sound)).toBe(sound)
    expect(() => soundShares(amount(101), sound)).toThrow('1 missing')
    expect(() => soundShares(amount(99), sound)).toThrow('1 too much')
    expect(() => soundShares(amount(120), [share('Siti', 60), share('siti ', 60)])).toThrow()
    expect(() => soundShares(amount(60), [share('Siti', 60)])).toThrow()
  })

  it('are changed by two people', () => {
    const asked = { id: 'c', loanId: 'l', reason: 'Pindah', by: 'officer', at: 1 }
    const change = proposeShares([share('Siti', 60), share('Dewi', 40)], asked)
    const decision = { outcome: 'approved' as const, at: 2 }
    expect(() => decideShares(change, { ...decision, by: 'officer' })).toThrow('Another person')
    const decided = decideShares(change, { ...decision, by: 'approver' })
    expect(decided).toMatchObject({ status: 'approved', decidedBy: 'approver' })
    expect(() => decideShares(decided, { ...decision, by: 'owner' })).toThrow('decided')
  })
})
