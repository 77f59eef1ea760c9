import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { carryOut, settled } from '#worker/lending/changing/loan-changes/measure'
import { fitted, refuseTooDear } from '#worker/lending/changing/loan-changes/new-plan'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { project } from '#worker/lending/servicing/loans/projection'
import { summaryOf } from '#worker/lending/servicing/loans/summary'
import type { RateCap } from '#worker/lending/offering/rate-caps/programmes'
import { rate } from '#worker/lending/offering/schedules/rate'
import { disbursed, numbered } from '#test/support/loan-events'
import { termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const today = localDate('2026-03-10')

/** A loan of 5,000,000 over ten months that nothing was paid on. */
function aLoan(changes: Parameters<typeof termsOf>[0] = {}) {
  const terms = termsOf({
    ...{ principal: 5_000_000, instalments: 10, percent: 12 },
    ...changes,
  })
  const events = numbered(disbursed(START))
  const summary = summaryOf(project(terms, events, today))
  const loan = { id: 'l', lenderId: 'k', terms, basis: 'cash', version: 1, ...summary }
  const kept = { ...loan, disbursedOn: localDate(START), accruedOn: null } as unknown as Loan
  return { loan: kept, events, today }
}

const CAP: RateCap = {
  ...{ programme: '', since: localDate('2026-01-01'), nominal: null },
  ...{ effective: rate(24_000_000), source: 'Contoh' },
}

/** What each instalment to come asks, without what was overdue. */
function planned(given: ReturnType<typeof aLoan>, instalment: number) {
  const measure = { kind: 'reschedule', terms: { instalment: amount(instalment) } } as const
  const { after } = carryOut(given, settled(given, measure), [CAP])
  return after.instalments.filter(({ left }) => left > 0).map(({ left }) => left)
}

describe('a smaller instalment', () => {
  it('says how many there must be: as few as keep each within what she can carry', () => {
    const lefts = planned(aLoan(), 300_000)
    expect(lefts).toHaveLength(19)
    expect(Math.max(...lefts.slice(1))).toBeLessThanOrEqual(300_000)
    expect(fitted(aLoan(), { instalment: amount(300_000) })).toMatchObject({ instalments: 19 })
  })

  it('never asks more than she can carry, with the fewest instalments, whatever the loan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 150_000, max: 2_000_000 }),
        fc.constantFrom('flat' as const, 'declining' as const),
        fc.constantFrom('equalInstalment' as const, 'equalPrincipal' as const),
        (wish, interestMethod, amortization) => {
          const given = aLoan({ interestMethod, amortization })
          const lefts = planned(given, wish)
          expect(Math.max(...lefts.slice(1), 0)).toBeLessThanOrEqual(wish)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('refuses one that would never repay the loan, and says the least that does', () => {
    const tried = () => fitted(aLoan(), { instalment: amount(40_000) })
    expect(tried).toThrow(/At least Rp/)
    const both = () => fitted(aLoan(), { instalment: amount(300_000), instalments: 20 })
    expect(both).toThrow('not both')
  })
})

describe('the price of a new plan', () => {
  it.each([
    ['declining at 21 %', { percent: 21 }, 30, false],
    ['declining at 22 %', { percent: 22 }, 30, true],
    ['flat at 12 %', { interestMethod: 'flat' as const }, 60, false],
    ['flat at 14 %', { interestMethod: 'flat' as const, percent: 14 }, 24, true],
  ])(
    '%s over its new term is held against the effective ceiling',
    (_, terms, instalments, isTooDear) => {
      const given = aLoan(terms)
      const tried = () => refuseTooDear(given, { instalments }, [CAP])
      if (isTooDear) expect(tried).toThrow(/at most 24%/i)
      else expect(tried).not.toThrow()
    },
  )

  it('is held against the nominal ceiling too, beside the rate of the form', () => {
    const nominal = { ...CAP, effective: null, nominal: rate(6_000_000) }
    const more = { errors: [expect.objectContaining({ pointer: '/measure/terms/annualRate' })] }
    expect(() => refuseTooDear(aLoan(), { instalments: 20 }, [nominal])).toThrow(
      expect.objectContaining({ type: 'above-cap', more }),
    )
    expect(() => refuseTooDear(aLoan(), { annualRate: rate(6_000_000) }, [nominal])).not.toThrow()
  })

  it('is not moved by rounding to whole rupiah where little is left', () => {
    const atTheCap = { ...CAP, effective: rate(12_690_000) }
    const small = aLoan({ principal: 7_301 })
    expect(() => refuseTooDear(small, { instalments: 3 }, [atTheCap])).not.toThrow()
  })
})
