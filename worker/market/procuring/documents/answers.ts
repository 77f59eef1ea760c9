/** What anyone who holds a printed document may check: that it exists, between whom, and over how much. */
import * as v from 'valibot'
import { NUMBERED, numberText, type Numbered } from '#worker/market/procuring/numbers/number'

export const DocumentAnswer = v.strictObject({
  kind: v.picklist(NUMBERED),
  number: v.nullable(v.string()),
  status: v.string(),
  company: v.string(),
  seller: v.string(),
  on: v.string(),
  total: v.nullable(v.number()),
  receipt: v.pipe(v.nullable(v.string()), v.description('Number of its receipt, if it is paid')),
  creditNote: v.nullable(v.string()),
})

export type DocumentRow = {
  kind: Numbered
  prefix: string
  year: number | null
  n: number | null
  status: string
  company: string
  seller: string
  on: string
  total: number | null
  receiptYear: number | null
  receiptN: number | null
  creditYear: number | null
  creditN: number | null
}

export function describeDocument(row: DocumentRow): v.InferOutput<typeof DocumentAnswer> {
  const { kind, status, company, seller, on, total } = row
  const prefix = kind === 'rfq' || kind === 'po' ? row.prefix : ''
  return {
    ...{ kind, status, company, seller, on, total },
    number: numberText(kind, row, prefix),
    receipt: numberText('receipt', { year: row.receiptYear, n: row.receiptN }),
    creditNote: numberText('credit-note', { year: row.creditYear, n: row.creditN }),
  }
}
