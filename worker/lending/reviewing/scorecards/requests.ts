import * as v from 'valibot'
import { count, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { FACT_NAMES } from '#worker/lending/reviewing/scorecards/scorecard'

const points = () => count(0, 100)

const RuleRequest = v.strictObject({
  fact: v.picklist(FACT_NAMES, `One of ${FACT_NAMES.join(', ')}.`),
  weight: count(0, 100),
  steps: v.pipe(
    v.array(v.strictObject({ from: count(0, 100_000), points: points() })),
    v.minLength(1),
    v.maxLength(8, 'Eight steps at most.'),
  ),
})

/** A whole card: it becomes the next version. */
export const ScorecardRequest = v.strictObject({
  rules: v.pipe(v.array(RuleRequest), v.maxLength(FACT_NAMES.length)),
  bands: v.strictObject({ look: points(), lend: points() }),
  /** Why it is changed. */
  note: text(500, 5),
  /** The version that was changed, so that nobody overwrites what she has not seen. */
  since: count(1, 100_000),
})

export const ScorecardsQuery = v.strictObject({ after: after([v.number()]), limit })
