/** How a proposal is answered, with what it would write. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { PROPOSAL_KINDS, type Proposal } from '#worker/lending/bookkeeping/book-proposals/proposal'

const person = v.strictObject({ id: v.string(), name: v.string() })

export const ProposalAnswer = v.strictObject({
  id: v.string(),
  number: v.pipe(v.number(), v.description('The lender’s own; 0 in the answer that gives it out')),
  kind: v.picklist(PROPOSAL_KINDS),
  on: v.string(),
  description: v.string(),
  amount: v.number(),
  lines: v.array(
    v.strictObject({
      code: v.string(),
      holder: v.string(),
      debit: v.number(),
      credit: v.number(),
    }),
  ),
  channel: v.nullable(v.string()),
  month: v.nullable(v.string()),
  fund: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  reverses: v.nullable(v.string()),
  status: v.picklist(['proposed', 'approved', 'refused', 'withdrawn']),
  proposedBy: person,
  proposedAt: v.string(),
  decidedBy: v.nullable(person),
  decidedAt: v.nullable(v.string()),
  reasons: v.nullable(v.string()),
  entryId: v.nullable(v.string()),
})
export const ProposalsAnswer = pageOf(ProposalAnswer)

/** A proposal with the names around it. */
export type Named = {
  number: number
  proposerName: string | null
  deciderName: string | null
  fundName: string | null
}

export function describeProposal(
  given: Proposal,
  { number, proposerName, deciderName, fundName }: Named,
): v.InferOutput<typeof ProposalAnswer> {
  const { id, kind, description, amount, data, reverses, status, reasons, entryId } = given
  return {
    ...{ id, number, kind, on: given.valueOn, description, amount, reverses, status },
    ...{ reasons, entryId },
    lines: [...(data.lines ?? [])],
    channel: data.channel ?? null,
    month: data.month ?? null,
    fund: given.fundId === null ? null : { id: given.fundId, name: fundName ?? '' },
    proposedBy: { id: given.proposedBy, name: proposerName ?? given.proposedBy },
    proposedAt: instantText(given.proposedAt),
    decidedBy:
      given.decidedBy === null
        ? null
        : { id: given.decidedBy, name: deciderName ?? given.decidedBy },
    decidedAt: given.decidedAt === null ? null : instantText(given.decidedAt),
  }
}
