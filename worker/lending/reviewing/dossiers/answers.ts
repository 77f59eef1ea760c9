import * as v from 'valibot'
import { VisitAnswer } from '#worker/lending/reviewing/field-visits/answers'
import { RecordAnswer as MemberRecordAnswer } from '#worker/lending/group-lending/groups/answers'
import { ConditionAnswer } from '#worker/lending/reviewing/conditions/answers'
import { LoanProductAnswer } from '#worker/lending/offering/loan-products/answers'
import { ReviewedAnswer } from '#worker/lending/reviewing/reviews/answers'
import { FACT_NAMES } from '#worker/lending/reviewing/scorecards/scorecard'

const party = v.strictObject({ id: v.string(), slug: v.string(), name: v.string() })
const nullableNumber = v.nullable(v.number())

/** From the market, and only with consent. */
const SalesAnswer = v.strictObject({
  enterprise: party,
  monthsSelling: v.number(),
  completedOrders: v.number(),
  cancelledOrders: v.number(),
  buyers: v.number(),
  returningBuyers: v.number(),
  total: v.number(),
  medianMonth: v.number(),
  months: v.array(v.strictObject({ month: v.string(), orders: v.number(), total: v.number() })),
  /** How uneven the months are, in percent of their mean, and in a word. */
  variation: nullableNumber,
  steadiness: v.nullable(v.picklist(['steady', 'moderate', 'uneven'])),
  /** Each month of the year against the average month, 100; null before a year was seen. */
  seasons: v.nullable(v.array(v.strictObject({ month: v.number(), index: v.number() }))),
})

const RecordAnswer = v.strictObject({
  due: v.number(),
  onTime: v.number(),
  share: nullableNumber,
  worstLate: nullableNumber,
  repaid: v.number(),
})

export const ScoreSheetAnswer = v.strictObject({
  version: v.number(),
  score: nullableNumber,
  advice: v.picklist(['lend', 'look', 'decline']),
  facts: v.array(
    v.strictObject({
      fact: v.picklist(FACT_NAMES),
      value: nullableNumber,
      points: nullableNumber,
      weight: v.number(),
      /** What it adds to the score; all parts sum to it. */
      part: v.number(),
    }),
  ),
})
export type ScoreSheetAnswer = v.InferOutput<typeof ScoreSheetAnswer>

/** Refused with this, were she to try; null: she may. */
const may = v.nullable(v.string())

/** All a reviewer needs on one page. */
export const DossierAnswer = v.strictObject({
  application: ReviewedAnswer,
  product: LoanProductAnswer,
  instalment: v.number(),
  effectiveAnnualRate: v.number(),
  /** What an instalment takes of what is left a month, in percent; null when nothing is left. */
  capacity: v.strictObject({ left: v.number(), share: nullableNumber }),
  sales: v.nullable(SalesAnswer),
  loans: v.array(
    v.strictObject({
      id: v.string(),
      number: v.string(),
      borrower: v.string(),
      /** The borrower's own; else of her group, or of its members. */
      own: v.boolean(),
      principal: v.number(),
      balance: v.number(),
      status: v.string(),
      overdueSince: v.nullable(v.string()),
    }),
  ),
  record: RecordAnswer,
  around: RecordAnswer,
  /** Her own record as a member of groups that borrowed here; null where there is none. */
  member: v.nullable(MemberRecordAnswer),
  members: v.array(v.strictObject({ name: v.string(), role: v.string() })),
  visits: v.array(VisitAnswer),
  /** The network does not record savings or training yet. */
  savings: v.null(),
  training: v.null(),
  /** Read now, by the card in force. */
  sheet: ScoreSheetAnswer,
  recommendations: v.array(
    v.strictObject({
      by: v.string(),
      at: v.string(),
      advice: v.picklist(['lend', 'decline']),
      amount: v.number(),
      instalments: v.number(),
      note: v.string(),
      conditions: v.array(v.string()),
      /** Why she differed from the score. */
      why: v.nullable(v.string()),
      /** As it was read then, by the card of then. */
      sheet: ScoreSheetAnswer,
    }),
  ),
  conditions: v.array(ConditionAnswer),
  approval: v.strictObject({
    /** So many votes decide about this amount; 1: one person. */
    votes: v.number(),
    cast: v.array(
      v.strictObject({
        by: v.string(),
        outcome: v.picklist(['approve', 'reject']),
        reason: v.string(),
        at: v.string(),
        /** On the recommendation that stands; else on one before. */
        counts: v.boolean(),
      }),
    ),
    /** What the borrower owes here in all, running and approved, and the most she may. */
    owed: v.number(),
    borrowerLimit: nullableNumber,
    /** Up to how much the reader decides alone; null: without limit. */
    limit: nullableNumber,
    may: v.strictObject({ take: may, handOver: may, recommend: may, decide: may, vote: may }),
  }),
  history: v.array(v.strictObject({ type: v.string(), by: v.string(), at: v.string() })),
})
export type DossierAnswer = v.InferOutput<typeof DossierAnswer>
