/** How a pause of a region is answered, and what became of its loans. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import {
  PAUSE_STATUSES,
  type RegionPause,
} from '#worker/lending/changing/region-pauses/region-pause'

const person = v.strictObject({ id: v.string(), name: v.string() })

export const PauseAnswer = v.strictObject({
  id: v.string(),
  region: v.strictObject({ code: v.string(), name: v.string() }),
  until: v.string(),
  interest: v.picklist(['none', 'runs']),
  reason: v.string(),
  status: v.picklist(PAUSE_STATUSES),
  proposedBy: person,
  proposedAt: v.string(),
  decidedBy: v.nullable(person),
  decidedAt: v.nullable(v.string()),
  since: v.nullable(v.string()),
  reasons: v.nullable(v.string()),
  /** So far, where it is still running. */
  paused: v.number(),
  passedOver: v.number(),
})

export const PausesAnswer = v.strictObject({
  ...pageOf(PauseAnswer).entries,
  /** Where the lender has running loans. */
  regions: v.array(v.strictObject({ code: v.string(), name: v.string() })),
})

const LoanOutcomeAnswer = v.strictObject({
  loanId: v.string(),
  number: v.number(),
  borrower: v.string(),
  /** The event of its pause; null where it was passed over. */
  seq: v.nullable(v.number()),
  obstacle: v.nullable(v.string()),
})

export const PauseViewAnswer = v.strictObject({
  pause: PauseAnswer,
  /** The one who looks has proposed it. */
  isMine: v.boolean(),
  loans: pageOf(LoanOutcomeAnswer),
})

export type Named = { proposerName: string | null; deciderName: string | null }

export function describePause(
  given: RegionPause,
  { proposerName, deciderName }: Named,
): v.InferOutput<typeof PauseAnswer> {
  const { id, until, interest, reason, status, since, reasons, paused, passedOver } = given
  const { proposedBy, decidedBy, decidedAt } = given
  return {
    ...{ id, until, interest, reason, status, since, reasons, paused, passedOver },
    region: { code: given.regionCode, name: given.regionName },
    proposedBy: { id: proposedBy, name: proposerName ?? proposedBy },
    proposedAt: instantText(given.proposedAt),
    decidedBy: decidedBy === null ? null : { id: decidedBy, name: deciderName ?? decidedBy },
    decidedAt: decidedAt === null ? null : instantText(decidedAt),
  }
}
