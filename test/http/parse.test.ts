import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { date, money, text } from '#worker/http/fields'
import { parsed } from '#worker/http/parse'
import { problemOf } from '#worker/http/problem'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'

const Schema = v.strictObject({ name: text(5), price: money(), 'a/b~c': v.optional(date()) })

function refusalOf(value: unknown, language: 'id' | 'en'): Refusal {
  try {
    parsed(Schema, value, language)
  } catch (reason) {
    if (reason instanceof Refusal) return reason
    throw reason
  }
  throw new Error('it was taken')
}

describe('a request', () => {
  it('becomes domain values, without white space around text', () => {
    expect(parsed(Schema, { name: ' Anya ', price: 5 })).toEqual({ name: 'Anya', price: 5 })
  })

  it('is refused with a pointer to each fault, escaped as RFC 6901 says', () => {
    const { more } = refusalOf({ name: '', price: 0.5, 'a/b~c': '2026-02-30' }, 'en')
    expect(more.errors?.map((one) => one.pointer)).toEqual(['/name', '/price', '/a~1b~0c'])
  })

  it('is told its faults in the language of its reader', () => {
    const [id, en] = (['id', 'en'] as const).map((language) =>
      refusalOf({ name: '', price: 1 }, language).more.errors?.map((one) => one.detail),
    )
    expect(id).toEqual(['Bagian ini perlu diisi.'])
    expect(en).toEqual(['This is needed.'])
  })

  it('is refused for control characters, marks that turn text around, and lone surrogates', () => {
    for (const name of ['a\u0000', 'a\u202eb', 'a\ud800', 'abcdef']) {
      expect(() => parsed(Schema, { name, price: 1 })).toThrow(Refusal)
    }
  })

  it('may not carry more than was asked for', () => {
    expect(() => parsed(Schema, { name: 'a', price: 1, role: 'owner' })).toThrow(Refusal)
  })
})

describe('a problem document', () => {
  it('says a rule’s sentence in the reader’s language', () => {
    const detail = sentence('Paling banyak 5.', 'At most 5.')
    const refusal = new Refusal('outside-limits', 'Too much.', {
      errors: [{ pointer: '/amount', detail }],
      facts: { most: 5 },
    })
    expect(problemOf(refusal, 'r1', 'id')).toMatchObject({
      status: 422,
      slug: 'outside-limits',
      instance: 'r1',
      errors: [{ pointer: '/amount', detail: 'Paling banyak 5.' }],
      facts: { most: 5 },
    })
    expect(problemOf(refusal, 'r1', 'en').errors?.[0]?.detail).toBe('At most 5.')
  })
})
