/**
 * A slug is a name as it stands in an address: lower-case letters, digits and single hyphens, 2 to 60
 * characters, readable aloud. Accents are dropped; what is left of no letter at all is refused by the
 * schema that asked for it.
 */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const LONGEST_SLUG = 60

/** `Kelompok Anyaman "Mendong" Tasikmalaya` → `kelompok-anyaman-mendong-tasikmalaya`. */
export function slugFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .replace(/&/g, ' dan ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= LONGEST_SLUG) return plain
  // Cut at a word, so that no address ends in half of one.
  const cut = plain.slice(0, LONGEST_SLUG + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1)).replace(/-+$/, '')
}

/** The slug itself when nobody has it, else the first free one with a number behind it. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const known = new Set(taken)
  for (let n = 1; ; n += 1) {
    const one = n === 1 ? slug : `${slug}-${n}`
    if (!known.has(one)) return one
  }
}
