import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { balanced } from '#worker/lending/bookkeeping/book-proposals/lines'
import {
  decide,
  proposeEntry,
  type Proposal,
} from '#worker/lending/bookkeeping/book-proposals/proposal'
import {
  accruedNext,
  closable,
  close,
  lastDayOf,
  monthAfter,
} from '#worker/lending/bookkeeping/periods/period'
import { provide } from '#worker/lending/bookkeeping/provisions/provision'

const today = localDate('2026-11-23')
const [nothing, some] = [amount(0), amount(5000)]

describe('lines written by hand', () => {
  const cash = { code: 'cash', debit: nothing, credit: some } as const
  const rent = {
    code: 'operating-expenses',
    category: 'rent',
    debit: some,
    credit: nothing,
  } as const

  it('become an entry when debits equal credits', () => {
    expect(balanced([rent, cash]).map((one) => one.holder)).toEqual(['rent', ''])
  })

  it.each([
    ['that differ by a rupiah', [rent, { ...cash, credit: amount(5001) }], 'unbalanced'],
    ['with both sides filled', [{ ...rent, credit: some }, cash], 'outside-limits'],
    ['with no side filled', [{ ...rent, debit: nothing }, cash], 'outside-limits'],
    [
      'of one account on both sides',
      [{ ...cash, debit: some, credit: nothing }, cash],
      'outside-limits',
    ],
    [
      'of an expense without its purpose',
      [{ ...rent, category: undefined }, cash],
      'outside-limits',
    ],
  ])('are refused %s', (_, lines, type) => {
    expect(() => balanced(lines)).toThrow(expect.objectContaining({ type }))
  })
})

describe('a proposal', () => {
  const made = { id: 'p', lenderId: 'l', by: 'bendahara', at: 1, on: today }
  const proposal: Proposal = proposeEntry(made, { description: 'Sewa', lines: [] })

  it('is decided by another, once', () => {
    const told = { by: 'ketua', at: 2, reasons: null }
    const approved = decide(proposal, 'approved', told)
    expect(approved).toMatchObject({ status: 'approved', decidedBy: 'ketua', version: 2 })
    expect(() => decide(approved, 'refused', told)).toThrow(/illegal-transition/)
  })

  it('is not decided by whoever made it, who may take it back', () => {
    const told = { by: 'bendahara', at: 2, reasons: null }
    expect(() => decide(proposal, 'approved', told)).toThrow(/same-person/)
    expect(decide(proposal, 'withdrawn', told).status).toBe('withdrawn')
  })
})

const OPEN = { closedThrough: null, closing: null }

describe('the closing of months', () => {
  it('covers months that have ended, up to the end of their year', () => {
    expect(closable({ ...OPEN, begins: '2026-09' }, today)).toEqual(['2026-09', '2026-10'])
    expect(closable({ ...OPEN, begins: '2025-11' }, today)).toEqual(['2025-11', '2025-12'])
    expect(closable({ ...OPEN, closedThrough: '2026-10', begins: '2025-11' }, today)).toEqual([])
    expect(closable({ ...OPEN, begins: null }, today)).toEqual([])
  })

  it('closes those before too, and none twice, none running, none past an open year', () => {
    const kept = { ...OPEN, closedThrough: '2025-10', begins: '2025-01' }
    expect(close(kept, '2025-12', today)).toEqual(['2025-11', '2025-12'])
    expect(() => close(kept, '2025-10', today)).toThrow(/period-closed/)
    expect(() => close(kept, '2026-01', today)).toThrow(/illegal-transition/)
    expect(() => close({ ...kept, closedThrough: '2026-10' }, '2026-11', today)).toThrow(
      /illegal-transition/,
    )
  })

  it('waits for the interest of one month at a time, and lets no other be closed meanwhile', () => {
    const kept = { ...OPEN, begins: '2026-08', closing: '2026-10' }
    const months = close(kept, '2026-10', today)
    expect(() => close(kept, '2026-09', today)).toThrow(/illegal-transition/)
    const next = ['2026-05-20', '2026-08-30', '2026-08-31', '2026-10-01']
    expect(next.map((day) => accruedNext(months, localDate(day)))).toEqual([
      ...['2026-08-31', '2026-08-31', '2026-09-30', '2026-10-31'],
    ])
  })

  it('ends on the last day of every month, leap years too', () => {
    expect(['2026-02', '2028-02', '2026-04', '2026-12'].map(lastDayOf)).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-04-30',
      '2026-12-31',
    ])
    expect(monthAfter('2026-12')).toBe('2027-01')
  })
})

describe('a provision', () => {
  it('brings the allowance to the sum of the shares, from wherever it stands', () => {
    const classes = fc.array(
      fc.record({
        class: fc.string(),
        balance: fc.nat(1e9).map((n) => amount(n)),
        bps: fc.integer({ min: 0, max: 10_000 }),
      }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(classes, fc.integer({ min: -1e9, max: 1e9 }), (given, standing) => {
        const { target, allowance, change, classes: provided } = provide(given, standing)
        expect(allowance + change).toBe(target)
        expect(provided.every((one) => one.provision <= one.balance)).toBe(true)
      }),
    )
  })

  it('takes the shares that BPR set aside: 0.5, 3, 10, 50 and 100 %', () => {
    const balances = [100_000_000, 10_000_000, 5_000_000, 2_000_000, 1_000_000]
    const rates = [50, 300, 1000, 5000, 10_000]
    const given = balances.map((balance, i) => ({
      class: String(i + 1),
      balance: amount(balance),
      bps: rates[i]!,
    }))
    expect(provide(given, 0).classes.map((one) => one.provision)).toEqual([
      500_000, 300_000, 500_000, 1_000_000, 1_000_000,
    ])
  })
})
