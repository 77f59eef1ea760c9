// Every second Friday the operator's treasurer transfers to the sellers what their completed
// orders earned. Once money came that no purchase explains; it still waits in suspense.

import { operator } from '#db/seed/network/organizations'
import { dayOf, daysAgo, keyOf, type World } from '#db/seed/runner/world'
import { addDays, weekday } from '#worker/kernel/calendar'

const FRIDAY = 5
const DAYS = 274

type Due = { enterprise: { id: string; name: string }; payable: number; account: object | null }

export function notePayouts(world: World): void {
  // The last round lies some days back, so that sellers are owed something today.
  const sinceFriday = (weekday(addDays(world.today, -4)) - FRIDAY + 7) % 7
  for (let days = sinceFriday + 4; days < DAYS; days += 14) {
    const at = daysAgo(world, days, 14)
    world.agenda.note('payouts', at, () => payOut(world, at))
  }
  const strangeAt = daysAgo(world, 12, 11)
  world.agenda.note('unexplained payment', strangeAt, () => bookUnexplained(world, strangeAt))
}

async function payOut(world: World, at: number): Promise<void> {
  const treasurer = world.member(keyOf(operator, 'treasurer'))
  await treasurer.confirm(at)
  const { items } = await treasurer.get<{ items: Due[] }>(at, '/api/payouts/due?limit=100')
  const sentOn = dayOf(at)
  for (const { enterprise, payable } of items.filter(({ account }) => account !== null)) {
    await treasurer.post(at, '/api/payouts', {
      enterpriseId: enterprise.id,
      amount: payable,
      reference: `TRF ${sentOn.replaceAll('-', '')} ${enterprise.name}`.slice(0, 60),
      sentOn,
    })
  }
}

async function bookUnexplained(world: World, at: number): Promise<void> {
  const treasurer = world.member(keyOf(operator, 'treasurer'))
  await treasurer.confirm(at)
  await treasurer.post(at, '/api/payments/unmatched', {
    amount: 187_500,
    receivedOn: dayOf(at),
    reference: 'Setoran tunai tanpa berita',
  })
}
