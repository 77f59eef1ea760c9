/** A desk on a served network: its people sign in over the network, and its groups are the town's shops. */
import type { Chance } from '#db/seed/random'
import type { Town } from '#test/faults/town'
import { openDesk } from '#test/simulation/desk/opening'
import type { Desk, Who } from '#test/simulation/desk/scene'
import type { Http } from '#test/support/http'
import { aBorrowerOn, aStaffedLenderOn, today } from '#test/support/http-network'

const DAY = 24 * 3600_000
const BORROWERS = 6
/** Kab. Tasikmalaya, where every shop of a town is. */
const REGION = '32.06'

export const overNetwork = (http: Http): Who => ({
  get: http.get,
  put: http.put,
  post: (path, body) => http.post(path, body),
  under: (key, path, body) => http.post(path, body, key),
})

/** By the clock of this machine, which is the server's. */
const dayBefore = (days: number): string =>
  new Date(Date.parse(today()) - days * DAY).toISOString().slice(0, 10)

export async function aDeskIn(town: Town, random: Chance): Promise<Desk> {
  const roles = ['officer', 'approver', 'cashier', 'treasurer'] as const
  const { id, slug, ...people } = await aStaffedLenderOn(town.operator, roles)
  const { owner, officer, approver, cashier, treasurer } = people
  const borrowers: Who[] = []
  for (let n = 0; n < BORROWERS; n += 1) {
    borrowers.push(overNetwork(await aBorrowerOn(town.operator.at)))
  }
  return openDesk({
    ...{
      random,
      now: Date.now,
      day: dayBefore,
      slug,
      id,
      operator: overNetwork(town.operator),
      borrowers,
    },
    lender: {
      owner: overNetwork(owner),
      officer: overNetwork(officer),
      approver: overNetwork(approver),
      cashier: overNetwork(cashier),
      treasurer: overNetwork(treasurer),
    },
    groups: town.shops.map(({ chair, id: shop, slug: named }) => ({
      ...{ chair: overNetwork(chair), id: shop, slug: named, region: REGION },
      ...{ reserve: 0, shared: null, taken: 0, held: false },
    })),
  })
}
