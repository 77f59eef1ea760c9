// The loans that a lender of the demo network brought along from the spreadsheet it ran on: one by its
// balance, one of a group with its members' shares, one by its payments with a difference that was accepted.

import { addMonths, localDate } from '#worker/kernel/calendar'
import { lenders } from '#db/seed/network/organizations'
import { dayOf, daysAgo, keyOf, known, type World } from '#db/seed/runner/world'

const MINUTE = 60_000
const SLUG = 'koperasi-lumbung-karya'

const HEAD =
  'nomor pinjaman;nama peminjam;telepon;kabupaten;kelompok;pokok pinjaman;jasa % setahun;cara jasa;' +
  'jumlah angsuran;angsuran setiap;tanggal cair;sisa pokok;tunggakan jasa;anggota;bagian;' +
  'tanggal bayar;jumlah bayar'

export function noteMovingIn(world: World): void {
  const lender = lenders.find((one) => one.slug === SLUG)
  if (!lender) return
  const treasurer = world.member(keyOf(lender, 'treasurer'))
  const at = daysAgo(world, 6, 13)
  const path = `/api/lenders/${SLUG}/loan-imports`
  world.agenda.note(`moving in of ${SLUG}`, at, async () => {
    await treasurer.confirm(at)
    const slug = lender.products[0]?.slug ?? ''
    const productId = known(world.loanProducts, `${SLUG}/${slug}`)
    const query = `?name=pinjaman-lama.csv&asOf=${dayOf(at)}&productId=${productId}`
    const bytes = new TextEncoder().encode(sheet(world))
    const { id } = await treasurer.post<{ id: string }>(at, path + query, bytes)
    const accepted = { items: 'all' }
    await treasurer.post(at + MINUTE, `${path}/${id}/acceptances`, accepted)
    await treasurer.post(at + 2 * MINUTE, `${path}/${id}/application`)
  })
}

/** Four instalments are paid and none is overdue when they come. */
function sheet(world: World): string {
  const from = localDate(dayOf(daysAgo(world, 135, 8)))
  const terms = `12;tetap;12;bulanan;${from}`
  const paid = [1, 2, 3, 4].map(
    (months) => `SPP-021;${';'.repeat(14)}${addMonths(from, months)};448000`,
  )
  return [
    HEAD,
    `UEP-007;Tumini;0812-0000-7001;34.04;;6000000;${terms};4000000;0`,
    `SPP-018;Sulastri;0812-0000-7002;34.04;SPP Melati;9600000;${terms};6400000;0;Sulastri;3600000`,
    `SPP-018${';'.repeat(13)}Ngatinem;3000000`,
    `SPP-018${';'.repeat(13)}Partinah;3000000`,
    `SPP-021;Wagiyem;0812-0000-7003;34.04;;4800000;${terms};3100000`,
    ...paid,
  ].join('\n')
}
