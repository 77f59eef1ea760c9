import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { after, cursorOf, limit, paged } from '#worker/http/paging'

describe('a place in a list', () => {
  const place = after([v.string(), v.number()])

  it('comes back as the key it was made from, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer(), (text, number) => {
        expect(v.parse(place, cursorOf([text, number]))).toEqual([text, number])
        expect(cursorOf([text, number])).toMatch(/^[\w-]+$/)
      }),
    )
  })

  it('is refused when it is not one of ours', () => {
    for (const foreign of ['', 'x', '%%%', cursorOf(['only text']), cursorOf([1, 'a']), 'null']) {
      expect(v.safeParse(place, foreign).success).toBe(false)
    }
  })

  it('may be left out: that is the first page', () => {
    expect(v.parse(place, undefined)).toBeUndefined()
  })
})

describe('a page', () => {
  it('holds 24 items unless asked otherwise, and 100 at most', () => {
    expect(v.parse(limit, undefined)).toBe(24)
    expect(v.parse(limit, '100')).toBe(100)
    for (const wrong of ['0', '101', '-1', '1.5', 'ten', '']) {
      expect(v.safeParse(limit, wrong).success).toBe(false)
    }
  })

  it('names a next page only where there is one', () => {
    expect(paged([1, 2, 3], 3, (n) => [n])).toEqual({ rows: [1, 2, 3], next: null })
    expect(paged([1, 2, 3, 4], 3, (n) => [n])).toEqual({ rows: [1, 2, 3], next: cursorOf([3]) })
    expect(paged([], 3, (n: number) => [n])).toEqual({ rows: [], next: null })
  })
})
