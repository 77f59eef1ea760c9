/** Everyone who walks through the pages, signed in once, as the demo network knows them. */
import { lumbungKarya } from '#db/seed/network/organizations'
import { expected, Http } from '#test/support/http'
import type { Server } from '#test/support/server'

/** Who walks, by how her role begins in the list that `npm start` prints. */
const ROLES = {
  chair: 'chair',
  treasurer: 'treasurer',
  buyer: 'buyer',
  operatorOwner: 'operator’s owner',
  operatorTreasurer: 'operator’s treasurer',
  officer: 'officer',
  approver: 'approver',
  cashier: 'cashier',
  borrower: 'member with a loan',
  companion: 'companion',
  manager: 'manager',
} as const

/** Slamet Raharjo, whose loan is paid off. */
const PAID_UP = '0812-0000-0406'

export type Walker =
  keyof typeof ROLES | 'guest' | 'newcomer' | 'lenderOwner' | 'lenderTreasurer' | 'paidUp'

export type Walkers = Readonly<Record<Walker, Http>>

type Where = Pick<Server, 'url' | 'people'>

export async function everyone(server: Where): Promise<Walkers> {
  const named = await Promise.all(
    Object.entries(ROLES).map(async ([walker, role]) => {
      const person = server.people.find((one) => one.role.startsWith(role))
      if (!person) throw new Error(`the demo network names no ${role}`)
      return [walker, await signIn(server, person.to)]
    }),
  )
  return {
    ...(Object.fromEntries(named) as Record<keyof typeof ROLES, Http>),
    lenderOwner: await signIn(server, memberOf('owner')),
    lenderTreasurer: await signIn(server, memberOf('treasurer')),
    paidUp: await signIn(server, PAID_UP),
    guest: new Http(server),
    newcomer: new Http(server),
  }
}

function memberOf(role: string): string {
  const member = lumbungKarya.members.find((one) => one.role === role)
  if (!member) throw new Error(`${lumbungKarya.name} has no ${role}`)
  return member.phone
}

/** With the second factor confirmed, if she has one. */
async function signIn(server: Where, to: string): Promise<Http> {
  const person = new Http(server)
  const { code } = expected(await person.post('/api/sign-in-codes', { to }), 202)
  expected(await person.post('/api/sessions', { to, code }), 201)
  const { enrolled, demoCode } = expected(await person.get('/api/second-factor'), 200)
  if (enrolled) {
    expected(await person.post('/api/second-factor/confirmation', { code: demoCode }), 201)
  }
  return person
}
