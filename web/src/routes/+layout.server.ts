import type { ApiClient } from '#lib/server/api.ts'
import { networkOf } from '#lib/server/network.ts'
import { themeOf } from '#lib/server/theme.ts'
import type { Me, Shell } from '#lib/shell.ts'
import type { LayoutServerLoad } from './$types'

const SESSION = '__Host-lumbung_session'
const CART = '__Host-lumbung_cart'

/** A visitor without a session and a cart costs no call at all. */
export const load: LayoutServerLoad = async ({ cookies, platform, locals }): Promise<Shell> => {
  const session = cookies.get(SESSION) !== undefined
  const cart = session || cookies.get(CART) !== undefined
  const [me, cartCount] = await Promise.all([
    session ? whoIs(locals.api) : null,
    cart ? piecesIn(locals.api) : 0,
  ])
  return { me, cartCount, network: networkOf(platform), theme: themeOf(cookies) }
}

/** Null when the session is over: the page is then a guest's. */
async function whoIs(api: ApiClient): Promise<Me | null> {
  const response = await api.me.$get()
  if (!response.ok) return null
  const { person, organizations, permissions, secondFactor } = await response.json()
  const belongings = organizations.map(({ id, slug, name, kind, roles }) => {
    return { id, slug, name, kind, roles }
  })
  const name = person.name || person.phone || person.email || ''
  return { name, organizations: belongings, permissions, secondFactor }
}

async function piecesIn(api: ApiClient): Promise<number> {
  const response = await api.carts[':token'].$get({ param: { token: 'current' } })
  return response.ok ? (await response.json()).pieces : 0
}
