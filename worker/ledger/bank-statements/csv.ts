/**
 * Rows of a file of separated values (RFC 4180): commas, semicolons or tabs, quotes doubled, line breaks
 * within quotes, a mark of byte order at the front. Each row knows on which line of the file it begins.
 */
export type Row = { line: number; cells: readonly string[] }

export const SEPARATORS = [',', ';', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

export function rowsOf(text: string, separator: Separator): Row[] {
  const rows: Row[] = []
  let [cells, cell, quoted, line, begun] = [[] as string[], '', false, 1, 1]
  const end = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begun, cells })
    ;[cells, cell, begun] = [[], '', line]
  }
  const body = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  for (let at = 0; at < body.length; at += 1) {
    const letter = body[at]!
    if (letter === '\n') line += 1
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (body[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1]
      else quoted = false
    } else if (letter === '"' && cell.trim() === '') [cell, quoted] = ['', true]
    else if (letter === separator) [cells, cell] = [[...cells, cell], '']
    else if (letter === '\n') end()
    else cell += letter
  }
  end()
  return rows
}
