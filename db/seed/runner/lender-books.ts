// How the lenders of the demo network keep their books: a fund that a partner of the network gave, running
// costs that the treasurer proposes and the owner agrees to, one that still waits, and months closed.

import { lenders, partner } from '#db/seed/network/organizations'
import type { LenderStory } from '#db/seed/network/story'
import { dayOf, daysAgo, keyOf, type World } from '#db/seed/runner/world'

const MINUTE = 60_000

type Cost = readonly [daysAgo: number, category: string, description: string, amount: number]

const COSTS: readonly Cost[] = [
  [200, 'rent', 'Sewa kantor setengah tahun', 3_000_000],
  [140, 'meetings', 'Konsumsi rapat anggota', 850_000],
  [80, 'transport', 'Perjalanan kunjungan peminjam', 420_000],
  [20, 'supplies', 'Buku kas dan tinta', 275_000],
]

/** The cooperative lends out of a company's CSR, too; the rest of the promise comes later. */
export async function openPartnersFund(world: World, lender: LenderStory, amount: number) {
  const at = daysAgo(world, 284, 10)
  const treasurer = world.member(keyOf(lender, 'treasurer'))
  await treasurer.confirm(at)
  const { id } = await treasurer.post<{ id: string }>(at, `/api/lenders/${lender.slug}/funds`, {
    name: 'TJSL Sagara untuk kriya',
    kind: 'csr',
    funderName: partner.name,
    funder: partner.slug,
    restriction: 'Modal kerja usaha kriya, didahulukan kelompok yang dipimpin perempuan.',
    promised: amount * 2,
    openedOn: dayOf(at),
  })
  world.partnersFunds.set(lender.slug, id)
  return id
}

/** The loans that this money became. */
const CARRIED = ['prailiu-nila', 'beleka-rotan', 'sentani-serat', 'sasirangan-ipal']

/** The fund that carries a loan of the stories; the lender's first where none is said. */
export function fundOf({ partnersFunds }: World, story: { key: string; lender: string }) {
  return CARRIED.includes(story.key) ? (partnersFunds.get(story.lender) ?? null) : null
}

export function noteBooks(world: World): void {
  for (const lender of lenders) noteBook(world, lender)
}

function noteBook(world: World, lender: LenderStory): void {
  const [owner, treasurer] = [
    world.member(keyOf(lender, 'owner')),
    world.member(keyOf(lender, 'treasurer')),
  ]
  const path = `/api/lenders/${lender.slug}`
  const lane = `books of ${lender.slug}`
  const propose = ([days, category, description, debit]: Cost, at: number) =>
    treasurer.post<{ id: string }>(at, `${path}/book-proposals`, {
      kind: 'entry',
      on: dayOf(daysAgo(world, days, 8)),
      description,
      lines: [
        { code: 'operating-expenses', category, debit },
        { code: 'bank', credit: debit },
      ],
    })
  for (const cost of COSTS) {
    const at = daysAgo(world, cost[0], 14)
    world.agenda.note(lane, at, async () => {
      const { id } = await propose(cost, at)
      await owner.confirm(at + MINUTE)
      await owner.post(at + MINUTE, `${path}/book-proposals/${id}/approval`, {})
    })
  }
  const closedAt = daysAgo(world, 18, 15)
  world.agenda.note(lane, closedAt, async () => {
    await treasurer.confirm(closedAt)
    await closeThrough(dayOf(daysAgo(world, 80, 12)).slice(0, 7), closedAt)
  })
  const lately = daysAgo(world, 1, 15)
  world.agenda.note(lane, lately, async () => {
    await propose([1, 'salaries', 'Honor petugas lapangan bulan ini', 1_200_000], lately)
  })

  /** A year ends before the months after it can be closed. */
  async function closeThrough(month: string, at: number): Promise<void> {
    const { closable } = await treasurer.get<{ closable: string[] }>(at, `${path}/periods`)
    const last = closable.at(-1)
    if (last === undefined) return
    const next = last < month ? last : month
    await treasurer.post(at, `${path}/periods/${next}/closing`, {})
    if (next < month) await closeThrough(month, at + MINUTE)
  }
}
