/** The sheet of a meeting: whoever is short, the money sums, and debts are what was laid down. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount, sum } from '#worker/kernel/money'
import { settleSheet, type Row, type Sheet } from '#worker/lending/group-lending/meetings/sheet'

const member = fc.record({
  asked: fc.integer({ min: 0, max: 400_000 }),
  more: fc.integer({ min: 0, max: 2_000_000 }),
  debts: fc.array(fc.record({ left: fc.integer({ min: 1, max: 90_000 }), reserve: fc.boolean() }), {
    maxLength: 3,
  }),
  attended: fc.boolean(),
  covers: fc.boolean(),
  part: fc.double({ min: 0, max: 1.2, noNaN: true }),
  saved: fc.integer({ min: 0, max: 20_000 }),
  back: fc.double({ min: 0, max: 1, noNaN: true }),
})

const anySheet = fc
  .record({
    members: fc.array(member, { minLength: 2, maxLength: 20 }),
    reserve: fc.integer({ min: 0, max: 500_000 }),
    ahead: fc.integer({ min: 0, max: 300_000 }),
    useReserve: fc.boolean(),
  })
  .map(({ members, reserve, ahead, useReserve }) => {
    const expected = members.map((one, i) => ({
      shareId: `s${i}`,
      name: `s${i}`,
      asked: amount(one.asked),
      left: amount(one.asked + one.more),
      debts: one.debts.map((debt, d) => ({
        coverId: `c${i}-${d}`,
        owedTo: debt.reserve ? null : `s${(i + 1) % members.length}`,
        left: amount(debt.left),
      })),
    }))
    const rows = members.map((one, i): Row => {
      const debts = sum(expected[i]!.debts.map((debt) => debt.left))
      return {
        shareId: `s${i}`,
        attended: one.attended,
        paid: amount(Math.min(Math.round(one.asked * one.part), one.asked + one.more)),
        covers: one.covers,
        saved: amount(one.saved),
        paidBack: amount(Math.round(debts * one.back)),
      }
    })
    const asked = sum(expected.map((one) => one.asked))
    const due = amount(Math.max(0, asked - ahead))
    const sheet: Sheet = { expected, due, reserve: amount(reserve) }
    return { sheet, rows, useReserve }
  })

const total = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)

describe('a sheet', () => {
  it('sums: cash in, reserve out, and what each was credited', () => {
    fc.assert(
      fc.property(anySheet, ({ sheet, rows, useReserve }) => {
        const settled = settleSheet(sheet, rows, useReserve)
        const { lines, covers, paidBack } = settled
        expect(total(lines.map((line) => line.cash))).toBe(settled.cash)
        const credited = lines.map((one) => one.paid + one.coveredByReserve + one.coveredByMembers)
        expect(total(credited)).toBe(settled.toLoan + settled.fromReserve)
        expect(total(covers.map((one) => one.amount))).toBe(
          total(lines.map((one) => one.coveredByReserve + one.coveredByMembers)),
        )
        const given = covers.filter((one) => one.owedTo !== null)
        expect(total(given.map((one) => one.amount))).toBe(total(lines.map((one) => one.gave)))
        expect(total(paidBack.map((one) => one.amount))).toBe(
          total(rows.map((row) => row.paidBack)),
        )
      }),
    )
  })

  it('takes from the reserve first, never more than it holds or the group owes', () => {
    fc.assert(
      fc.property(anySheet, ({ sheet, rows }) => {
        const { fromReserve, lines, toLoan } = settleSheet(sheet, rows, true)
        expect(fromReserve).toBeLessThanOrEqual(sheet.reserve)
        const paid = total(rows.map((row) => row.paid))
        const covered = fromReserve + toLoan - paid
        expect(covered).toBeLessThanOrEqual(Math.max(0, sheet.due - paid))
        const byMembers = total(lines.map((line) => line.gave))
        if (byMembers > 0) expect(fromReserve).toBe(Math.min(sheet.reserve, covered))
      }),
    )
  })

  it('lets members who are not short lay down equal parts, and nobody else any', () => {
    fc.assert(
      fc.property(anySheet, ({ sheet, rows, useReserve }) => {
        const { lines } = settleSheet(sheet, rows, useReserve)
        const giving = lines.filter((line) => line.covers && line.paid >= line.asked)
        const gave = giving.map((line) => line.gave)
        expect(Math.max(0, ...gave) - Math.min(...gave, Math.max(0, ...gave))).toBeLessThanOrEqual(
          1,
        )
        const others = lines.filter((line) => !giving.includes(line))
        expect(total(others.map((line) => line.gave))).toBe(0)
        for (const line of lines) {
          const helped = line.coveredByMembers + line.coveredByReserve
          expect(helped).toBeLessThanOrEqual(Math.max(0, line.asked - line.paid))
        }
      }),
    )
  })

  it('covers nobody while the group is on time without it', () => {
    const expected = ['siti', 'wayan'].map((name) => ({
      shareId: name,
      name,
      asked: amount(100),
      left: amount(500),
      debts: [],
    }))
    const row = (shareId: string, paid: number): Row => ({
      shareId,
      attended: true,
      paid: amount(paid),
      covers: true,
      saved: amount(0),
      paidBack: amount(0),
    })
    const sheet = { expected, due: amount(100), reserve: amount(50) }
    const { covers, lines } = settleSheet(sheet, [row('siti', 100), row('wayan', 0)], true)
    expect(covers).toEqual([])
    expect(lines[1]!.short).toBe(100)
  })

  it('pays the oldest debt back first, and what goes back to the reserve is cash for the lender', () => {
    const debts = [
      { coverId: 'old', owedTo: 'siti', left: amount(30) },
      { coverId: 'reserve', owedTo: null, left: amount(50) },
    ]
    const one = (shareId: string, owes: typeof debts) => ({
      shareId,
      name: shareId,
      asked: amount(0),
      left: amount(100),
      debts: owes,
    })
    const row = { attended: true, paid: amount(0), covers: false, saved: amount(0) }
    const settled = settleSheet(
      { expected: [one('siti', []), one('wayan', debts)], due: amount(0), reserve: amount(0) },
      [{ ...row, shareId: 'wayan', paidBack: amount(40) }],
      true,
    )
    expect(settled.paidBack).toEqual([
      { coverId: 'old', owedTo: 'siti', amount: 30 },
      { coverId: 'reserve', owedTo: null, amount: 10 },
    ])
    expect([settled.cash, settled.toReserve]).toEqual([10, 10])
  })
})
