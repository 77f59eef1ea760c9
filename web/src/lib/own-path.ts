/**
 * Where to go on to after signing in or confirming: a page of ours, or else the fallback. An address may
 * be planted in a link, so nothing that a browser could take for another site's passes.
 */
const HERE = 'https://lumbung.invalid'

export function ownPath(asked: string | null | undefined, fallback: string): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, HERE)) return fallback
  const { origin, pathname, search, hash } = new URL(asked, HERE)
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : fallback
}
