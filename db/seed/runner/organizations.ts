// How the organizations of the demo network come to be: the operator first, then whom it opens,
// then the enterprises that register themselves; each with its people, invited and come.

import { enterprises } from '#db/seed/network/enterprises'
import { facilitator, lenders, operator, partner } from '#db/seed/network/organizations'
import type { EnterpriseStory } from '#db/seed/network/story'
import { Visitor } from '#db/seed/runner/visitor'
import { daysAgo, keyOf, type World } from '#db/seed/runner/world'

const MINUTE = 60_000

/** Roles that move money, or decide over it, are asked for their second factor. */
const WITH_SECOND_FACTOR = new Set(['owner', 'chair', 'treasurer', 'approver', 'cashier'])

type People = {
  readonly members: readonly {
    readonly key: string
    readonly role: string
    readonly phone: string
  }[]
}

/** The first of an organization signs in; she invites the others, who come and accept. */
async function gather(world: World, slug: string, { members }: People, at: number): Promise<void> {
  const [first, ...others] = members
  if (!first) return
  const lead = world.member(first.key)
  await lead.confirm(at)
  await Promise.all(
    others.map(async ({ key, role, phone }, index) => {
      const invitedAt = at + (index + 1) * 7 * MINUTE
      const path = `/api/organizations/${slug}/invitations`
      const { id } = await lead.post<{ id: string }>(invitedAt, path, { phone, role })
      const member = world.member(key)
      const comesAt = invitedAt + 25 * MINUTE
      await member.post(comesAt, `/api/invitations/${id}/acceptance`)
      if (WITH_SECOND_FACTOR.has(role)) await member.confirm(comesAt)
    }),
  )
}

/** Opens the network; `token` is the deployment's own. */
export async function openNetwork(world: World, token: string): Promise<void> {
  const at = daysAgo(world, 290, 9)
  const { name, slug, members } = operator
  const lead = leadOf(operator)
  await new Visitor(world.stage).post(at, '/api/network', { token, name, slug, lead })
  await gather(world, slug, { members }, at)
  await Promise.all([
    ...lenders.map((one, i) => openOrganization(world, 'lender', one, 289 - i)),
    openOrganization(world, 'partner', partner, 287),
    openOrganization(world, 'facilitator', facilitator, 287),
  ])
}

function leadOf({ members }: { members: readonly { name: string; phone: string }[] }) {
  const [{ name, phone } = { name: '', phone: '' }] = members
  return { name, phone }
}

type Opened = People & {
  readonly slug: string
  readonly name: string
  readonly members: readonly { readonly name: string; readonly phone: string }[]
}

async function openOrganization(world: World, kind: string, one: Opened, days: number) {
  const at = daysAgo(world, days, 10)
  const asked = { kind, name: one.name, slug: one.slug, lead: leadOf(one) }
  await world.member(keyOf(operator, 'owner')).post(at, '/api/organizations', asked)
  await gather(world, one.slug, one, at + 40 * MINUTE)
}

/** Every enterprise registers within the weeks before the first orders. */
export async function registerEnterprises(world: World): Promise<void> {
  await Promise.all(
    enterprises.map((one, i) =>
      register(world, one, daysAgo(world, 286 - Math.floor(i / 2), 9 + (i % 2) * 4)),
    ),
  )
}

async function register(world: World, one: EnterpriseStory, at: number): Promise<void> {
  const chair = world.member(keyOf(one, 'chair'))
  const staff = world.member(keyOf(operator, 'staff'))
  const { id, slug } = await chair.post<{ id: string; slug: string }>(at, '/api/enterprises', {
    name: one.name,
    craft: one.craft,
    story: one.story,
    areaCode: one.place.village,
    womenLed: one.womenLed,
    pickupPlace: `${one.pickUp.place}. ${one.pickUp.hours}`,
    phone: chair.story.phone,
  })
  world.enterprises.set(one.slug, id)
  await gather(world, slug, one, at + 20 * MINUTE)
  const settled = at + 120 * MINUTE
  await chair.confirm(settled, 5 * MINUTE)
  await chair.put(settled, `/api/enterprises/${slug}/bank-account`, one.bank)
  await chair.put(settled, `/api/enterprises/${slug}/tariffs`, { tariffs: one.tariffs })
  await staff.patch(settled + 30 * MINUTE, `/api/organizations/${slug}/status`, { status: 'open' })
}
