import fc from 'fast-check'
import { expect, test } from 'vitest'
import { every, roomFor, scale } from '#lib/chart.ts'

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [10, [0, 5, 10]],
  [983_333, [0, 250_000, 500_000, 750_000, 1_000_000]],
  [3_420_000, [0, 1_000_000, 2_000_000, 3_000_000, 4_000_000]],
])('a chart whose largest bar is %d is marked at %j', (largest, marks) => {
  expect(scale(largest)).toEqual(marks)
})

test('a scale holds every value, in two to six even marks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), (largest) => {
      const marks = scale(largest)
      const step = marks[1] ?? 0
      expect(marks.at(-1)).toBeGreaterThanOrEqual(largest)
      expect(marks.length).toBeLessThanOrEqual(6)
      expect(marks.every((mark, at) => mark === at * step)).toBe(true)
    }),
  )
})

test('labels that would collide are left out evenly', () => {
  expect(every(6, 6)).toBe(1)
  expect(every(12, 6)).toBe(2)
  expect(every(600, 18)).toBe(34)
})

test('long labels need more room than short ones, and one is always written', () => {
  expect(roomFor(['1', '12'], 220)).toBe(8)
  expect(roomFor(['Jan', 'Feb'], 220)).toBe(6)
  expect(roomFor(['Sep 2026', 'Okt 2026'], 220)).toBe(3)
  expect(roomFor(['22 Nov 2026'], 220)).toBe(2)
  expect(roomFor(['Kabupaten Tasikmalaya dan sekitarnya'], 220)).toBe(1)
  expect(roomFor([], 220)).toBe(18)
})
