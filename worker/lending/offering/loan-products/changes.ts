/** What one version of an offer changed of the one before it, field by field, in the order of an offer. */

export type Change = { field: string; before: unknown; after: unknown }

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Both offers as they are told; nothing where there was none before. */
export function changesBetween<Told extends object>(
  before: Told | undefined,
  after: Told,
): Change[] {
  if (before === undefined) return []
  const told = (offer: Told, field: string) => (offer as Record<string, unknown>)[field]
  return Object.keys(after)
    .filter((field) => !isSame(told(before, field), told(after, field)))
    .map((field) => ({ field, before: told(before, field), after: told(after, field) }))
}
