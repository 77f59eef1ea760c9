/** Many rows for few statements: a statement holds at most two million bytes. */
const MOST_LETTERS = 500_000

/** The rows as JSON arrays, as few as they fit into. */
export function inParts(rows: readonly unknown[]): string[] {
  const parts: string[][] = [[]]
  let letters = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (letters + text.length > MOST_LETTERS && letters > 0) {
      parts.push([])
      letters = 0
    }
    parts.at(-1)!.push(text)
    letters += text.length
  }
  return parts.map((part) => `[${part.join(',')}]`)
}
