import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as window from '#worker/market/offering/windows/window'

const between = (opensAt: number | null, closesAt: number | null) => ({ opensAt, closesAt })

describe('a selling window', () => {
  it.each([
    ['always', between(null, null), [1, 1, 1, 1, 1]],
    ['from 3 on', between(3, null), [0, 0, 1, 1, 1]],
    ['until 3', between(null, 3), [1, 1, 0, 0, 0]],
    ['from 2 until 4', between(2, 4), [0, 1, 1, 0, 0]],
    ['resting from 2 until 4', between(4, 2), [1, 0, 0, 1, 1]],
  ])('%s', (_, given, open) => {
    expect([1, 2, 3, 4, 5].map((at) => Number(window.isOpenAt(given, at)))).toEqual(open)
  })

  const edge = fc.option(fc.integer({ min: 1, max: 20 }))
  const windows = fc.array(
    fc.tuple(edge, edge).map(([one, other]) => between(one, other)),
    { maxLength: 2 },
  )
  const at = fc.integer({ min: 0, max: 21 })

  it('opens again at the first instant at which all are open', () => {
    fc.assert(
      fc.property(windows, at, (given, now) => {
        const later = Array.from({ length: 40 }, (_, i) => now + i)
        const first = later.find((one) => window.allOpenAt(given, one)) ?? null
        const again = window.reopensAt(given, now)
        expect(again).toBe(window.allOpenAt(given, now) ? null : first)
      }),
    )
  })

  it('stays as it is until it turns', () => {
    fc.assert(
      fc.property(windows, at, (given, now) => {
        const turn = window.turnsAt(given, now) ?? 60
        for (let one = now; one < turn; one += 1) {
          expect(window.allOpenAt(given, one)).toBe(window.allOpenAt(given, now))
        }
      }),
    )
  })

  it('does not open and close in the same moment', () => {
    expect(window.faultOf(between(4, 4))?.pointer).toBe('/closesAt')
    expect(window.faultOf(between(4, 2))).toBeNull()
    expect(window.faultOf(window.ALWAYS)).toBeNull()
  })
})
