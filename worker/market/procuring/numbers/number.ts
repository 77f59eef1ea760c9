/**
 * The numbers of documents: one series for each kind, owner and year, counted from 1 without a gap. The
 * owner is who writes the document: the buying company for what it asks and orders, the seller for handover
 * records, invoices, receipts and credit notes.
 */
import { type LocalDate, yearOf } from '#worker/kernel/calendar'

export const NUMBERED = ['rfq', 'po', 'bast', 'invoice', 'receipt', 'credit-note'] as const
export type Numbered = (typeof NUMBERED)[number]

/** Of one owner and year. */
export type Series = { kind: Numbered; ownerId: string; year: number }

const LETTERS: Record<Numbered, string> = {
  rfq: 'RFQ',
  po: 'PO',
  bast: 'BAST',
  invoice: 'INV',
  receipt: 'KW',
  'credit-note': 'NK',
}

export function seriesOf(kind: Numbered, ownerId: string, today: LocalDate): Series {
  return { kind, ownerId, year: yearOf(today) }
}

/** What stands before the count: `SENTRA/PO/2026/`, `INV/2026/`. */
export function numberHead(kind: Numbered, year: number, prefix = ''): string {
  return `${prefix === '' ? '' : `${prefix}/`}${LETTERS[kind]}/${year}/`
}

/** The number as it is written: `SENTRA/PO/2026/0007`; null while there is none. */
export function numberText(
  kind: Numbered,
  { year, n }: { year: number | null; n: number | null },
  prefix = '',
): string | null {
  if (year === null || n === null) return null
  return numberHead(kind, year, prefix) + String(n).padStart(4, '0')
}
