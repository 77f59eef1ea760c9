/** What issue trackers of other loan systems were opened for, numbered as in the list we keep of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffQuote } from '#worker/lending/servicing/loans/payoff-quote'
import { project } from '#worker/lending/servicing/loans/projection'
import { rate } from '#worker/lending/offering/schedules/rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { anyHistory, anyRules, disbursed, numbered, repaid } from '#test/support/loan-events'
import { accruedTo, after, born } from '#test/support/loan-life'
import { termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const terms = termsOf()
const LEVEL = 1_721_329
const on = (text: string) => localDate(text)
const rule = {
  graceDays: 3,
  rate: rate(100_000),
  base: 'principal',
  cap: rate(10_000_000),
} as const

describe('pain 2, the last instalment after changes', () => {
  it('it takes what is left of principal after any of them', () => {
    fc.assert(
      fc.property(anyHistory(), ({ terms: any, events, asOf }) => {
        const { instalments, outstanding, status } = project(any, events, asOf)
        fc.pre(status === 'active')
        const owed = instalments.reduce((total, each) => total + each.owed.principal, 0)
        expect(owed).toBe(outstanding.principal)
      }),
    )
  })

  it('interest accrued day by day over the whole term is that of the schedule', () => {
    const { rows, totals } = schedule(terms)
    const life = rows.reduce(
      (before, { dueOn, total }) => {
        const days = [12, 7, 1].map((back) => addDays(dueOn, -back))
        const accrued = days.reduce((each, day) => accruedTo(each, day), before)
        return after(accrued, { kind: 'repaid', on: dueOn, amount: total })
      },
      born(terms, 'accrual'),
    )
    expect(life.loan).toMatchObject({ status: 'closed', accrued: totals.interest })
    expect(life.book.get('interest-receivable')).toBe(0)
  })
})

describe('pain 3, paid off and still open', () => {
  it('who pays what the quote says is done with it', () => {
    fc.assert(
      fc.property(anyHistory(), ({ terms: any, events, asOf }) => {
        const quote = payoffQuote(any, events, asOf)
        fc.pre(quote !== undefined && quote.total > 0)
        const { status } = project(any, events, asOf)
        fc.pre(status === 'active')
        const seq = events.length + 1
        const payment = {
          kind: 'repaid' as const,
          seq,
          on: asOf,
          amount: quote.total,
          settles: true,
        }
        const loan = project(any, [...events.filter((each) => each.on <= asOf), payment], asOf)
        expect(totalOf(loan.outstanding)).toBe(0)
      }),
      { numRuns: 200 },
    )
  })
})

describe('pain 4, a back-dated payment', () => {
  it('leaves the books as if it had been known at once, however often interest was accrued', () => {
    const payment = { kind: 'repaid', on: on('2026-02-15'), amount: amount(LEVEL) } as const
    const days = ['2026-02-20', '2026-03-01', '2026-03-20'].map(on)
    const known = days.reduce(
      (life, day) => accruedTo(life, day),
      after(born(terms, 'accrual'), payment),
    )
    const late = days.reduce((life, day) => accruedTo(life, day), born(terms, 'accrual'))
    const corrected = after(late, payment)
    expect(corrected.loan.accruedOn).toBe('2026-03-20')
    expect(Object.fromEntries(corrected.book)).toEqual(Object.fromEntries(known.book))
  })
})

describe('pain 5, a reversal of a loan that is paid', () => {
  it('opens it again, whichever payment it was', () => {
    const paid = schedule(terms).rows.map(({ dueOn, total }) => repaid(dueOn, total))
    const events = numbered(disbursed(START), ...paid)
    expect(project(terms, events, on('2027-01-15')).status).toBe('closed')
    for (const { seq } of events.slice(1)) {
      const undo = { kind: 'reversed', seq: 99, on: on('2027-01-15'), reverses: seq } as const
      expect(project(terms, [...events, undo], on('2027-01-15')).status).toBe('active')
    }
  })
})

describe('pain 6, a payoff on the day of the disbursement', () => {
  it('asks for the principal and never for less than no interest', () => {
    fc.assert(
      fc.property(anyRules(24), (any) => {
        const quote = payoffQuote(any, numbered(disbursed(any.disbursedOn)), any.disbursedOn)
        expect(quote?.parts).toMatchObject({ interest: 0, fees: 0, penalties: 0 })
        expect(quote?.total).toBe(any.firstTranche ?? any.principal)
      }),
    )
  })
})

describe('pain 7, a loan planned anew while penalties are overdue', () => {
  const late = termsOf({ penalty: rule })
  const anew = { kind: 'rescheduled', on: on('2026-03-01'), terms: { instalments: 18 } } as const
  const loan = project(late, numbered(disbursed(START), anew), on('2026-03-01'))

  it('can be, and its capital stays what it was', () => {
    expect(loan.outstanding.principal).toBe(20_000_000)
  })

  it('carries the penalty with its first instalment and makes no principal of it', () => {
    expect(loan.outstanding.penalties).toBe(17_835)
    expect(loan.instalments.find(({ left }) => left > 0)?.owed.penalties).toBe(17_835)
  })

  it('changes no instalment but as it was asked to', () => {
    const [, ...rest] = loan.instalments.filter(({ left }) => left > 0)
    const totals = new Set(rest.slice(0, -1).map(({ left }) => left))
    expect(totals.size).toBe(1)
    expect(rest.map(({ dueOn }) => dueOn.slice(8))).toEqual(rest.map(() => '15'))
  })
})

describe('pain 9, penalties', () => {
  const late = termsOf({ penalty: rule })
  const penalized = (day: string, ...events: Parameters<typeof numbered>) =>
    project(late, numbered(disbursed(START), ...events), on(day)).instalments[0]?.penalized

  it('are never there twice, however often the loan is looked at or written to', () => {
    const looks = ['2026-02-20', '2026-02-21', '2026-02-25'].map(
      (day) => ({ kind: 'charged', on: on(day), part: 'fees', amount: amount(1) }) as const,
    )
    expect(penalized('2026-02-28', ...looks)).toBe(penalized('2026-02-28'))
  })

  it('begin on the day after the grace, not before, and as each lender says', () => {
    expect([penalized('2026-02-18'), penalized('2026-02-19')]).toEqual([0, 1621])
    const none = project(terms, numbered(disbursed(START)), on('2027-02-19'))
    expect(none.outstanding.penalties).toBe(0)
  })
})

describe('pain 15, a payoff without explanation', () => {
  it('every amount has its line, their sum is the total, and interest shows its arithmetic', () => {
    const half = termsOf({ percent: 12, penalty: rule })
    const quote = payoffQuote(half, numbered(disbursed(START)), on('2026-02-25'), 'id')
    expect(quote?.lines.reduce((total, line) => total + line.amount, 0)).toBe(quote?.total)
    expect(quote?.lines.map(({ of, part }) => `${of} ${part}`)).toEqual([
      'due interest',
      'due principal',
      'due penalties',
      'principalToCome principal',
      'running interest',
    ])
    expect(quote?.lines.at(-1)?.arithmetic).toBe('184.230 × 10 / 28 = 65.796')
  })
})

describe('pain 19, early payment', () => {
  it('of any sum on any day under any rule is placed to the rupiah and shortens nothing but the debt', () => {
    const cases = fc.tuple(
      anyRules(12),
      fc.array(fc.tuple(fc.nat({ max: 400 }), fc.integer({ min: 1, max: 2_000_000 })), {
        maxLength: 8,
      }),
    )
    fc.assert(
      fc.property(cases, ([any, payments]) => {
        const paid = payments.map(([day, money]) => repaid(addDays(any.disbursedOn, day), money))
        const events = numbered(disbursed(any.disbursedOn), ...paid)
        const loan = project(any, events, addDays(any.disbursedOn, 400))
        const came = payments.reduce((total, [, money]) => total + money, 0)
        const placed = loan.allocations.reduce(
          (total, { lines }) => total + lines.reduce((sum, { parts }) => sum + totalOf(parts), 0),
          0,
        )
        expect(placed + loan.overpayment).toBe(came)
        const principal = loan.allocations.flatMap(({ lines }) => lines)
        const returned = principal.reduce((total, { parts }) => total + parts.principal, 0)
        expect(loan.outstanding.principal).toBe(loan.drawn - returned)
        expect(loan.instalments.every(({ left }) => left >= 0)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
