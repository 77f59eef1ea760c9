/**
 * The stem of an Indonesian word as far as it can be had cheaply: without -nya, -kan or -an at its end and
 * without me-, di-, ber- or ter- at its beginning, so that *menganyam*, *anyaman* and *anyam* meet. What
 * would leave fewer than four letters stays as it is; ke-, pe- and se- stay too, since *keranjang* is no
 * bed. A rougher cut than a dictionary would allow (after Nazief and Adriani 1996), and one to widen a
 * search by, never to narrow it.
 */
const SHORTEST = 4

const ENDINGS = ['nya', 'kan', 'an']
/** With what the nasal took away put back: menyulam is sulam. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['meng', ''],
  ['meny', 's'],
  ['mem', ''],
  ['men', ''],
  ['me', ''],
  ['di', ''],
  ['ber', ''],
  ['ter', ''],
]

/** The stem, or nothing where it is the word itself. */
export function stemOf(word: string): string | undefined {
  const without = beginningless(endless(word))
  return without === word ? undefined : without
}

function endless(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST)
  return ending === undefined ? word : word.slice(0, -ending.length)
}

function beginningless(word: string): string {
  const found = BEGINNINGS.find(([begun]) => word.startsWith(begun))
  if (found === undefined) return word
  const stem = found[1] + word.slice(found[0].length)
  return stem.length >= SHORTEST ? stem : word
}
