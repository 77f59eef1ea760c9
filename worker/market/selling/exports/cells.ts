/**
 * Cells that go out: quoted where they must be (RFC 4180), and made harmless where a spreadsheet would take
 * them for a formula (an apostrophe before = + - @ tab or CR; OWASP, CSV injection). What we wrote we read
 * back as it was. Lines end as Windows does; the file begins with a byte-order mark, so that Excel reads it
 * as UTF-8.
 */
export type Cell = string | number | null

export const BYTE_ORDER_MARK = '\uFEFF'

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  // A number of ours is no formula, even below zero.
  if (typeof cell === 'number') return String(cell)
  const harmless = /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
