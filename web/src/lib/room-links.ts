/** Which link of a room a page lies under. Addresses are without their language. */
type Way = {
  href: string
  /** Pages beside its own that belong to it. */
  with?: readonly string[]
}

/** The link with the longest address that begins the page's own. */
export function presentOf<Link extends Way>(
  links: readonly Link[],
  here: string,
): Link | undefined {
  const begins = (href: string) => here === href || here.startsWith(`${href}/`)
  const length = ({ href, with: others = [] }: Link) =>
    Math.max(...[href, ...others].filter(begins).map((one) => one.length))
  const [present] = links.toSorted((one, other) => length(other) - length(one))
  return present && length(present) > 0 ? present : undefined
}
