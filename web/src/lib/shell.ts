/**
 * What the shell around every page knows: who is reading, how many things lie in the cart, whose network
 * this is, and which appearance was chosen. `+layout.server.ts` loads it once per page.
 */
import type { Kind, Permission } from '#worker/identity/permissions'
import type { Zone } from '#worker/kernel/calendar'

export type Belonging = {
  id: string
  slug: string
  name: string
  kind: Kind
  roles: readonly string[]
}
export type Me = {
  name: string
  organizations: readonly Belonging[]
  permissions: readonly Permission[]
  secondFactor: { enrolled: boolean; fresh: boolean }
}
export type Theme = 'auto' | 'light' | 'dark'

export type Shell = {
  me: Me | null
  cartCount: number
  network: { name: string; demo: boolean; zone: Zone }
  theme: Theme
}
