/** Shelves as pages show them: categories as a tree, regions by province, each with how much is there. */
export type Category = {
  slug: string
  parent: string | null
  nameId: string
  nameEn: string
  products: number
}
export type Region = { code: string; name: string; province: string; products: number }

/** All categories, each after the one it lies in, with how deep it lies. */
export function treeOf(
  categories: readonly Category[],
  parent: string | null = null,
  depth = 0,
): { category: Category; depth: number }[] {
  return categories
    .filter((one) => one.parent === parent)
    .flatMap((category) => [{ category, depth }, ...treeOf(categories, category.slug, depth + 1)])
}

/** A category with all that it lies in, the widest first. */
export function trailOf(categories: readonly Category[], slug: string | undefined): Category[] {
  const here = categories.find((one) => one.slug === slug)
  return here ? [...trailOf(categories, here.parent ?? undefined), here] : []
}

/** Regions under the names of their provinces. */
export function provincesOf(regions: readonly Region[]) {
  const provinces = new Map<string, { code: string; name: string; within: Region[] }>()
  for (const region of regions) {
    const code = region.code.slice(0, 2)
    const province = provinces.get(code) ?? { code, name: region.province, within: [] }
    province.within.push(region)
    provinces.set(code, province)
  }
  return [...provinces.values()]
}
