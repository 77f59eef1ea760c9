// What the partner buys on paper: a chain that is paid, one under way, and requests in each state.

import { enterprises } from '#db/seed/network/enterprises'
import { operator, partner } from '#db/seed/network/organizations'
import { dayOf, daysAgo, keyOf, type World } from '#db/seed/runner/world'

type Known = { id: string }
type Ordered = Known & { order: Known | null; status: string }
type Billed = Known & { due: number }

const HOUR = 3_600_000
const VILLAGE = partner.place.village

export function noteProcurement(world: World): void {
  const at = daysAgo(world, 75, 9)
  world.agenda.note('procurement', at, () => papers(world, at))
  const stories: [days: number, how: Story][] = [
    [70, { shop: 0, title: 'Besek pandan berlogo', quantity: 120, price: 18_500, until: 'paid' }],
    [30, { shop: 0, title: 'Goodie bag kain', quantity: 60, price: 65_000, until: 'invoiced' }],
    [14, { shop: 0, title: 'Kotak hampers anyaman', quantity: 80, price: 95_000, until: 'sent' }],
    [
      6,
      {
        shop: 0,
        title: 'Cangkir keramik berukir',
        quantity: 200,
        price: 45_000,
        until: 'awaiting',
      },
    ],
    [4, { shop: 0, title: 'Tempat tisu pandan', quantity: 50, price: 42_000, until: 'quoted' }],
    [2, { shop: 0, title: 'Map dokumen anyaman', quantity: 100, price: 0, until: 'asked' }],
    [3, { shop: 0, title: 'Syal tenun seragam', quantity: 40, price: 0, until: 'declined' }],
  ]
  for (const [days, story] of stories) {
    const begins = daysAgo(world, days, 10)
    world.agenda.note('procurement', begins, () => buy(world, begins, story))
  }
}

type Story = {
  shop: number
  title: string
  quantity: number
  price: number
  until: 'asked' | 'declined' | 'quoted' | 'awaiting' | 'sent' | 'invoiced' | 'paid'
}

async function papers(world: World, at: number): Promise<void> {
  const { place, name, members } = partner
  const [owner] = members
  await world.member(keyOf(partner, 'owner')).put(at, `/api/companies/${partner.slug}`, {
    ...{ legalName: `${name} Tbk`, npwp: '0123456789012000', prefix: 'SBL' },
    ...{ street: place.street, areaCode: VILLAGE, postalCode: place.postalCode },
    ...{ contactName: 'Bagian Pengadaan', contactPhone: owner?.phone ?? '' },
    ...{ staffLimit: 3_000_000, managerLimit: 25_000_000, tempoDays: 14 },
  })
}

async function buy(world: World, begins: number, story: Story): Promise<void> {
  const shop = enterprises[story.shop]
  if (!shop) return
  const { title, quantity, price, until } = story
  const [staff, manager] = [keyOf(partner, 'staff'), keyOf(partner, 'manager')].map((key) =>
    world.member(key),
  )
  const [chair, clerk] = [keyOf(shop, 'chair'), keyOf(shop, 'treasurer')].map((key) =>
    world.member(key),
  )
  if (!staff || !manager || !chair || !clerk) return
  let at = begins
  const later = (hours: number) => (at += hours * HOUR)
  const asked = await staff.post<Known>(at, `/api/companies/${partner.slug}/quotations`, {
    ...{ enterprise: shop.slug, street: partner.place.street, areaCode: VILLAGE },
    ...{ postalCode: partner.place.postalCode, note: 'Untuk bingkisan karyawan.' },
    lines: [{ title, quantity }],
  })
  if (until === 'asked') return
  const quotation = `/api/quotations/${asked.id}`
  if (until === 'declined') {
    const reason = 'Alat tenun sedang penuh sampai bulan depan.'
    await chair.post(later(3), `${quotation}/refusal`, { reason })
    return
  }
  await chair.post(later(3), `${quotation}/quote`, {
    lines: [{ n: 1, quantity, unitPrice: price, madeToOrder: true }],
    ...{ shipping: 150_000, leadDays: 10, validUntil: dayOf(at + 14 * 24 * HOUR), tempoDays: 14 },
    note: 'Harga termasuk kemasan.',
  })
  if (until === 'quoted') return
  const accepted = await staff.post<Ordered>(later(2), `${quotation}/acceptance`, { revision: 1 })
  if (until === 'awaiting') return
  const path = `/api/purchase-orders/${accepted.id}`
  const order =
    accepted.status === 'issued'
      ? accepted
      : await manager.post<Ordered>(later(2), `${path}/approval`)
  await chair.post(later(2), `/api/orders/${order.order?.id ?? ''}/confirmation`)
  const first = until === 'sent' ? Math.floor(quantity / 2) : quantity
  const handover = await clerk.post<Known>(later(24), `${path}/handovers`, {
    ...{ sentOn: dayOf(at), carrier: 'Truk kelompok', lines: [{ n: 1, quantity: first }] },
  })
  if (until === 'sent') return
  const bast = `/api/handovers/${handover.id}`
  await staff.post(later(24), `${bast}/receipt`, { lines: [{ n: 1, accepted: quantity }] })
  await clerk.post(later(1), `${bast}/signature`)
  const invoice = await chair.post<Billed>(later(1), `${bast}/invoice`)
  if (until === 'invoiced') return
  const treasurer = world.member(keyOf(operator, 'treasurer'))
  await treasurer.confirm(later(24))
  await treasurer.post(at, `/api/invoices/${invoice.id}/payment`, {
    ...{ amount: invoice.due, receivedOn: dayOf(at), reference: 'Transfer SBL' },
  })
}
