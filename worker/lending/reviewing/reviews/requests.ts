import * as v from 'valibot'
import { count, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import {
  APPLICATION,
  type ApplicationStatus,
} from '#worker/lending/applying/loan-applications/loan-application'
import { CAUSES, type Cause } from '#worker/lending/reviewing/reviews/causes'

const states = Object.keys(APPLICATION) as ApplicationStatus[]
const digits = (most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,13}$/, 'A whole number.'),
    v.transform(Number),
    v.maxValue(most),
  )

/** What a queue is narrowed to. */
export const QueueQuery = v.strictObject({
  status: v.optional(v.picklist(states, `One of ${states.join(', ')}.`)),
  /** `mine`: what waits for me, as officer or to be decided. */
  waiting: v.optional(v.literal('mine')),
  product: v.optional(id()),
  /** An officer's id, or `none` for what nobody has taken. */
  officer: v.optional(id()),
  kind: v.optional(v.picklist(['person', 'group', 'enterprise'])),
  /** Sent at least so many days ago. */
  days: v.optional(digits(3650)),
  least: v.optional(digits(1e12)),
  most: v.optional(digits(1e12)),
  after: after([id()]),
  limit,
})

const conditions = v.pipe(v.array(text(300, 3)), v.maxLength(10, 'Ten conditions at most.'))

export const RecommendationRequest = v.strictObject({
  advice: v.optional(v.picklist(['lend', 'decline']), 'lend'),
  amount: money(),
  instalments: count(1, 600),
  note: text(2000, 10),
  conditions: v.optional(conditions, []),
  /** Needed where the scorecard suggests the opposite. */
  why: v.optional(v.nullable(text(1000, 10)), null),
})

const reasons = text(2000, 10)
const causes = v.optional(
  v.pipe(v.array(v.picklist(CAUSES)), v.minLength(1), v.maxLength(CAUSES.length)),
  ['other'] as Cause[],
)

export const DecisionRequest = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('approved'),
    amount: money(),
    instalments: count(1, 600),
    reasons,
    /** Left out: those that were recommended. */
    conditions: v.optional(conditions),
  }),
  v.strictObject({ outcome: v.literal('rejected'), causes, reasons }),
  v.strictObject({ outcome: v.literal('returned'), reasons }),
])

export const HandoverRequest = v.strictObject({ officerId: id(), note: text(500, 5) })
