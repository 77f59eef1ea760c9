import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import type { InvoiceProposal } from '#worker/market/procuring/invoice-payments/matching'
import { LINE_STATES, type Line } from '#worker/market/paying/statement-lines/line'
import { LIKENESSES, type Proposal } from '#worker/market/paying/statements/matching'

const Proposed = v.strictObject({
  likeness: v.picklist(LIKENESSES),
  code: v.nullable(v.string()),
  buyerName: v.nullable(v.string()),
  status: v.nullable(v.string()),
  total: v.pipe(v.nullable(v.number()), v.description('What is asked for, or still missing')),
  invoice: v.nullable(v.strictObject({ id: v.string(), number: v.string() })),
})

export const LineAnswer = v.strictObject({
  id: v.string(),
  receivedOn: v.string(),
  amount: v.number(),
  description: v.string(),
  status: v.picklist(LINE_STATES),
  proposal: v.pipe(v.nullable(Proposed), v.description('What it seems to be, while it is new')),
})

export const LinePage = pageOf(LineAnswer)

export function describeLine(
  line: Line,
  proposal: Proposal | null,
  billed: InvoiceProposal | null = null,
): v.InferOutput<typeof LineAnswer> {
  const { id, receivedOn, amount, description, status } = line
  const about = billed ? null : (proposal?.candidate ?? null)
  const invoice = billed?.invoice
  return {
    ...{ id, receivedOn, amount, description, status },
    proposal: proposal && {
      likeness: billed?.likeness ?? proposal.likeness,
      code: about?.code ?? null,
      buyerName: invoice?.buyerName ?? about?.buyerName ?? null,
      status: about?.status ?? null,
      total: invoice?.missing ?? about?.total ?? null,
      invoice: invoice ? { id: invoice.id, number: invoice.number } : null,
    },
  }
}

export const MatchesAnswer = v.strictObject({
  settled: v.array(v.string()),
  left: v.pipe(v.array(v.string()), v.description('Lines that are not exactly an open total')),
})
