import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import { LINE_STATES, type Line } from '#worker/market/statement-lines/line'
import { LIKENESSES, type Proposal } from '#worker/market/statements/matching'

const Proposed = v.strictObject({
  likeness: v.picklist(LIKENESSES),
  code: v.nullable(v.string()),
  buyerName: v.nullable(v.string()),
  status: v.nullable(v.string()),
  total: v.nullable(v.number()),
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
): v.InferOutput<typeof LineAnswer> {
  const { id, receivedOn, amount, description, status } = line
  const about = proposal?.candidate ?? null
  return {
    ...{ id, receivedOn, amount, description, status },
    proposal: proposal && {
      likeness: proposal.likeness,
      code: about?.code ?? null,
      buyerName: about?.buyerName ?? null,
      status: about?.status ?? null,
      total: about?.total ?? null,
    },
  }
}

export const MatchesAnswer = v.strictObject({
  settled: v.array(v.string()),
  left: v.pipe(v.array(v.string()), v.description('Lines that are not exactly an open total')),
})
