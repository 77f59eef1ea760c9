/** How those who look after loans are answered, and how loans went from hand to hand. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { HandoverRow, OfficerRow } from '#worker/lending/following/officers/queries'

const person = v.strictObject({ id: v.string(), name: v.string() })

const OfficerAnswer = v.strictObject({
  /** None for the loans that nobody looks after. */
  officer: v.nullable(person),
  /** Those that are not closed. */
  loans: v.number(),
  /** She may look after loans here; where she may not any more, what she has is to be handed over. */
  stays: v.boolean(),
})
export type OfficerAnswer = v.InferOutput<typeof OfficerAnswer>

export const OfficersAnswer = pageOf(OfficerAnswer)

export function describeOfficer({ id, name, loans, stays }: OfficerRow): OfficerAnswer {
  return { officer: id === null ? null : { id, name: name ?? id }, loans, stays: stays === 1 }
}

export const HandoverAnswer = v.strictObject({
  id: v.string(),
  from: v.nullable(person),
  to: person,
  loans: v.number(),
  note: v.string(),
  decidedBy: v.string(),
  decidedAt: v.string(),
})
export type HandoverAnswer = v.InferOutput<typeof HandoverAnswer>

export const HandoversAnswer = pageOf(HandoverAnswer)

/** What has just been handed over, and whether more is left for a second press. */
export const HandedOverAnswer = v.strictObject({
  ...HandoverAnswer.entries,
  more: v.boolean(),
})

export function describeHandover(row: HandoverRow): HandoverAnswer {
  const { id, fromId, fromName, toId, toName, loans, note, deciderName: decidedBy } = row
  return {
    ...{ id, loans, note, decidedBy },
    from: fromId === null ? null : { id: fromId, name: fromName ?? fromId },
    to: { id: toId, name: toName },
    decidedAt: instantText(row.decidedAt),
  }
}

/** Who looks after a loan, and through whose hands it went. */
export const LoanOfficerAnswer = v.strictObject({
  officer: v.nullable(person),
  handovers: v.array(HandoverAnswer),
})
