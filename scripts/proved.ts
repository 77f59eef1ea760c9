/**
 * Every route has three tests: it did what it is for, it refused something, and it refused the wrong
 * person. The API tests note which routes they met and how each answered; here the notes are added up.
 */
export type PublishedRoute = {
  route: string
  /** It asks for somebody: a guest or another role is refused. */
  guarded: boolean
  /** There is something to refuse: a body, a query, a key, or an address that may not exist. */
  refuses: boolean
}

type Noted = { met?: string[]; published?: PublishedRoute[] }

/** A sentence for each route that lacks one of its tests; none when the routes were not looked at. */
export function unproved(notes: readonly Noted[]): string[] {
  const published = notes.flatMap((one) => one.published ?? [])
  const statuses = new Map<string, Set<number>>()
  for (const line of notes.flatMap((one) => one.met ?? [])) {
    const at = line.lastIndexOf(' ')
    const route = line.slice(0, at)
    const seen = statuses.get(route) ?? new Set()
    statuses.set(route, seen.add(Number(line.slice(at + 1))))
  }
  return published.flatMap(({ route, guarded, refuses }) => {
    const seen = [...(statuses.get(route) ?? [])]
    const missing = [
      ...(seen.some((status) => status < 400) ? [] : ['what it is for']),
      ...(refuses && !seen.some(isRefusal) ? ['a refusal'] : []),
      ...(guarded && !seen.some(isWrongPerson) ? ['the wrong person'] : []),
    ]
    return missing.length > 0 ? [`${route} has no test of ${missing.join(', ')}`] : []
  })
}

const isWrongPerson = (status: number) => status === 401 || status === 403 || status === 404
const isRefusal = (status: number) =>
  status >= 400 && status < 500 && status !== 401 && status !== 403
