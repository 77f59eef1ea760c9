import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { divide, lowered, sheetOf, type SoldLine } from '#worker/market/settling/maker-shares/share'

const anAmount = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => amount(n))

const aLine = fc.record({
  orderId: fc.constant('o'),
  code: fc.constant('C'),
  n: fc.constant(1),
  title: fc.constant('Tas'),
  quantity: fc.constant(1),
  base: anAmount(-5_000_000, 5_000_000),
  keptBps: fc.integer({ min: 0, max: 10_000 }),
  makers: fc.array(
    fc.record({
      makerId: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.constantFrom('Euis', 'Nining'),
      weight: fc.integer({ min: 1, max: 1000 }),
    }),
    { maxLength: 4 },
  ),
}) satisfies fc.Arbitrary<SoldLine>

describe('the shares of makers', () => {
  it('add up to the whole, to the rupiah, whatever the weights and the cut', () => {
    fc.assert(
      fc.property(fc.array(aLine, { maxLength: 12 }), (lines) => {
        const sheet = sheetOf(lines)
        const parts = sheet.makers.reduce((sum, one) => sum + one.amount, 0)
        expect(parts + sheet.kept + sheet.unassigned).toBe(sheet.base)
        expect(sheet.base).toBe(lines.reduce((sum, one) => sum + one.base, 0))
      }),
    )
  })

  it('of what was given back are the mirror of what was earned', () => {
    fc.assert(
      fc.property(aLine, (line) => {
        const back = divide({ ...line, base: amount(-line.base) })
        const earned = divide(line)
        expect(back.kept + earned.kept).toBe(0)
        earned.parts.forEach((part, i) => expect(part.amount + back.parts[i]!.amount).toBe(0))
      }),
    )
  })

  it('are of what is left after a refund, never of less than nothing', () => {
    fc.assert(
      fc.property(
        fc.array(anAmount(0, 900_000), { minLength: 1, maxLength: 6 }),
        anAmount(0, 3_000_000),
        (bases, back) => {
          const whole = bases.reduce((sum, one) => sum + one, 0)
          const left = lowered(bases, back)
          expect(left.reduce((sum, one) => sum + one, 0)).toBe(Math.max(0, whole - back))
          for (const one of left) expect(one).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
