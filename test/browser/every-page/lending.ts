/** The rooms of a lender: desk, dossiers and how they are judged, books. */
import { first, get, organizationOf } from './reading.ts'
import type { Walker, Walkers } from './walkers.ts'

type Paths = Partial<Record<Walker, string[]>>

export async function lending(walkers: Walkers): Promise<Paths> {
  const { officer, lenderTreasurer } = walkers
  const slug = await organizationOf(officer)
  const room = `/lender/${slug}`
  const api = `/api/lenders/${slug}`
  const application = await first(officer, `${api}/loan-applications`)
  const loan = await first(officer, `${api}/loans?which=overdue`)
  const { lines } = await get(lenderTreasurer, `/api/books/${slug}/trial-balance`)
  const overdue = await get(officer, `${api}/loans?which=overdue`)
  const each = overdue.items.map(({ id }: { id: string }) => `${room}/loans/${id}`)
  const desk = [room, `${room}/loans`, `${room}/loans/${loan.id}`]
  const dossier = [`${room}/applications`, `${room}/applications/${application.id}`]
  const judging = ['scorecard', 'approvals', 'overrides'].map(
    (page) => `${room}/applications/${page}`,
  )
  const offered = `${room}/products/${(await first(officer, `${api}/loan-products`)).id}`
  return {
    officer: [...desk, ...each.slice(1, 3), ...dossier, `${room}/products`, ...judging],
    approver: [...desk, ...dossier, ...judging, `${room}/applications?waiting=mine`],
    cashier: [...desk, `${room}/transfers`, `${room}/disbursements`, `${room}/refunds`],
    lenderOwner: [
      ...[`${room}/portfolio`, `${room}/portfolio/loans`],
      ...[...judging, room, `${room}/products`, `${room}/products/new`, `${room}/books`],
      ...[`${room}/products/new?template=spp`, offered, `${offered}/edit`],
    ],
    lenderTreasurer: [
      ...[`${room}/books`, `${room}/books/entries`, `${room}/books/${lines[0].code}`],
      ...[`${room}/portfolio`, `${room}/portfolio/loans?over=0`, `${room}/portfolio/quality`],
      ...[`${room}/portfolio/health`, `${room}/portfolio/pumk`],
      ...desk,
    ],
  }
}
