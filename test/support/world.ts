/**
 * The people and organizations of a test, made as they come to be: a code, a session, an invitation
 * accepted. Nothing here writes to a table.
 */
import { bindings, Client, type Answer } from '#test/support/client'

/** Somebody signed in. */
export type Person = Client & { id: string; phone: string }

/** An organization, with one signed-in person a role; each has a confirmed second factor. */
export type World<Role extends string> = Record<Role, Person> & {
  id: string
  slug: string
  name: string
}

let numbers = 0
/** A telephone number that no one has had in this run. */
export const newPhone = () => `62813${String((numbers += 1)).padStart(8, '0')}`

const NAMES = ['Siti', 'Wayan', 'Dewi', 'Agus', 'Rina', 'Made', 'Yanti', 'Budi', 'Ningsih', 'Lukas']
const newName = () => `${NAMES[numbers % NAMES.length]} ${numbers}`

/** The body of an answer that must have this status. */
export function expected(answer: Answer, status: number): Answer['body'] {
  if (answer.status === status) return answer.body
  throw new Error(`expected ${status}, came ${answer.status}: ${JSON.stringify(answer.body)}`)
}

/** Signs in with a code; whoever is new joins. */
export async function signIn(phone: string = newPhone(), name?: string): Promise<Person> {
  const client = new Client()
  const { code } = expected(await client.post('/api/sign-in-codes', { to: phone }), 202)
  const session = { to: phone, code, ...(name ? { name } : {}) }
  const { person } = expected(await client.post('/api/sessions', session), 201)
  return Object.assign(client, { id: String(person!.id), phone: String(person!.phone) })
}

export const aPerson = () => signIn(newPhone(), newName())

/** Enrols an authenticator app where there is none, and confirms a code of it. */
export async function withSecondFactor<C extends Client>(client: C): Promise<C> {
  const state = expected(await client.get('/api/second-factor'), 200)
  const { demoCode } = state.enrolled
    ? state
    : expected(await client.post('/api/second-factor'), 201)
  expected(await client.post('/api/second-factor/confirmation', { code: demoCode }), 201)
  return client
}

/** Signs in anew where a test has moved the clock past a session, with the second factor confirmed. */
export async function signInAgain<P extends Person>(person: P): Promise<P> {
  person.cookies.clear()
  const to = person.phone
  const { code } = expected(await person.post('/api/sign-in-codes', { to }), 202)
  expected(await person.post('/api/sessions', { to, code }), 201)
  return withSecondFactor(person)
}

/** Invites somebody new to a role and has her accept it, with her second factor confirmed. */
export async function inviteAndJoin(
  lead: Client,
  slug: string,
  role: string,
  who?: Person,
): Promise<Person> {
  const person = who ?? (await aPerson())
  const asked = { phone: person.phone, role }
  const { id } = expected(await lead.post(`/api/organizations/${slug}/invitations`, asked), 201)
  expected(await person.post(`/api/invitations/${id}/acceptance`), 201)
  return withSecondFactor(person)
}

type Opened = { id: string; slug: string; name: string }

async function joined<Role extends string>(
  opened: Opened,
  owner: Person,
  roles: readonly Role[],
): Promise<World<Role | 'owner'>> {
  const people: Record<string, Person> = { owner }
  for (const role of roles) people[role] = await inviteAndJoin(owner, opened.slug, role)
  return { ...opened, ...people } as World<Role | 'owner'>
}

type OperatorRole = 'treasurer' | 'staff'

/** The operator of the network, with its owner and whichever roles are asked for. */
export async function anOperator<Role extends OperatorRole = never>(
  roles: readonly Role[] = [],
): Promise<World<Role | 'owner'>> {
  const lead = { phone: newPhone(), name: newName() }
  const token = bindings().SETUP_TOKEN
  const asked = { name: 'Jaringan Uji', lead, token }
  const { id, slug, name } = expected(await new Client().post('/api/network', asked), 201)
  const owner = await withSecondFactor(await signIn(lead.phone))
  return joined({ id, slug, name } as Opened, owner, roles)
}

type LenderRole = 'officer' | 'approver' | 'cashier' | 'treasurer'

let organizations = 0

async function anOrganization<Role extends string>(
  operator: World<'owner'>,
  kind: 'lender' | 'partner' | 'facilitator',
  roles: readonly Role[],
): Promise<World<Role | 'owner'>> {
  const lead = { phone: newPhone(), name: newName() }
  const asked = { kind, name: `Organisasi Uji ${(organizations += 1)}`, lead }
  const opened = expected(await operator.owner.post('/api/organizations', asked), 201)
  const owner = await withSecondFactor(await signIn(lead.phone))
  return joined(opened as unknown as Opened, owner, roles)
}

/** A lender opened by the operator; all its desks are filled unless fewer roles are asked for. */
export function aLender<Role extends LenderRole = LenderRole>(
  operator: World<'owner'>,
  roles: readonly Role[] = ['officer', 'approver', 'cashier', 'treasurer'] as unknown as Role[],
): Promise<World<Role | 'owner'>> {
  return anOrganization(operator, 'lender', roles)
}

export const aPartner = <Role extends 'manager' | 'staff' = never>(
  operator: World<'owner'>,
  roles: readonly Role[] = [],
) => anOrganization(operator, 'partner', roles)

export const aFacilitator = <Role extends 'companion' = never>(
  operator: World<'owner'>,
  roles: readonly Role[] = [],
) => anOrganization(operator, 'facilitator', roles)
