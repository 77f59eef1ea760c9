/** A desk in this process, whose days pass as the test moves its clock; one command after the other. */
import { act, letGo, lookAfter } from '#test/simulation/desk/acting'
import { AT_THE_DESK, openDesk } from '#test/simulation/desk/opening'
import type { Command, Desk, Held, Who } from '#test/simulation/desk/scene'
import type { People } from '#test/simulation/people'
import { Client, clock, newKey } from '#test/support/client'
import type { Shop } from '#test/support/shop'
import { aLender, aPerson, type World } from '#test/support/world'

const DAY = 24 * 3600_000
const ZONE = 7 * 3600_000
const MOST_TRIES = 10

const hereAs = (client: Client): Who => ({
  get: (path) => client.get(path),
  put: (path, body) => client.put(path, body),
  post: (path, body) => client.post(path, body),
  under: (key, path, body) => client.post(path, body, { 'idempotency-key': key }),
})

const dayBefore = (days: number): string =>
  new Date(clock.now + ZONE - days * DAY).toISOString().slice(0, 10)

export async function aDeskBeside(
  people: People,
  operator: World<'owner'>,
  shops: readonly Shop[],
): Promise<Desk> {
  const lender = await aLender(operator)
  const { owner, officer, approver, cashier, treasurer } = lender
  const borrowers = [await aPerson(), await aPerson()]
  people.staff.push(owner, officer, approver, cashier, treasurer, ...borrowers)
  return openDesk({
    ...{ random: people.random, now: () => clock.now, day: dayBefore },
    ...{ slug: lender.slug, id: lender.id, operator: hereAs(operator.owner) },
    borrowers: borrowers.map(hereAs),
    lender: {
      owner: hereAs(owner),
      officer: hereAs(officer),
      approver: hereAs(approver),
      cashier: hereAs(cashier),
      treasurer: hereAs(treasurer),
    },
    groups: shops.map(({ chair, id, slug }) => ({
      ...{ chair: hereAs(chair), id, slug, region: '32.06' },
      ...{ reserve: 0, shared: null, taken: 0, held: false },
    })),
  })
}

/** Somebody at the desk does something; what is not as the model says is thrown. */
export async function actAtDesk(desk: Desk, done: Set<string>): Promise<void> {
  const weights = AT_THE_DESK.map((one) => [one, one.weight] as const)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (await acted(desk, desk.random.weighted(weights), done)) return
  }
}

/** False when there was nothing to do it about. */
async function acted(desk: Desk, { name, ask: asking }: Command, done: Set<string>) {
  const holds: Held[] = []
  const hold = <One extends Held>(one: One): One => {
    one.held = true
    holds.push(one)
    return one
  }
  try {
    const ask = await asking(desk, hold)
    if (!ask) return false
    const one = { name, key: newKey(), ask, holds }
    const { said, fault } = await act(one, false)
    if (said === 'done') done.add(name)
    const faults = [...(fault ? [fault] : []), ...(await lookAfter(desk, one))]
    if (faults.length > 0) throw new Error(faults.join('\n'))
    return true
  } finally {
    letGo({ holds })
  }
}
