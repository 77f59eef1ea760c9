/**
 * Lists are paged by the key of the last row seen (keyset), so that a deep page costs what the first one
 * does and nothing is skipped or shown twice while rows are added. To clients the key is opaque.
 */
import * as v from 'valibot'

const MOST = 100
const USUAL = 24

/** How many items a page holds: 24 unless asked otherwise, 100 at most. */
export const limit = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{0,2}$/, 'A whole number from 1 to 100.'),
    v.transform(Number),
    v.maxValue(MOST, 'A page holds 100 at most.'),
  ),
  String(USUAL),
)

/** `?after=`: the key behind an opaque cursor, which has these parts. */
export function after<const Parts extends v.TupleItems>(parts: Parts) {
  const key = v.tuple(parts)
  return v.optional(
    v.pipe(
      v.string(),
      v.maxLength(600, 'This is not a place in the list.'),
      v.rawTransform(({ dataset, addIssue, NEVER }): v.InferOutput<typeof key> => {
        const result = v.safeParse(key, decoded(dataset.value))
        if (result.success) return result.output
        addIssue({ message: 'This is not a place in the list: take `next` of the page before.' })
        return NEVER
      }),
    ),
  )
}

type KeyPart = string | number | null

/** The opaque form of a key: its JSON in base64url. */
export function cursorOf(key: readonly KeyPart[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function decoded(cursor: string): unknown {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))))
  } catch {
    return undefined
  }
}

/** The schema of a page of such items. */
export function pageOf<Item extends v.GenericSchema>(item: Item) {
  return v.strictObject({ items: v.array(item), next: v.nullable(v.string()) })
}

/** From `limit + 1` rows asked for: those shown, and where the next page begins, if there is one. */
export function paged<Row>(
  rows: readonly Row[],
  most: number,
  keyOf: (row: Row) => readonly KeyPart[],
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > most && last ? cursorOf(keyOf(last)) : null }
}
