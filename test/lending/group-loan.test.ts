/** A group's loan as its meetings look at it. */
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { askedUntilOf, paymentOf } from '#worker/lending/group-lending/loan-shares/group-loan'
import { portions } from '#worker/lending/group-lending/loan-shares/portions'
import { standingsOf } from '#worker/lending/group-lending/loan-shares/standing'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { project } from '#worker/lending/servicing/loans/projection'
import { disbursed, numbered, repaid } from '#test/support/loan-events'
import { termsOf } from '#test/support/loan-terms'

const END = localDate('2099-12-31')

describe('a group that pays its instalment before its day', () => {
  const terms = termsOf({
    principal: 3_000_000,
    percent: 12,
    instalments: 3,
    earlyPayment: 'reduceNumber',
  })
  const members = ['siti', 'wayan', 'dewi'].map((id) => ({ id, amount: amount(1_000_000) }))
  const loan = project(terms, numbered(disbursed('2026-01-15')), END)
  const whole = totalOf(loan.instalments[0]!.asked)

  it('asks it at the meeting of that week', () => {
    const { instalments } = loan
    expect(askedUntilOf(instalments, localDate('2026-02-12'), terms)).toBe('2026-02-15')
    expect(askedUntilOf(instalments, localDate('2026-02-02'), terms)).toBe('2026-02-02')
  })

  it('lays what was paid beyond it on the member who brought it, and on nobody else', () => {
    const events = numbered(disbursed('2026-01-15'), repaid('2026-02-14', whole + 500_000))
    const projection = project(terms, events, localDate('2026-02-15'))
    const parts = portions(
      whole,
      members.map((one) => one.amount),
    )
    const more = [0, 500_000, 0]
    const credits = members.map(({ id }, i) => ({
      of: id,
      by: 'herself' as const,
      amount: amount(parts[i]! + more[i]!),
    }))
    const { allocations, instalments } = projection
    const payments = allocations.map((one) => paymentOf(one, instalments, credits))
    const standings = standingsOf({ shares: members, instalments, payments, asOf: END })
    const left = standings.map((one) => one.left)
    expect(left[0]! - left[1]!).toBeGreaterThan(500_000)
    expect(Math.abs(left[0]! - left[2]!)).toBeLessThan(5)
  })
})
