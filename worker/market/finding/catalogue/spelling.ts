/**
 * Words that are nearly alike: two words one slip apart (a letter more, fewer, another, or two changed
 * about) share a spelling once at most one letter is left out of each. Those spellings are kept for words
 * of titles, makers and places, so a slip is found by equality (symmetric delete, W. Garbe 2012). Words
 * are folded: lower case, without accents; in three letters and fewer every slip is another word.
 */
const SHORTEST = 4
const LONGEST = 24

/** The words of a text, folded as the index folds them, each once, in order. */
export function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])]
}

/** The word itself and with each of its letters left out; none for words too short or long. */
export function spellingsOf(word: string): string[] {
  const letters = [...word]
  if (letters.length < SHORTEST || letters.length > LONGEST || /^\p{N}+$/u.test(word)) return []
  const without = letters.map((_, i) => letters.toSpliced(i, 1).join(''))
  return [...new Set([word, ...without])]
}

/** How many slips lie between two words: letters more, fewer, other, or changed about. */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const about = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const ways = [rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1)]
      row.push(Math.min(...ways, about ? rows[i - 2]![j - 2]! + 1 : Infinity))
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}

/** The candidate with the fewest slips, the first of equals; undefined where there is none. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates.map((one) => [slipsBetween(word, one), one] as const)
  return ranked.toSorted((a, b) => a[0] - b[0])[0]?.[1]
}
