/** What may be asked of a lender's export. */
import * as v from 'valibot'
import { says } from '#worker/http/language'

export const EXPORTS = [
  'loans',
  'loan-events',
  'receipts',
  'borrowers',
  'applications',
  'loan-changes',
  'groups',
  'members',
  'payment-parts',
  'funds',
  'fund-moves',
  'products',
  'journal',
] as const
export type ExportName = (typeof EXPORTS)[number]
export const ExportParameter = v.picklist(EXPORTS)

export const ExportQuery = v.object({
  format: v.optional(v.picklist(['csv', 'json'], says('csv atau json.', 'csv or json.')), 'csv'),
})
