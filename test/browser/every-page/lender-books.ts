/** The pages of a lender's funds and books, and of whoever gave a fund. */
import type { Http, Json } from '#test/support/http'
import type { Walker, Walkers } from './walkers.ts'

async function items(from: Http, path: string): Promise<Json[]> {
  const answer = await from.get(path)
  if (answer.status !== 200 || !answer.body.items[0]) throw new Error(`nothing at ${path}`)
  return answer.body.items
}

const organizationOf = async (from: Http): Promise<string> =>
  (await from.get('/api/me')).body.organizations[0].slug

export async function lenderBooks({
  officer,
  manager,
  lenderTreasurer,
}: Walkers): Promise<Partial<Record<Walker, string[]>>> {
  const [slug, partner] = [await organizationOf(officer), await organizationOf(manager)]
  const [room, given] = [`/lender/${slug}`, `/partner/${partner}/funds`]
  const api = `/api/lenders/${slug}`
  const [fund] = await items(lenderTreasurer, `${api}/funds`)
  const [proposal] = await items(lenderTreasurer, `${api}/book-proposals`)
  const entries = await items(lenderTreasurer, `/api/books/${slug}/entries?limit=100`)
  const written = entries.find((one) => one.rule === 'entry-written') ?? entries[0]!
  const [theirs] = await items(manager, `/api/funders/${partner}/funds`)
  const book = `${room}/books`
  const [sheet] = await items(lenderTreasurer, `${api}/loan-imports`)
  const parts = ['balance-sheet', 'income', 'cash-flow', 'periods', 'provisions', 'chart']
  return {
    lenderTreasurer: [
      ...parts.map((part) => `${book}/${part}`),
      ...[`${book}/entries/${written.id}`, `${room}/book-proposals`],
      ...[`${room}/book-proposals/new`, `${room}/book-proposals/${proposal!.id}`],
      ...[`${room}/funds`, `${room}/funds/new`, `${room}/funds/${fund!.id}`],
      ...[`${room}/imports`, `${room}/imports/${sheet!.id}`, `${room}/exports`],
    ],
    lenderOwner: [`${room}/book-proposals/${proposal!.id}`],
    officer: [`${room}/funds`, `${room}/funds/${fund!.id}`],
    manager: [given, `${given}/${theirs!.id}`],
  }
}
