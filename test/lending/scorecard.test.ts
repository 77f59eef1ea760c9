/** The scorecard: its parts sum, a better fact never lowers it, and a card read again says the same. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_CARD } from '#worker/lending/reviewing/scorecards/first-card'
import {
  adviceOf,
  FACT_NAMES,
  FACTS,
  judge,
  pointsOf,
  scorecard,
  type FactName,
  type FactValues,
  type Rule,
  type Scorecard,
} from '#worker/lending/reviewing/scorecards/scorecard'
import { Refusal } from '#worker/kernel/refusal'

const UNKNOWN = Object.fromEntries(FACT_NAMES.map((fact) => [fact, null])) as FactValues

/** Any card that may be kept. */
const cards = fc
  .tuple(
    ...FACT_NAMES.map((fact) =>
      fc.record({
        weight: fc.integer({ min: 0, max: 100 }),
        froms: fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }),
        points: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }),
        fact: fc.constant(fact),
      }),
    ),
  )
  .map((drawn): Scorecard => {
    const rules = drawn.map(({ fact, weight, froms, points }): Rule => {
      const sign = FACTS[fact] === 'more' ? 1 : -1
      const ordered = points.toSorted((a, b) => sign * (a - b))
      const steps = [0, ...froms.toSorted((a, b) => a - b)]
      return { fact, weight, steps: steps.map((from, i) => ({ from, points: ordered[i] ?? 0 })) }
    })
    return { rules, bands: { look: 40, lend: 60 } }
  })
  .filter(({ rules }) => rules.some((rule) => rule.weight > 0))

const values = fc
  .tuple(...FACT_NAMES.map(() => fc.option(fc.integer({ min: 0, max: 400 }), { nil: null })))
  .map((drawn) => Object.fromEntries(FACT_NAMES.map((fact, i) => [fact, drawn[i]])) as FactValues)

describe('a score', () => {
  it('is the sum of its parts, from 0 to 100', () => {
    fc.assert(
      fc.property(cards, values, (card, known) => {
        const { score, facts } = judge(scorecard(card), known)
        if (score === null) return facts.every((one) => one.part === 0)
        const sum = facts.reduce((total, one) => total + one.part, 0)
        return sum === score && score >= 0 && score <= 100
      }),
    )
  })

  it('is never lowered by a better fact', () => {
    fc.assert(
      fc.property(
        cards,
        values,
        fc.constantFrom(...FACT_NAMES),
        fc.integer({ min: 1, max: 200 }),
        (card, known, fact, more) => {
          const value = known[fact]
          if (value === null) return true
          const better = FACTS[fact] === 'more' ? value + more : Math.max(0, value - more)
          const before = judge(card, known).score ?? 0
          const after = judge(card, { ...known, [fact]: better }).score ?? 0
          return after >= before
        },
      ),
    )
  })

  it('comes out the same from the same card and facts, kept as JSON and read again', () => {
    fc.assert(
      fc.property(cards, values, (card, known) => {
        const kept = JSON.parse(JSON.stringify({ card, known })) as {
          card: Scorecard
          known: FactValues
        }
        expect(judge(kept.card, kept.known)).toEqual(judge(card, known))
      }),
    )
  })

  it('does not count what nobody knows, and is none where nothing is known', () => {
    expect(judge(FIRST_CARD, UNKNOWN)).toMatchObject({ score: null, advice: 'look' })
    const only = judge(FIRST_CARD, { ...UNKNOWN, 'on-time': 100 })
    expect(only.score).toBe(100)
    const facts = only.facts.filter((one) => one.points !== null)
    expect(facts).toEqual([{ fact: 'on-time', value: 100, points: 100, weight: 15, part: 100 }])
  })

  it('never counts savings or training that are not recorded as bad', () => {
    const with0 = judge(FIRST_CARD, { ...UNKNOWN, capacity: 30 })
    expect(with0.facts.find((one) => one.fact === 'savings')).toMatchObject({
      part: 0,
      points: null,
    })
    expect(with0.score).toBe(100)
  })
})

describe('a card', () => {
  it.each([
    ['capacity', 30, 100],
    ['capacity', 31, 80],
    ['capacity', 50, 60],
    ['capacity', 1000, 0],
    ['on-time', 79, 30],
    ['on-time', 95, 100],
    ['worst-late', 0, 100],
    ['worst-late', 400, 0],
  ] as const)('gives %s of %d its points: %d', (fact, value, points) => {
    const rule = FIRST_CARD.rules.find((one) => one.fact === fact)
    expect(pointsOf(rule!, value)).toBe(points)
  })

  it('begins as one that may be kept, with a dozen facts', () => {
    expect(
      scorecard(FIRST_CARD)
        .rules.map((rule) => rule.fact)
        .sort(),
    ).toEqual(FACT_NAMES.toSorted())
    expect(FACT_NAMES).toHaveLength(12)
  })

  const changed = (fact: FactName, steps: Rule['steps']): Scorecard => ({
    ...FIRST_CARD,
    rules: FIRST_CARD.rules.map((rule) => (rule.fact === fact ? { ...rule, steps } : rule)),
  })
  const first = FIRST_CARD.rules[0]!

  it.each([
    [
      'a better value earns less',
      changed('on-time', [
        { from: 0, points: 50 },
        { from: 9, points: 4 },
      ]),
    ],
    [
      'later is better',
      changed('worst-late', [
        { from: 0, points: 0 },
        { from: 9, points: 9 },
      ]),
    ],
    [
      'steps are out of order',
      changed('visits', [
        { from: 0, points: 0 },
        { from: 0, points: 9 },
      ]),
    ],
    ['they do not begin at 0', changed('visits', [{ from: 1, points: 0 }])],
    ['there are none', changed('visits', [])],
    ['a fact is missing', { ...FIRST_CARD, rules: FIRST_CARD.rules.slice(1) }],
    [
      'a fact is there twice',
      { ...FIRST_CARD, rules: [...FIRST_CARD.rules.slice(1), ...FIRST_CARD.rules.slice(1, 2)] },
    ],
    [
      'nothing weighs',
      { ...FIRST_CARD, rules: FIRST_CARD.rules.map((rule) => ({ ...rule, weight: 0 })) },
    ],
    ['its bands are crossed', { ...FIRST_CARD, bands: { look: 70, lend: 60 } }],
  ])('is refused where %s', (_, card: Scorecard) => {
    expect(first.fact).toBe('capacity')
    expect(() => scorecard(card)).toThrow(Refusal)
  })

  it('advises by its bands', () => {
    const bands = { look: 40, lend: 60 }
    expect([39, 40, 59, 60, null].map((score) => adviceOf(bands, score))).toEqual([
      'decline',
      'look',
      'look',
      'lend',
      'look',
    ])
  })
})
