/** How a proposed change is answered: what it is, who says so, and the loan before and after it. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { STATUSES, type ProposedChange } from '#worker/lending/changing/loan-changes/loan-change'
import { MEASURES, OCCASIONS, type Measure } from '#worker/lending/changing/loan-changes/measure'
import { outlookOf } from '#worker/lending/changing/loan-changes/outlook'
import { LoanAnswer } from '#worker/lending/servicing/loans/answers'
import type { LoanChange } from '#worker/lending/servicing/loans/change'
import { percentOf } from '#worker/lending/offering/schedules/rate'

const person = v.strictObject({ id: v.string(), name: v.string() })
const parts = v.strictObject({
  interest: v.number(),
  principal: v.number(),
  fees: v.number(),
  penalties: v.number(),
})

/** One shape for all kinds: what a kind does not say is null. */
const MeasureAnswer = v.strictObject({
  kind: v.picklist(MEASURES),
  amount: v.nullable(v.number()),
  part: v.nullable(v.picklist(['interest', 'fees', 'penalties'])),
  until: v.nullable(v.string()),
  interest: v.nullable(v.picklist(['none', 'runs'])),
  terms: v.nullable(
    v.strictObject({
      instalments: v.nullable(v.number()),
      /** What she said she can carry each time, where the number follows from it. */
      instalment: v.nullable(v.number()),
      firstDueOn: v.nullable(v.string()),
      annualRate: v.nullable(v.number()),
      every: v.nullable(v.number()),
      unit: v.nullable(v.picklist(['day', 'week', 'month'])),
      amortization: v.nullable(v.string()),
      graceOnPrincipal: v.nullable(v.number()),
      graceOnInterestPayment: v.nullable(v.number()),
    }),
  ),
})

const OutlookAnswer = v.strictObject({
  status: v.string(),
  balance: v.number(),
  outstanding: parts,
  toPay: v.number(),
  due: v.number(),
  claim: v.number(),
  next: v.nullable(v.strictObject({ dueOn: v.string(), amount: v.number() })),
  endsOn: v.nullable(v.string()),
  effectiveAnnualRate: v.nullable(v.number()),
  toCome: v.array(v.strictObject({ n: v.number(), dueOn: v.string(), left: v.number() })),
})

const EffectAnswer = v.strictObject({ before: OutlookAnswer, after: OutlookAnswer })
export type EffectAnswer = v.InferOutput<typeof EffectAnswer>

/** What a measure would do, and the loan's last event that this was reckoned on. */
export const PreviewAnswer = v.strictObject({
  loanVersion: v.number(),
  effect: EffectAnswer,
})

export const ChangeAnswer = v.strictObject({
  id: v.string(),
  loan: v.strictObject({
    id: v.string(),
    number: v.number(),
    borrower: v.string(),
    group: v.nullable(v.string()),
  }),
  occasion: v.picklist(OCCASIONS),
  measure: MeasureAnswer,
  reason: v.string(),
  status: v.picklist(STATUSES),
  proposedBy: person,
  proposedAt: v.string(),
  decidedBy: v.nullable(person),
  decidedAt: v.nullable(v.string()),
  reasons: v.nullable(v.string()),
  /** The loan's event by which it was carried out. */
  seq: v.nullable(v.number()),
})
export type ChangeAnswer = v.InferOutput<typeof ChangeAnswer>

export const ChangesAnswer = pageOf(ChangeAnswer)

/** A change as whoever decides looks at it. */
export const ChangeViewAnswer = v.strictObject({
  change: ChangeAnswer,
  loan: LoanAnswer,
  /** To be said when it is decided: what was looked at is what is changed. */
  loanVersion: v.number(),
  /** Something happened to the loan since it was proposed. */
  isStale: v.boolean(),
  /** The one who looks has proposed it. */
  isMine: v.boolean(),
  /** On the loan as it is; null once it is decided, or where it can no longer be carried out. */
  effect: v.nullable(EffectAnswer),
  /** Why it can no longer be carried out. */
  obstacle: v.nullable(v.string()),
})
export type ChangeViewAnswer = v.InferOutput<typeof ChangeViewAnswer>

export function describeEffect({ before, after }: LoanChange): EffectAnswer {
  return { before: outlookOf(before), after: outlookOf(after) }
}

function describeMeasure(measure: Measure): ChangeAnswer['measure'] {
  const terms = measure.kind === 'reschedule' ? measure.terms : null
  return {
    kind: measure.kind,
    amount: 'amount' in measure ? measure.amount : null,
    part: 'part' in measure ? measure.part : null,
    until: measure.kind === 'pause' ? measure.until : null,
    interest: measure.kind === 'pause' ? measure.interest : null,
    terms: terms && {
      instalments: terms.instalments ?? null,
      instalment: terms.instalment ?? null,
      firstDueOn: terms.firstDueOn ?? null,
      annualRate: terms.annualRate === undefined ? null : percentOf(terms.annualRate),
      every: terms.every ?? null,
      unit: terms.unit ?? null,
      amortization: terms.amortization ?? null,
      graceOnPrincipal: terms.graceOnPrincipal ?? null,
      graceOnInterestPayment: terms.graceOnInterestPayment ?? null,
    },
  }
}

/** The names around a change. */
export type Named = {
  loanNumber: number
  borrowerName: string
  groupName: string | null
  proposerName: string | null
  deciderName: string | null
}

export function describeChange(given: ProposedChange, named: Named): ChangeAnswer {
  const { id, loanId, occasion, reason, status, reasons, seq, proposedBy, decidedBy } = given
  return {
    ...{ id, occasion, reason, status, reasons, seq },
    loan: {
      ...{ id: loanId, number: named.loanNumber },
      ...{ borrower: named.borrowerName, group: named.groupName },
    },
    measure: describeMeasure(given.measure),
    proposedBy: { id: proposedBy, name: named.proposerName ?? proposedBy },
    proposedAt: instantText(given.proposedAt),
    decidedBy: decidedBy === null ? null : { id: decidedBy, name: named.deciderName ?? decidedBy },
    decidedAt: given.decidedAt === null ? null : instantText(given.decidedAt),
  }
}
