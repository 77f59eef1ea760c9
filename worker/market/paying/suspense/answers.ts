/** Suspense as the operator's treasurer sees it: each item with its age, its reason and its end. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { numberText } from '#worker/market/procuring/numbers/number'
import { CAUSES, isOld, SOURCES, SUSPENSE_STATES } from '#worker/market/paying/suspense/suspense'
import type { Unmatched } from '#worker/market/paying/suspense/suspense'

export const UnmatchedAnswer = v.strictObject({
  id: v.string(),
  amount: v.number(),
  rest: v.pipe(v.number(), v.description('What has been neither assigned nor returned')),
  receivedOn: v.string(),
  reference: v.string(),
  source: v.picklist(SOURCES),
  cause: v.picklist(CAUSES),
  status: v.picklist(SUSPENSE_STATES),
  code: v.pipe(v.nullable(v.string()), v.description('The purchase it seems to belong to')),
  invoice: v.pipe(
    v.nullable(v.strictObject({ id: v.string(), number: v.nullable(v.string()) })),
    v.description('The invoice it came for'),
  ),
  createdAt: v.string(),
  closedAt: v.nullable(v.string()),
  old: v.pipe(v.boolean(), v.description('Open for more than three days')),
})

export const UnmatchedPage = pageOf(UnmatchedAnswer)

/** What it came for: a purchase by its code, an invoice by its number. */
type For = { code?: string | null; invoiceYear?: number | null; invoiceN?: number | null }

export function describeUnmatched(
  item: Unmatched,
  { code = null, invoiceYear: year = null, invoiceN: n = null }: For,
  now: number,
): v.InferOutput<typeof UnmatchedAnswer> {
  const { id, amount, rest, receivedOn, reference, source, cause, status, createdAt } = item
  const number = numberText('invoice', { year, n })
  return {
    ...{ id, amount, rest, receivedOn, reference, source, cause, status, code },
    invoice: item.invoiceId === null ? null : { id: item.invoiceId, number },
    createdAt: instantText(createdAt),
    closedAt: item.closedAt === null ? null : instantText(item.closedAt),
    old: isOld(item, now as typeof createdAt),
  }
}

export const AssignmentAnswer = v.strictObject({
  code: v.string(),
  status: v.string(),
  total: v.number(),
  items: v.array(v.strictObject({ id: v.string(), taken: v.number(), rest: v.number() })),
})
