/** What is asked about invoices: what a buyer withholds, what came, and why one is cancelled. */
import * as v from 'valibot'
import { date, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { WITHHOLDINGS } from '#worker/market/procuring/invoices/withholding'

export const WithholdingsRequest = v.object({
  withholdings: v.pipe(
    v.array(
      v.object({ kind: v.picklist(WITHHOLDINGS), proofNumber: text(60, 3), proofOn: date() }),
    ),
    v.maxLength(3),
    v.check((said) => new Set(said.map((one) => one.kind)).size === said.length),
    v.description('All that is withheld; replaces what was said before'),
  ),
})

export const ReasonRequest = v.object({ reason: text(300, 3) })

export const INVOICE_STATES = ['open', 'overdue', 'paid', 'cancelled'] as const

export const InvoicesQuery = v.object({
  state: v.optional(v.picklist(INVOICE_STATES)),
  month: v.optional(
    v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/), v.description('Issued in this month: 2026-11')),
  ),
  other: v.optional(v.pipe(v.string(), v.maxLength(64), v.description('Slug of the other side'))),
  after: after([v.string(), v.string()]),
  limit,
})
