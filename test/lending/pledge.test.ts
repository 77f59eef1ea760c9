import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount, sum } from '#worker/kernel/money'
import {
  agreedShares,
  ask,
  refuseUnconfirmed,
  type Pledge,
} from '#worker/lending/applying/pledges/pledge'

const members = Array.from({ length: 12 }, (_, i) => ({
  personId: `p${i}`,
  name: `Anggota ${i}`,
  destination: `62812000000${String(i).padStart(2, '0')}`,
}))

const asking = (whole: number) => ({
  application: { id: 'a', applicantId: 'p0', amount: amount(whole) },
  members,
  backed: ['628999'],
  newId: (() => {
    let n = 0
    return () => `g${(n += 1)}`
  })(),
  at: 1,
})

const shares = fc.array(fc.integer({ min: 1, max: 50_000_000 }), { minLength: 2, maxLength: 12 })
const wanted = (parts: readonly number[]) => ({
  shares: parts.map((part, i) => ({ personId: `p${i}`, amount: amount(part) })),
  guarantors: [],
})
const pledgesOf = (parts: readonly number[]): Pledge[] =>
  ask(wanted(parts), asking(parts.reduce((total, part) => total + part, 0)))

describe('shares', () => {
  it('of any approved amount sum to it exactly, and none grows beyond what was agreed to', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0.01, max: 1, noNaN: true }), (parts, portion) => {
        const whole = parts.reduce((total, part) => total + part, 0)
        const approved = amount(Math.max(1, Math.floor(whole * portion)))
        const agreed = agreedShares(pledgesOf(parts), approved)
        expect(sum(agreed.map((one) => one.agreed!))).toBe(approved)
        for (const one of agreed) expect(one.agreed!).toBeLessThanOrEqual(one.amount!)
      }),
    )
  })

  it('are refused whenever they do not sum to the amount', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 1_000_000 }), (parts, off) => {
        const whole = parts.reduce((total, part) => total + part, 0)
        expect(() => ask(wanted(parts), asking(whole + off))).toThrow()
      }),
    )
  })

  it('are not accepted while one member has not said yes', () => {
    const pledges = pledgesOf([1, 2, 3])
    const yes = pledges.map((one) => ({ ...one, status: 'confirmed' as const }))
    expect(() => refuseUnconfirmed(yes)).not.toThrow()
    for (const status of ['asked', 'declined'] as const) {
      expect(() => refuseUnconfirmed([...yes.slice(1), { ...yes[0]!, status }])).toThrow(
        'Anggota 0',
      )
    }
  })
})
