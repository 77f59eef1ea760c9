/**
 * Rows of cells as a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it, which spreadsheets hide, so that nobody's name or note runs on another's desk
 * (OWASP, CSV injection). Amounts are plain whole numbers.
 */
export type Cell = string | number | null
export type Separator = ',' | ';'

const FORMULA = /^[=+\-@\t\r]/

export function csvOf(rows: readonly (readonly Cell[])[], separator: Separator = ';'): string {
  return rows.map((row) => `${row.map((cell) => written(cell)).join(separator)}\r\n`).join('')
}

/** What spreadsheets need to read Indonesian names rightly. */
export const BYTE_ORDER_MARK = '\uFEFF'

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
