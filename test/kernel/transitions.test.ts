import { describe, expect, it } from 'vitest'
import { numericCode, shortCode, secretToken, timeOrderedId, isId } from '#worker/kernel/id'
import { found, Refusal, refuseUnless } from '#worker/kernel/refusal'
import { finalStates, reachable, transition, type Transitions } from '#worker/kernel/transitions'

type Door = 'open' | 'shut' | 'walled'
const DOOR: Transitions<Door> = { open: ['shut'], shut: ['open', 'walled'], walled: [] }

describe('a table of states', () => {
  it('lets through what it lists and names the rest in a refusal', () => {
    expect(transition(DOOR, 'open', 'shut')).toBe('shut')
    expect(() => transition(DOOR, 'open', 'walled')).toThrow(Refusal)
    expect(() => transition(DOOR, 'walled', 'open')).toThrow(/illegal-transition/)
  })

  it('knows which states are final and which can be reached', () => {
    expect(finalStates(DOOR)).toEqual(['walled'])
    expect(reachable(DOOR, 'open')).toEqual(new Set(['open', 'shut', 'walled']))
  })
})

describe('a refusal', () => {
  it('carries its slug, its sentence and its facts', () => {
    const refusal = new Refusal('above-cap', 'The cap is 24 %.', { facts: { cap: 24 } })
    expect(refusal).toMatchObject({ type: 'above-cap', detail: 'The cap is 24 %.' })
    expect(refusal.more.facts).toEqual({ cap: 24 })
  })

  it('answers for what was not found and for what does not hold', () => {
    expect(found({ id: 1 }, 'loan')).toEqual({ id: 1 })
    expect(() => found(undefined, 'loan')).toThrow('not-found: No such loan.')
    expect(() => refuseUnless(false, 'nothing-due', 'Nothing.')).toThrow(/nothing-due/)
  })
})

describe('ids and codes', () => {
  const counting = (start: number) => {
    let next = start
    return (bytes: number) =>
      Uint8Array.from({ length: bytes }, () => (next = (next * 73 + 41) % 256))
  }

  it('sort by the time they were made', () => {
    const earlier = timeOrderedId(1_760_000_000_000, counting(7))
    const later = timeOrderedId(1_760_000_000_001, counting(3))
    expect(earlier < later).toBe(true)
    expect(isId(earlier) && isId(later)).toBe(true)
    expect(isId('not-an-id')).toBe(false)
  })

  it('give people letters and digits that nobody confuses', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      expect(shortCode(counting(seed))).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{8}$/)
      expect(numericCode(counting(seed))).toMatch(/^\d{6}$/)
    }
  })

  it('draw each digit as often as the others from even bytes', () => {
    const seen = new Map<string, number>()
    for (const digit of numericCode(
      (n) => Uint8Array.from({ length: n }, (_, i) => i % 256),
      250,
    )) {
      seen.set(digit, (seen.get(digit) ?? 0) + 1)
    }
    expect([...seen.values()]).toEqual(Array.from({ length: 10 }, () => 25))
  })

  it('write 256 bits as 43 URL-safe letters, different for different bytes', () => {
    const one = secretToken((n) => new Uint8Array(n).fill(0))
    const other = secretToken((n) => new Uint8Array(n).fill(255))
    expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(other).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(one).not.toBe(other)
  })
})
