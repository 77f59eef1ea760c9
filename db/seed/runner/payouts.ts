// Every second Friday the operator's treasurer transfers to the sellers what their completed
// orders earned. Once money came that no purchase explains; it still waits in suspense.

import { operator } from '#db/seed/network/organizations'
import { dayOf, daysAgo, keyOf, type World } from '#db/seed/runner/world'
import { addDays, weekday } from '#worker/kernel/calendar'

const FRIDAY = 5
const DAYS = 274
/** The newest round is made as one file for the bank. */
const LAST_ROUND = 18

type Due = { enterprise: { id: string; name: string }; net: number; account: object | null }

type BankFile = { id: string; payouts: { id: string }[] }

export function notePayouts(world: World): void {
  // The last round lies some days back, so that sellers are owed something today.
  const sinceFriday = (weekday(addDays(world.today, -4)) - FRIDAY + 7) % 7
  for (let days = sinceFriday + 4; days < DAYS; days += 14) {
    const at = daysAgo(world, days, 14)
    const pay = days < LAST_ROUND ? payByFile : payOut
    world.agenda.note('payouts', at, () => pay(world, at))
  }
  const strangeAt = daysAgo(world, 12, 11)
  world.agenda.note('unexplained payment', strangeAt, () => bookUnexplained(world, strangeAt))
}

async function payOut(world: World, at: number): Promise<void> {
  const treasurer = world.member(keyOf(operator, 'treasurer'))
  await treasurer.confirm(at)
  const { items } = await treasurer.get<{ items: Due[] }>(at, '/api/payouts/due?limit=100')
  const sentOn = dayOf(at)
  for (const { enterprise, net } of items.filter(({ account }) => account !== null)) {
    await treasurer.post(at, '/api/payouts', {
      enterpriseId: enterprise.id,
      amount: net,
      reference: `TRF ${sentOn.replaceAll('-', '')} ${enterprise.name}`.slice(0, 60),
      sentOn,
    })
  }
}

/** One file for the bank: transferred, and all of it has arrived but one that waits. */
async function payByFile(world: World, at: number): Promise<void> {
  const treasurer = world.member(keyOf(operator, 'treasurer'))
  await treasurer.confirm(at)
  const { items } = await treasurer.get<{ items: Due[] }>(at, '/api/payouts/due?limit=100')
  if (!items.some(({ account }) => account !== null)) return
  const file = await treasurer.post<BankFile>(at, '/api/payout-batches', {})
  const sentOn = dayOf(at)
  const sending = { reference: `TRF MASSAL ${sentOn.replaceAll('-', '')}`, sentOn }
  await treasurer.post(at, `/api/payout-batches/${file.id}/sending`, sending)
  for (const { id } of file.payouts.slice(1)) {
    await treasurer.post(at, `/api/payouts/${id}/settlement`, {})
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
