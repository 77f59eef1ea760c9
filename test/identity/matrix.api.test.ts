/**
 * The written matrix against the running API: every operation, by every role of every kind, on its own
 * organization and on another one. What a body must hold is not known here: an empty one is sent, and
 * all that matters is who gets as far as being told so.
 */
import { expect, it } from 'vitest'
import { Client, newKey } from '#test/support/client'
import { anEnterprise } from '#test/support/shop'
import {
  aFacilitator,
  aLender,
  anOperator,
  aPartner,
  aPerson,
  inviteAndJoin,
  type Person,
  type World,
} from '#test/support/world'
import { api } from '#worker/api'
import { routesOf, type Route } from '#worker/http/openapi'
import {
  type Kind,
  KINDS,
  LEAD,
  MATRIX,
  type Permission,
  roleHolds,
  ROLES,
} from '#worker/identity/permissions'

const routes = routesOf(api).filter((route) => route.path.startsWith('/api/'))
const guarded = routes.filter(
  (route): route is Route & { permission: Permission } => (route.permission ?? '') in MATRIX,
)

type House = { slug: string; people: Map<string, Person> }

/** The path with the organization's slug, and nothing behind any other parameter. */
const pathOf = (route: Route, slug: string) =>
  route.path.replace(/:slug\b(\{[^}]*\})?/, slug).replace(/:\w+(\{[^}]*\})?/g, 'none')

const send = (client: Client, { method }: Route, path: string) => {
  const headers = method === 'POST' ? { 'idempotency-key': newKey() } : {}
  return client.send(method, path, method === 'GET' ? undefined : {}, headers)
}

type Opened = { slug: string; lead: Person }
type Network = World<'owner'>

/** A new organization of the kind, with nobody in it but its lead. */
const OPEN: Record<Exclude<Kind, 'operator'>, (network: Network) => Promise<Opened>> = {
  enterprise: async () => led(await anEnterprise(), 'chair'),
  lender: async (network) => led(await aLender(network, []), 'owner'),
  partner: async (network) => led(await aPartner(network), 'owner'),
  facilitator: async (network) => led(await aFacilitator(network), 'owner'),
}

function led<Role extends string>(
  opened: { slug: string } & Record<Role, Person>,
  role: Role,
): Opened {
  return { slug: opened.slug, lead: opened[role] }
}

async function filled({ slug, lead }: Opened, kind: Kind): Promise<House> {
  const people = new Map<string, Person>([[LEAD[kind], lead]])
  for (const role of ROLES[kind]) {
    if (!people.has(role)) people.set(role, await inviteAndJoin(lead, slug, role))
  }
  return { slug, people }
}

it('names a permission of the matrix, or says that it is public or one’s own, on every route', () => {
  const unnamed = routes.filter(
    ({ permission = '' }) => !['public', 'self'].includes(permission) && !(permission in MATRIX),
  )
  expect(unnamed.map((route) => `${route.method} ${route.path}`)).toEqual([])
  expect(guarded.length).toBeGreaterThan(10)
})

it('answers a guest 401 wherever someone must be signed in', async () => {
  const wrong: string[] = []
  for (const route of routes) {
    const { status } = await send(new Client(), route, pathOf(route, 'none'))
    if ((status === 401) !== (route.permission !== 'public')) {
      wrong.push(`${route.method} ${route.path}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
})

it('answers a person without any role 403 wherever a role is needed', async () => {
  const person = await aPerson()
  const wrong: string[] = []
  for (const route of guarded) {
    const { status } = await send(person, route, pathOf(route, 'none'))
    if (status !== 403) wrong.push(`${route.method} ${route.path}: ${status}`)
  }
  expect(wrong).toEqual([])
})

it('lets every role do what the matrix says, in its own organization, and nothing else', async () => {
  const network = await anOperator()
  const houses = new Map<Kind, House>([
    ['operator', await filled(led(network, 'owner'), 'operator')],
  ])
  const others = new Map<Kind, string>()
  for (const kind of KINDS.filter((one) => one !== 'operator')) {
    houses.set(kind, await filled(await OPEN[kind](network), kind))
    others.set(kind, (await OPEN[kind](network)).slug)
  }

  const wrong: string[] = []
  let judged = 0
  for (const [kind, { slug, people }] of houses) {
    for (const [role, person] of people) {
      for (const route of guarded) {
        const allowed = roleHolds(route.permission, kind, role)
        const own = await send(person, route, pathOf(route, slug))
        judged += 1
        const refused = own.status === 401 || own.status === 403
        if (refused === allowed)
          wrong.push(`${kind}:${role} ${route.method} ${route.path}: ${own.status}`)

        const other = others.get(kind)
        if (!other || !route.path.includes(':slug')) continue
        const foreign = await send(person, route, pathOf(route, other))
        const kept = foreign.status >= 400 && (route.method !== 'GET' || foreign.status !== 400)
        if (!kept) {
          wrong.push(
            `${kind}:${role} on another’s ${route.method} ${route.path}: ${foreign.status}`,
          )
        }
      }
    }
  }
  expect(wrong).toEqual([])
  expect(judged).toBe(guarded.length * Object.values(ROLES).flat().length)
}, 120_000)
