/** Shops of a test, made as they come to be: registered, opened, their goods drafted and listed. */
import { expected, aPerson, withSecondFactor, type Person, type World } from '#test/support/world'
import type { Json } from '#test/support/client'

export type Shop = { id: string; slug: string; name: string; chair: Person }

let shops = 0

/** Rajapolah, Kab. Tasikmalaya. */
export const VILLAGE = '32.06.34.2002'

export const profile = (more: Record<string, unknown> = {}) => ({
  name: `Kelompok Uji ${(shops += 1)}`,
  craft: 'Anyaman mendong',
  areaCode: VILLAGE,
  phone: '0812-3456-7890',
  ...more,
})

/** Registered and not opened yet. */
export async function anEnterprise(more: Record<string, unknown> = {}): Promise<Shop> {
  const chair = await withSecondFactor(await aPerson())
  const { id, slug, name } = expected(await chair.post('/api/enterprises', profile(more)), 201)
  return { id, slug, name, chair } as Shop
}

/** Open for buyers. */
export async function aShop(
  operator: World<'owner'>,
  more: Record<string, unknown> = {},
): Promise<Shop> {
  const shop = await anEnterprise(more)
  const path = `/api/organizations/${shop.slug}/status`
  expected(await operator.owner.patch(path, { status: 'open' }), 200)
  return shop
}

export const description = (more: Record<string, unknown> = {}) => ({
  title: 'Tas anyaman mendong',
  description: 'Dianyam dengan tangan.',
  category: 'bags',
  variants: [{ price: 125_000, weightGrams: 400, stock: 5 }],
  ...more,
})

/** Drafted, seen by its seller alone. */
export async function aDraft(shop: Shop, more: Record<string, unknown> = {}): Promise<Json> {
  const path = `/api/enterprises/${shop.slug}/products`
  return expected(await shop.chair.post(path, description(more)), 201)
}

/** Listed, and on sale if its shop is open. */
export async function aProduct(shop: Shop, more: Record<string, unknown> = {}): Promise<Json> {
  const draft = await aDraft(shop, more)
  const path = `/api/products/${draft.id}/status`
  return expected(await shop.chair.put(path, { status: 'listed' }), 200)
}
