import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { project } from '#worker/lending/servicing/loans/projection'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import { disbursed, numbered, repaid } from '#test/support/loan-events'
import { termsOf } from '#test/support/loan-terms'

const START = '2026-01-15'
const terms = termsOf()
const on = (text: string) => localDate(text)

function at(day: string, ...events: Parameters<typeof numbered>) {
  return project(terms, numbered(...events), on(day))
}

describe('a loan', () => {
  it('owes nothing before it is disbursed', () => {
    const { status, outstanding, instalments } = at(START)
    expect({ status, owed: totalOf(outstanding), instalments }).toEqual({
      status: 'notDisbursed',
      owed: 0,
      instalments: [],
    })
  })

  it('once disbursed asks for what the schedule says', () => {
    const loan = at(START, disbursed(START))
    const rows = schedule(terms).rows
    expect(loan.instalments.map(({ left }) => left)).toEqual(rows.map(({ total }) => total))
    expect(loan.instalments.map(({ dueOn }) => dueOn)).toEqual(rows.map(({ dueOn }) => dueOn))
    expect(loan.status).toBe('active')
    expect(loan.nextDue).toEqual({ n: 1, dueOn: '2026-02-15', amount: 1_721_329 })
    expect(loan.entries[0]?.split).toMatchObject({ principal: 20_000_000, fees: 0 })
  })

  it('counts its due dates from the day it was really disbursed', () => {
    expect(at('2026-01-20', disbursed('2026-01-20')).nextDue?.dueOn).toBe('2026-02-20')
  })

  it('is closed when every instalment has been paid', () => {
    const payments = schedule(terms).rows.map(({ dueOn, total }) => repaid(dueOn, total))
    const loan = at('2027-02-01', disbursed(START), ...payments)
    expect(loan.status).toBe('closed')
    expect(
      loan.instalments.every(({ daysLate, paidOn, dueOn }) => daysLate === 0 && paidOn === dueOn),
    ).toBe(true)
  })

  it('is overpaid when more was paid than it owes, and closed once that is handed back', () => {
    const events = [disbursed(START), repaid('2026-02-01', 21_000_000)]
    const loan = at('2026-02-02', ...events)
    expect(loan).toMatchObject({ status: 'overpaid', overpayment: 344_059 })
    const refund = { kind: 'refunded', on: on('2026-02-02'), amount: amount(344_059) } as const
    expect(at('2026-02-02', ...events, refund)).toMatchObject({ status: 'closed', overpayment: 0 })
  })
})

describe('a payment', () => {
  it('covers the oldest instalment first, and in it interest before principal', () => {
    const loan = at('2026-04-01', disbursed(START), repaid('2026-03-20', 1_800_000))
    const [first, second] = loan.allocations[0]?.lines ?? []
    expect(first).toMatchObject({ n: 1, parts: { interest: 100_000, principal: 1_621_329 } })
    expect(second).toMatchObject({ n: 2, parts: { interest: 78_671, principal: 0 } })
  })

  it('covers fees and then penalties last, unless the agreement says otherwise', () => {
    const penalty = {
      kind: 'charged',
      on: on('2026-02-15'),
      amount: amount(5000),
      part: 'penalties',
    } as const
    const events = numbered(disbursed(START), penalty, repaid('2026-02-20', 1_721_329))
    const kind = project(terms, events, on('2026-02-20'))
    expect(kind.instalments[0]?.owed.penalties).toBe(5000)
    const allocation = ['penalties', 'fees', 'interest', 'principal'] as const
    const hard = project({ ...terms, allocation }, events, on('2026-02-20'))
    expect(hard.instalments[0]?.owed).toMatchObject({ penalties: 0, principal: 5000 })
  })

  it('is on time on the due date, and late from the next day on', () => {
    expect(at('2026-02-15', disbursed(START)).arrears).toMatchObject({ amount: 0, daysPastDue: 0 })
    expect(at('2026-02-16', disbursed(START)).arrears).toMatchObject({
      amount: 1_721_329,
      instalments: 1,
      since: '2026-02-15',
      daysPastDue: 1,
    })
    const late = at('2026-04-01', disbursed(START), repaid('2026-02-18', 1_721_329))
    expect(late.instalments[0]).toMatchObject({ paidOn: '2026-02-18', daysLate: 3 })
    expect(late.arrears).toMatchObject({ since: '2026-03-15', daysPastDue: 17 })
  })

  it('that leaves a penalty alone leaves nothing past due but the penalty', () => {
    const penalty = {
      kind: 'charged',
      on: on('2026-02-15'),
      amount: amount(5000),
      part: 'penalties',
    } as const
    const loan = at('2026-03-01', disbursed(START), penalty, repaid('2026-02-20', 1_721_329))
    expect(loan.arrears).toMatchObject({ amount: 5000, daysPastDue: 0, since: undefined })
  })

  it('that was waived is not owed', () => {
    const waiver = {
      kind: 'waived',
      on: on('2026-02-10'),
      amount: amount(150_000),
      part: 'interest',
    } as const
    const loan = at('2026-02-15', disbursed(START), waiver)
    expect(loan.instalments[0]?.owed.interest).toBe(0)
    expect(loan.instalments[1]?.owed.interest).toBe(91_893 - 50_000)
  })
})

describe('the past', () => {
  it('is what the value dates say, in whatever order it was written down', () => {
    const inOrder = [
      repaid('2026-02-15', 1_000_000),
      repaid('2026-03-15', 2_000_000),
      repaid('2026-04-15', 500_000),
    ]
    const written = [inOrder[2]!, inOrder[0]!, inOrder[1]!]
    const strip = ({ allocations, instalments }: ReturnType<typeof at>) => ({
      instalments,
      allocations: allocations.map(({ seq: _, ...rest }) => rest),
    })
    const straight = at('2026-05-01', disbursed(START), ...inOrder)
    expect(strip(at('2026-05-01', disbursed(START), ...written))).toEqual(strip(straight))
  })

  it('is undone by a reversal as if it had never been', () => {
    const events = numbered(disbursed(START), repaid('2026-02-15', 1_721_329), {
      kind: 'reversed',
      on: on('2026-02-20'),
      reverses: 2,
    })
    const before = project(terms, events.slice(0, 1), on('2026-03-01'))
    expect(project(terms, events, on('2026-03-01'))).toEqual(before)
  })

  it.each<[string, LoanEvent[]]>([
    [
      'an event twice',
      [
        ...numbered(disbursed(START), repaid('2026-02-15', 1)),
        { kind: 'reversed', seq: 3, on: on(START), reverses: 2 },
        { kind: 'reversed', seq: 4, on: on(START), reverses: 2 },
      ],
    ],
    ['what is not there', [{ kind: 'reversed', seq: 1, on: on(START), reverses: 7 }]],
  ])('refuses to reverse %s', (_, events) => {
    expect(() => project(terms, events, on('2026-03-01'))).toThrow(RangeError)
  })

  it('refuses an agreement in which a part of the debt is never paid', () => {
    const allocation = ['interest', 'principal', 'fees'] as const
    const events = numbered(disbursed(START))
    expect(() => project({ ...terms, allocation }, events, on(START))).toThrow(RangeError)
  })

  it('refuses two disbursements and payments of nothing', () => {
    expect(() => at('2026-03-01', disbursed(START), disbursed(START))).toThrow(RangeError)
    expect(() => at('2026-03-01', disbursed(START), repaid(START, 0))).toThrow(RangeError)
  })
})
