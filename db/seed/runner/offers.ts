// What sellers, the operator and a partner offer today: more ways of sending, free shipping, vouchers,
// a rate of commission, and an address that a buyer keeps. All of it begins now, so that the nine months
// before it are reckoned as they were.

import { buyers } from '#db/seed/network/buyers'
import { enterprises } from '#db/seed/network/enterprises'
import { operator, partner } from '#db/seed/network/organizations'
import { dayOf, daysAgo, keyOf, type World } from '#db/seed/runner/world'

const MINUTE = 60_000

export function noteOffers(world: World): void {
  const at = Math.min(daysAgo(world, 0, 8), world.now - 30 * MINUTE)
  world.agenda.note('offers', at, () => offer(world, at))
}

async function offer(world: World, at: number): Promise<void> {
  const startsOn = dayOf(at)
  const [first, second] = enterprises
  const [buyer] = buyers
  if (!first || !second || !buyer) return
  const chair = world.member(keyOf(first, 'chair'))
  const ways = `/api/enterprises/${first.slug}/shipping-services`
  const regency = first.place.village.slice(0, 5)
  const row = (destination: string, firstKg: number, days: [number, number]) => ({
    ...{ destination, firstKg, nextKg: firstKg, daysFrom: days[0], daysTo: days[1] },
  })
  await chair.put(at, `${ways}/jne-reg`, {
    ...{ kind: 'courier', courier: 'jne', name: 'REG' },
    tariffs: [
      row('', 48_000, [3, 6]),
      row('32', 12_000, [2, 3]),
      row('31', 15_000, [2, 3]),
      row(regency, 9_000, [1, 2]),
    ],
  })
  await chair.put(at, `${ways}/jnt-cargo`, {
    ...{ kind: 'courier', courier: 'jnt-cargo', name: '' },
    tariffs: [row('', 6_500, [5, 9])],
  })
  await chair.put(at, `${ways}/antar-sendiri`, {
    ...{ kind: 'local', name: 'Antar sore', minimum: 75_000 },
    tariffs: [row(first.place.village.slice(0, 8), 5_000, [0, 1])],
  })
  const free = { kind: 'shipping', minimum: 250_000, cap: 15_000, startsOn }
  const label = 'Gratis ongkir mulai Rp 250.000'
  await chair.post(at, `/api/organizations/${first.slug}/vouchers`, { ...free, label })
  await sponsored(world, at, startsOn)
  await world.member(buyer.key).post(at, '/api/me/addresses', {
    ...{ label: 'Rumah', recipient: buyer.name, phone: buyer.phone },
    ...{ street: buyer.place.street, areaCode: buyer.place.village },
    postalCode: buyer.place.postalCode,
  })
}

/** Vouchers that sellers do not pay for. */
async function sponsored(world: World, at: number, startsOn: string): Promise<void> {
  const treasurer = world.member(keyOf(operator, 'treasurer'))
  await treasurer.confirm(at)
  const amount = 5_000_000
  const deposit = { partner: partner.slug, amount, receivedOn: startsOn, reference: 'CSR kriya' }
  await treasurer.post(at, '/api/partner-deposits', deposit)
  await treasurer.post(at, `/api/organizations/${operator.slug}/vouchers`, {
    ...{ kind: 'percent', code: 'KRIYA10', percentBps: 1000, cap: 50_000, minimum: 100_000 },
    ...{ label: 'Kriya hemat 10 persen', startsOn, mostUses: 500, mostPerBuyer: 1 },
  })
  await world
    .member(keyOf(partner, 'manager'))
    .post(at, `/api/organizations/${partner.slug}/vouchers`, {
      ...{ kind: 'shipping', code: 'ONGKIRCSR', cap: 20_000, budget: 2_000_000 },
      ...{ label: 'Ongkir dari mitra', startsOn, mostPerBuyer: 2 },
    })
}
