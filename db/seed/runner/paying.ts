// How the demo network is paid beside a transfer: the operator's QRIS code, which pays nobody, and the
// groups that take cash on delivery. Which of the past purchases were paid so.

import { enterprises } from '#db/seed/network/enterprises'
import { operator } from '#db/seed/network/organizations'
import type { PurchaseStory } from '#db/seed/network/orders/story'
import { daysAgo, keyOf, known, type World } from '#db/seed/runner/world'
import { sealed } from '#worker/market/paying/qris/qris'

const MINUTE = 60_000
const SHOPS = new Map(enterprises.map((one) => [one.slug, one]))

/** Since when buyers may pay otherwise, in days ago. */
const SINCE = 120

/** A code whose merchant is made up; its check is right, so that readers of codes read it. */
const STATIC = sealed(
  '000201010211' +
    '26690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000000000010303UMI' +
    '51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI' +
    '5204599953033605802ID5915KOPERASI CONTOH6006SLEMAN610555281',
)

const takesCod = (enterprise: string) => [...SHOPS.keys()].indexOf(enterprise) < 4

export function notePaying(world: World): void {
  const at = daysAgo(world, SINCE, 8)
  const treasurer = world.member(keyOf(operator, 'treasurer'))
  world.agenda.note('qris', at, async () => {
    await treasurer.confirm(at)
    await treasurer.put(at, '/api/qris-codes/current', { payload: STATIC })
  })
  for (const slug of [...SHOPS.keys()].filter(takesCod)) {
    const chair = world.member(keyOf(known(SHOPS, slug), 'chair'))
    const terms = { offered: true, most: 5_000_000, areas: [] }
    world.agenda.note(`cod of ${slug}`, at, () =>
      chair.put(at, `/api/enterprises/${known(world.enterprises, slug)}/cod-terms`, terms),
    )
  }
}

/** How each purchase was paid: a few at the door, those paid at once by QRIS, the others by transfer. */
export function payers(world: World): (story: PurchaseStory) => 'transfer' | 'qris' | 'cod' {
  const atDoor = new Set<string>()
  const since = daysAgo(world, SINCE - 2, 8)
  return (story) => {
    const { buyer, orders, placedAt, settledAt, ends } = story
    if (placedAt < since || ends !== 'settled' || settledAt === undefined) return 'transfer'
    const fits = orders.every(
      (one) =>
        takesCod(one.enterprise) && one.delivery === 'courier' && one.cancelledAt === undefined,
    )
    if (fits && atDoor.size < 8 && !atDoor.has(buyer)) {
      atDoor.add(buyer)
      return 'cod'
    }
    return settledAt - placedAt < 55 * MINUTE ? 'qris' : 'transfer'
  }
}
