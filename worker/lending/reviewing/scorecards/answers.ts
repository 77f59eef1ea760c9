import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { CardVersion } from '#worker/lending/reviewing/scorecards/queries'
import { FACT_NAMES, FACTS, type Scorecard } from '#worker/lending/reviewing/scorecards/scorecard'

const RuleAnswer = v.strictObject({
  fact: v.picklist(FACT_NAMES),
  /** Whether more of it is better, or less. */
  better: v.picklist(['more', 'less']),
  weight: v.number(),
  steps: v.array(v.strictObject({ from: v.number(), points: v.number() })),
})

export const ScorecardAnswer = v.strictObject({
  version: v.number(),
  rules: v.array(RuleAnswer),
  bands: v.strictObject({ look: v.number(), lend: v.number() }),
  note: v.string(),
  by: v.nullable(v.string()),
  /** Null while it is the card that every desk begins with, and nobody was judged by it yet. */
  at: v.nullable(v.string()),
})

export type ScorecardAnswer = v.InferOutput<typeof ScorecardAnswer>

/** Newest first. */
export const ScorecardsAnswer = pageOf(ScorecardAnswer)

type Around = { version: number; note: string; by: string | null; at: number | null }

export function describeCard(
  card: Scorecard,
  { version, note, by, at }: Around,
): v.InferOutput<typeof ScorecardAnswer> {
  return {
    version,
    rules: card.rules.map(({ fact, weight, steps }) => ({
      fact,
      better: FACTS[fact],
      weight,
      steps: steps.map((step) => ({ ...step })),
    })),
    bands: { ...card.bands },
    note,
    by,
    at: at === null ? null : instantText(at),
  }
}

export const describeVersion = (one: CardVersion) =>
  describeCard(JSON.parse(one.card) as Scorecard, {
    ...one,
    by: one.changedByName,
    at: one.changedAt,
  })
