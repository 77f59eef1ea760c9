/**
 * Categories as a sheet names them: by slug, by name in either language, or by the whole way through the
 * tree, `Anyaman > Tikar & alas`. What goes out says the whole way, so that it is found again.
 */
export type CategoryName = {
  slug: string
  parentSlug: string | null
  nameId: string
  nameEn: string
}

type Language = 'nameId' | 'nameEn'

/** The way to each category, by its slug. */
export function categoryPaths(all: readonly CategoryName[], language: Language = 'nameId') {
  const bySlug = new Map(all.map((one) => [one.slug, one]))
  const pathOf = (one: CategoryName): string => {
    const parent = one.parentSlug === null ? undefined : bySlug.get(one.parentSlug)
    return parent ? `${pathOf(parent)} > ${one[language]}` : one[language]
  }
  return new Map(all.map((one) => [one.slug, pathOf(one)]))
}

/** The slug of each name and way, in lower case. A way outdoes a name, a slug outdoes both. */
export function categoriesByName(all: readonly CategoryName[]): Map<string, string> {
  const ways = (['nameId', 'nameEn'] as const).flatMap((language) =>
    [...categoryPaths(all, language)].map(([slug, path]) => [path, slug] as const),
  )
  const names = all.flatMap(({ slug, nameId, nameEn }) => [
    ...[[nameId, slug] as const, [nameEn, slug] as const],
  ])
  const slugs = all.map(({ slug }) => [slug, slug] as const)
  return new Map([...names, ...ways, ...slugs].map(([name, slug]) => [name.toLowerCase(), slug]))
}

/** The narrowest category that `A > B, C` names, if the network has one. */
export function categoryNamed(text: string, byName: ReadonlyMap<string, string>) {
  const parts = (way: string) => way.split('>').map((one) => one.trim().toLowerCase())
  const whole = parts(text)
  const others = text.split(',').flatMap((one) => parts(one).toReversed())
  const all = [whole.join(' > '), ...whole.toReversed(), ...others]
  return all.map((one) => byName.get(one)).find((one) => one !== undefined)
}
