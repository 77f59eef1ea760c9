// Makes the demo network: fourteen enterprises, their goods, nine months of orders, two lenders
// and their loans, all of it done by its people through the application itself, each at her own
// time.

import { enterprises } from '#db/seed/network/enterprises'
import { loanStories } from '#db/seed/network/loans'
import { openingStock, orderStories } from '#db/seed/network/orders'
import { facilitator, lenders, operator, partner } from '#db/seed/network/organizations'
import { buyers } from '#db/seed/network/buyers'
import { openGallery } from '#db/seed/runner/gallery'
import { noteBooks } from '#db/seed/runner/lender-books'
import { openDesks } from '#db/seed/runner/lenders'
import { noteMovingIn } from '#db/seed/runner/moving-in'
import { noteLoan } from '#db/seed/runner/loans'
import { noteOffers } from '#db/seed/runner/offers'
import { openNetwork, registerEnterprises } from '#db/seed/runner/organizations'
import { notePaying, payers } from '#db/seed/runner/paying'
import { notePayouts } from '#db/seed/runner/payouts'
import { noteProcurement } from '#db/seed/runner/procurement'
import { listings, noteListings, noteWindows } from '#db/seed/runner/products'
import { notePurchase } from '#db/seed/runner/purchases'
import { noteQuestions } from '#db/seed/runner/talk'
import { dayOf, daysAgo, keyOf, worldOn, type World } from '#db/seed/runner/world'
import type { OpenStage } from '#db/seed/stage'
import { instant } from '#worker/kernel/calendar'

/** Who can be signed in as, and what for. */
export type DemoPerson = { role: string; name: string; to: string }

type Seeding = { stage: OpenStage; say: (line: string) => void; now?: number }

export async function seedDemo({ stage, say, now = Date.now() }: Seeding): Promise<DemoPerson[]> {
  const world = worldOn(stage, instant(now))
  const stories = orderStories({ now: world.now })
  const listed = listings(world, stories)
  const gallery = openGallery(listed)

  await openNetwork(world, stage.setupToken)
  await registerEnterprises(world)
  await openDesks(world)
  say(`opened ${enterprises.length} enterprises and ${lenders.length} lenders`)

  noteListings(world, listed, { stock: openingStock(stories), gallery })
  notePaying(world)
  const methodOf = payers(world)
  for (const story of stories) notePurchase(world, story, methodOf(story))
  noteWindows(world, listed)
  for (const story of loanStories) noteLoan(world, story)
  notePayouts(world)
  noteQuestions(world)
  noteOffers(world)
  noteProcurement(world)
  noteBooks(world)
  noteMovingIn(world)
  for (const days of nights()) world.agenda.strikeHour(daysAgo(world, days, 3))

  await world.agenda.play(stage, world.now, quarterly(say))
  const orders = stories.reduce((sum, one) => sum + one.orders.length, 0)
  say(`${listed.length} products, ${orders} orders, ${loanStories.length} loans and applications`)
  return demoPeople(world)
}

/** The nights on which the clock tidied up and audited: one a month, and the last four. */
function nights(): number[] {
  const months = Array.from({ length: 9 }, (_, i) => 270 - 30 * i)
  return [...months, 3, 2, 1, 0]
}

/** A line for every quarter of the way. */
function quarterly(say: (line: string) => void) {
  let next = Infinity
  const QUARTER = 30 * 86_400_000
  return (at: number, done: number) => {
    if (next === Infinity) next = at + QUARTER
    if (at < next) return
    next = at + QUARTER
    say(`  … ${dayOf(at)}, ${done} deeds done`)
  }
}

function demoPeople(world: World): DemoPerson[] {
  const [karya] = lenders
  const [rajapolah] = enterprises
  const [buyer] = buyers
  if (!karya || !rajapolah || !buyer) return []
  const one = (role: string, key: string): DemoPerson => {
    const { name, phone } = world.member(key).story
    return { role, name, to: phone }
  }
  return [
    one(`chair of ${rajapolah.name}`, keyOf(rajapolah, 'chair')),
    one(`treasurer of ${rajapolah.name}`, keyOf(rajapolah, 'treasurer')),
    one('buyer', buyer.key),
    one('operator’s owner', keyOf(operator, 'owner')),
    one('operator’s treasurer', keyOf(operator, 'treasurer')),
    one(`officer of ${karya.name}`, keyOf(karya, 'officer')),
    one('approver', keyOf(karya, 'approver')),
    one('cashier', keyOf(karya, 'cashier')),
    one('member with a loan', 'suparmi'),
    one('companion', keyOf(facilitator, 'companion')),
    one(`manager of ${partner.name}`, keyOf(partner, 'manager')),
  ]
}
