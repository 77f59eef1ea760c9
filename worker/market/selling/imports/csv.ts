/**
 * A CSV file as rows of cells (RFC 4180), each row with the line on which it begins. It reads what
 * spreadsheets write: a byte-order mark, `;` or tab instead of a comma (Excel in Indonesian), Windows and
 * old Mac line ends, line breaks within quotes, a first line `sep=;`. White space around a cell means
 * nothing. A quote that is never closed, or that stands in the middle of a cell, is named by its line.
 */
import { sentence, type Sentence } from '#worker/kernel/sentence'

export const SEPARATORS = [',', ';', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

export type CsvRow = { line: number; cells: readonly string[] }
export type CsvFault = { line: number; column: number; detail: Sentence }
export type Csv = { separator: Separator; rows: readonly CsvRow[]; faults: readonly CsvFault[] }

const OPEN = sentence('Tanda kutip ini tidak ditutup.', 'This quotation mark is never closed.')
const STRAY = sentence(
  'Tanda kutip di tengah sel: tulis dua kali, seperti "" di dalam "…".',
  'A quotation mark within a cell: write it twice inside quotation marks.',
)

export function parseCsv(given: string): Csv {
  const named = /^\uFEFF?sep=([,;\t])\r?\n/.exec(given)
  const text = given.replace(/^\uFEFF/, '')
  const from = named ? text.indexOf('\n') + 1 : 0
  const separator = (named?.[1] as Separator | undefined) ?? separatorOf(text)
  const reader = new Reader(text, separator, { at: from, line: named ? 2 : 1 })
  const rows: CsvRow[] = []
  const faults: CsvFault[] = []
  for (let row = reader.row(faults); row; row = reader.row(faults)) {
    if (row.cells.some((cell) => cell !== '')) rows.push(row)
  }
  return { separator, rows, faults }
}

/** The separator of which the first line holds most, outside quotation marks. */
function separatorOf(text: string): Separator {
  const counts = new Map<string, number>()
  let quoted = false
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    if (!quoted && (letter === '\n' || letter === '\r')) break
    if (!quoted) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  const [first, ...others] = SEPARATORS
  return others.reduce<Separator>(
    (best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best),
    first,
  )
}

class Reader {
  private at: number
  private line: number
  private readonly text: string
  private readonly separator: string

  constructor(text: string, separator: string, start: { at: number; line: number }) {
    this.text = text
    this.separator = separator
    this.at = start.at
    this.line = start.line
  }

  row(faults: CsvFault[]): CsvRow | null {
    if (this.at >= this.text.length) return null
    const line = this.line
    const cells: string[] = []
    for (;;) {
      const fault = (detail: Sentence) => faults.push({ line, column: cells.length + 1, detail })
      cells.push(this.isQuoted() ? this.quoted(fault) : this.plain(fault))
      if (this.text[this.at] !== this.separator) break
      this.at += 1
    }
    this.endLine()
    return { line, cells }
  }

  /** Blanks may stand before the opening quotation mark. */
  private isQuoted(): boolean {
    let at = this.at
    while (this.text[at] === ' ') at += 1
    return this.text[at] === '"'
  }

  private plain(fault: (detail: Sentence) => void): string {
    const from = this.at
    while (this.at < this.text.length && !this.isEnd(this.text[this.at]!)) this.at += 1
    const cell = this.text.slice(from, this.at).trim()
    // A bare inch mark, as in `10"`, is plain text; a pair of marks was meant to quote.
    if (/"[^"]*"/.test(cell)) fault(STRAY)
    return cell
  }

  private quoted(fault: (detail: Sentence) => void): string {
    this.at = this.text.indexOf('"', this.at) + 1
    let cell = ''
    for (;;) {
      const close = this.text.indexOf('"', this.at)
      if (close < 0) {
        fault(OPEN)
        this.at = this.text.length
        return cell
      }
      const part = this.text.slice(this.at, close)
      this.line += linesIn(part)
      cell += part
      this.at = close + 1
      if (this.text[this.at] !== '"') break
      cell += '"'
      this.at += 1
    }
    const from = this.at
    while (this.at < this.text.length && !this.isEnd(this.text[this.at]!)) this.at += 1
    if (this.text.slice(from, this.at).trim() !== '') fault(STRAY)
    return cell.replace(/\r\n?/g, '\n').trim()
  }

  private isEnd(letter: string): boolean {
    return letter === this.separator || letter === '\n' || letter === '\r'
  }

  private endLine(): void {
    if (this.text[this.at] === '\r') this.at += 1
    if (this.text[this.at] === '\n') this.at += 1
    this.line += 1
  }
}

const linesIn = (part: string) => (part.match(/\r\n|\r|\n/g) ?? []).length
