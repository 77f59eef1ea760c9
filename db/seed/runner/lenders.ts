// How the lenders of the demo network prepare their desks: the cap that binds them, what they
// offer, and the money they lend, which comes from their funders in parts.

import { lenders, partner } from '#db/seed/network/organizations'
import type { LenderStory } from '#db/seed/network/story'
import { openPartnersFund } from '#db/seed/runner/lender-books'
import { dayOf, daysAgo, keyOf, type World } from '#db/seed/runner/world'

const MINUTE = 60_000

/** Who gives, and how many percent of the fund. */
const FUNDERS: Readonly<Record<string, readonly (readonly [source: string, share: number])[]>> = {
  'koperasi-lumbung-karya': [
    ['Simpanan anggota', 55],
    ['Dana bergulir LPDB', 30],
    ['PT Sagara Boga Lestari (TJSL)', 15],
  ],
  'bumdesma-menoreh-sejahtera': [
    ['Dana bergulir masyarakat eks PNPM', 70],
    ['Penyertaan modal desa', 30],
  ],
}

/** A committee for large loans, since this many days. */
const COMMITTEES: Readonly<Record<string, object>> = {
  'koperasi-lumbung-karya': {
    ...{ votes: 2, votesAbove: 30_000_000, approverLimit: 30_000_000 },
    borrowerLimit: 90_000_000,
  },
}
const COMMITTEE_DAYS = 9

/** What was changed of a product later on: who borrowed before keeps what she signed. */
const CHANGES: Readonly<Record<string, object>> = {
  'koperasi-lumbung-karya/modal-perajin': { payoutShare: 15 },
}
const CHANGE_DAYS = 40

export async function openDesks(world: World): Promise<void> {
  await Promise.all(lenders.map((one) => openDesk(world, one)))
}

async function openDesk(world: World, lender: LenderStory): Promise<void> {
  const at = daysAgo(world, 284, 9)
  const owner = world.member(keyOf(lender, 'owner'))
  const path = `/api/lenders/${lender.slug}`
  await owner.put(at, `${path}/rate-caps`, { since: '2024-01-01', ...lender.cap })
  for (const { slug, ...offer } of lender.products) {
    const offered = await owner.post<{ id: string }>(at + MINUTE, `${path}/loan-products`, offer)
    world.loanProducts.set(`${lender.slug}/${slug}`, offered.id)
    const change = CHANGES[`${lender.slug}/${slug}`]
    const day = daysAgo(world, CHANGE_DAYS, 8)
    if (!change) continue
    world.agenda.note(`change of ${slug}`, day, () =>
      owner.patch(day, `/api/loan-products/${offered.id}`, { ...offer, ...change }),
    )
  }
  const rules = COMMITTEES[lender.slug]
  if (rules) {
    world.agenda.note(`rules of ${lender.slug}`, daysAgo(world, COMMITTEE_DAYS, 8), () =>
      owner.put(daysAgo(world, COMMITTEE_DAYS, 8), `${path}/approval-rules`, rules),
    )
  }
  const treasurer = world.member(keyOf(lender, 'treasurer'))
  for (const [source, share] of FUNDERS[lender.slug] ?? [['Modal sendiri', 100]]) {
    const amount = (lender.fund / 100) * Number(share)
    await treasurer.confirm(at)
    const ofPartner = source.startsWith(partner.name)
    const fundId = ofPartner ? await openPartnersFund(world, lender, amount) : undefined
    const received = { amount, source, receivedOn: dayOf(at), ...(fundId ? { fundId } : {}) }
    await treasurer.post(at + 2 * MINUTE, `${path}/fund-receipts`, received)
  }
}
