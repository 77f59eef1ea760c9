/**
 * A scorecard reads a dossier: a dozen facts, each worth 0 to 100 points by the step its value stands on,
 * weighed and summed to a score of 0 to 100. A fact that nobody knows is not counted, never as bad. The
 * score is advice and decides nothing. Refuses a card by which a better value would earn less.
 */
import { Refusal, type Pointed } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'

/** What is better: more of it, or less. */
export const FACTS = {
  'months-selling': 'more',
  'completed-orders': 'more',
  cancellations: 'less',
  'repeat-buyers': 'more',
  steadiness: 'less',
  capacity: 'less',
  'on-time': 'more',
  'worst-late': 'less',
  'group-record': 'more',
  visits: 'more',
  savings: 'more',
  training: 'more',
} as const

export type FactName = keyof typeof FACTS
export const FACT_NAMES = Object.keys(FACTS) as FactName[]

/** From this value on, so many points. */
export type Step = { from: number; points: number }
export type Rule = { fact: FactName; weight: number; steps: readonly Step[] }

/** The score from which one looks twice, and from which one would lend. */
export type Bands = { look: number; lend: number }
export type Scorecard = { rules: readonly Rule[]; bands: Bands }

/** What is known of each fact; null where nothing is. */
export type FactValues = Readonly<Record<FactName, number | null>>

export type Advice = 'lend' | 'look' | 'decline'

export type JudgedFact = {
  fact: FactName
  value: number | null
  /** Null where it is not counted. */
  points: number | null
  weight: number
  /** What it adds to the score: the parts of all facts sum to it. */
  part: number
}

export type ScoreSheet = { score: number | null; advice: Advice; facts: readonly JudgedFact[] }

/** The points of a value: those of the last step that begins at or below it. */
export function pointsOf({ steps }: Rule, value: number): number {
  const reached = steps.filter((step) => step.from <= value)
  return (reached.at(-1) ?? steps[0])?.points ?? 0
}

/** The score of what is known; null when nothing that has a weight is. */
export function judge(card: Scorecard, values: FactValues): ScoreSheet {
  const read = card.rules.map((rule) => {
    const value = values[rule.fact]
    return { rule, value, points: value === null ? null : pointsOf(rule, value) }
  })
  const whole = read.reduce((sum, one) => sum + (one.points === null ? 0 : one.rule.weight), 0)
  let weighed = 0
  let given = 0
  const facts = read.map(({ rule, value, points }) => {
    weighed += (points ?? 0) * rule.weight
    // Differences of rounded running sums, so that the parts sum to the score.
    const reached = whole === 0 ? 0 : Math.round(weighed / whole)
    const part = reached - given
    given = reached
    return { fact: rule.fact, value, points, weight: rule.weight, part }
  })
  const score = whole === 0 ? null : given
  return { score, advice: adviceOf(card.bands, score), facts }
}

/** Where nothing is known a person looks. */
export function adviceOf({ look, lend }: Bands, score: number | null): Advice {
  if (score === null) return 'look'
  if (score >= lend) return 'lend'
  return score >= look ? 'look' : 'decline'
}

const ORDER = sentence(
  'Tulis dari nilai terkecil, mulai dari 0, tanpa nilai yang sama dua kali.',
  'Write them from the smallest value, beginning with 0, none twice.',
)
const FALLING = sentence(
  'Nilai yang lebih baik tidak boleh mendapat poin lebih sedikit.',
  'A better value may not earn fewer points.',
)
const MISSING = sentence('Setiap fakta ditulis sekali.', 'Each fact is written once.')
const WEIGHTLESS = sentence(
  'Beri bobot pada paling sedikit satu.',
  'Give a weight to one at least.',
)
const BANDS = sentence(
  'Batas layak tidak di bawah batas perlu dilihat.',
  'The score to lend from is not below the one to look from.',
)

function faultsOf({ fact, steps }: Rule, at: number): Pointed[] {
  const pointer = `/rules/${at}/steps`
  const ordered = steps.every((step, i) =>
    i === 0 ? step.from === 0 : step.from > (steps[i - 1]?.from ?? 0),
  )
  if (steps.length === 0 || !ordered) return [{ pointer, detail: ORDER }]
  const sign = FACTS[fact] === 'more' ? 1 : -1
  const fair = steps.every(
    (step, i) => i === 0 || sign * (step.points - (steps[i - 1]?.points ?? 0)) >= 0,
  )
  return fair ? [] : [{ pointer, detail: FALLING }]
}

/** The card as it may be kept. */
export function scorecard(card: Scorecard): Scorecard {
  const named = new Set(card.rules.map((rule) => rule.fact))
  const whole = named.size === FACT_NAMES.length && card.rules.length === FACT_NAMES.length
  const errors: Pointed[] = [
    ...(whole ? [] : [{ pointer: '/rules', detail: MISSING }]),
    ...(card.rules.some((rule) => rule.weight > 0)
      ? []
      : [{ pointer: '/rules', detail: WEIGHTLESS }]),
    ...card.rules.flatMap(faultsOf),
    ...(card.bands.look <= card.bands.lend ? [] : [{ pointer: '/bands/lend', detail: BANDS }]),
  ]
  if (errors.length > 0) throw new Refusal('outside-limits', 'This card reads wrong.', { errors })
  return card
}
