/** What was bought in a year as a table for a spreadsheet; no cell can begin a formula. */
import { readOwn } from '#lib/server/api.ts'
import { m } from '#lib/paraglide/messages.js'
import type { RequestHandler } from './$types'

const cell = (text: string | number) => {
  const plain = String(text)
  const safe = /^[=+\-@\t\r]/.test(plain) && typeof text === 'string' ? `'${plain}` : plain
  return /[",;\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const GET: RequestHandler = async ({ locals: { api }, params: { slug }, url }) => {
  const year = url.searchParams.get('year')
  const route = api.companies[':slug'].spending
  const spent = await readOwn(route.$get({ param: { slug }, query: year ? { year } : {} }), url)
  const rows: (string | number)[][] = [
    [m.companies_list_seller(), m.companies_spending_region(), m.companies_spending_amount()],
    ...spent.bySeller.map((one) => [one.name, one.region, one.amount]),
    [m.companies_spending_total(), '', spent.total],
    [m.companies_spending_women(), '', spent.womenLed],
    [m.companies_spending_month(), '', m.companies_spending_amount()],
    ...spent.byMonth.map((one) => [one.key, '', one.amount]),
    [m.companies_spending_category(), '', m.companies_spending_amount()],
    ...spent.byCategory.map((one) => [one.name, '', one.amount]),
  ]
  const text = rows.map((row) => row.map(cell).join(',')).join('\r\n')
  return new Response(`\ufeff${text}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}-${spent.from.slice(0, 4)}.csv"`,
    },
  })
}
