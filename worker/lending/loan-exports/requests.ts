/** What may be asked of a lender's export. */
import * as v from 'valibot'

export const EXPORTS = ['loans', 'receipts', 'borrowers', 'loan-events'] as const
export type ExportName = (typeof EXPORTS)[number]
export const ExportParameter = v.picklist(EXPORTS)
