import { afterEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import * as sold from '#test/support/orders'
import { aPayableMarket } from '#test/support/settling'
import { expected, inviteAndJoin, signInAgain } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const EARNED = 255_500

/** Two months: an order in the one; in the next an order, and a payout dated back into the first. */
async function twoMonths() {
  const market = await aPayableMarket()
  const { shop, operator } = market
  await sold.aCompletedOrder(market)
  const first = sold.today().slice(0, 7)
  const early = sold.today()
  clock.now += 20 * sold.DAY
  await signInAgain(shop.chair)
  await signInAgain(operator.owner)
  await sold.aCompletedOrder(market)
  const asked = { enterpriseId: shop.id, amount: 5_500, reference: 'TRF 1', sentOn: early }
  expected(await operator.owner.post('/api/payouts', asked), 201)
  const path = `/api/enterprises/${shop.slug}/statements`
  return { ...market, path, first, second: sold.today().slice(0, 7) }
}

describe('GET /api/enterprises/:slug/statements', () => {
  it('counts months back from what is owed now', async () => {
    const { shop, path, first, second } = await twoMonths()
    const { items } = expected(await shop.chair.get(path), 200)
    expect(items).toEqual([
      { month: second, opening: 250_000, gained: EARNED, taken: 0, closing: 505_500 },
      { month: first, opening: 0, gained: EARNED, taken: 5_500, closing: 250_000 },
    ])
    const page = expected(await shop.chair.get(`${path}?limit=1`), 200)
    const rest = expected(await shop.chair.get(`${path}?limit=1&after=${page.next}`), 200)
    expect([...page.items, ...rest.items]).toEqual(items)
  })

  it('refuses a place that is not one', async () => {
    const { shop } = await sold.aMarket()
    const path = `/api/enterprises/${shop.slug}/statements?after=x`
    expect((await shop.chair.get(path)).status).toBe(400)
  })

  it('is for those of the enterprise who see its money', async () => {
    const { shop, operator } = await sold.aMarket()
    const other = await sold.aStockedShop(operator)
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    for (const part of ['', '/2026-11', '/2026-11/file']) {
      const path = `/api/enterprises/${shop.slug}/statements${part}`
      expect((await staff.get(path)).status).toBe(403)
      expect((await other.shop.chair.get(path)).status).toBe(404)
    }
  })
})

describe('GET /api/enterprises/:slug/statements/:month', () => {
  it('goes from what was there to what is left, page by page, whatever was dated back', async () => {
    const { shop, path, first, second } = await twoMonths()
    for (const month of [first, second]) {
      const whole = expected(await shop.chair.get(`${path}/${month}`), 200)
      const lines: Json[] = []
      for (let after = ''; ;) {
        const page = expected(await shop.chair.get(`${path}/${month}?limit=1${after}`), 200)
        lines.push(...page.lines.items)
        if (page.lines.next === null) break
        after = `&after=${page.lines.next}`
      }
      expect(lines).toEqual(whole.lines.items)
      expect(lines.at(-1)?.balance).toBe(whole.closing)
      expect(lines.reduce((sum, line) => sum + line.change, whole.opening)).toBe(whole.closing)
    }
    const quiet = expected(await shop.chair.get(`${path}/2027-12`), 200)
    expect(quiet).toMatchObject({ opening: 505_500, closing: 505_500, lines: { items: [] } })
  })

  it('is a file too', async () => {
    const { shop, path, first } = await twoMonths()
    const { text } = await shop.chair.get(`${path}/${first}/file`)
    const rows = text.trim().split('\r\n')
    expect(rows).toHaveLength(4)
    expect(rows[1]).toContain('Saldo awal')
    expect(rows.at(-1)).toMatch(/,-5500,250000$/)
  })

  it('refuses a month that is none', async () => {
    const { shop } = await sold.aMarket()
    const path = `/api/enterprises/${shop.slug}/statements`
    for (const month of ['2026-13', 'november', '2026-13/file']) {
      expect((await shop.chair.get(`${path}/${month}`)).status).toBe(400)
    }
  })
})

describe('GET /api/books/:organization/months', () => {
  it('says what the operator earned, month by month, as the books do', async () => {
    const { operator, first, second } = await twoMonths()
    const path = `/api/books/${operator.slug}/months?until=${second}`
    const { accounts, months } = expected(await operator.owner.get(path), 200)
    expect(months).toHaveLength(12)
    expect(months.slice(-2).map((one: Json) => one.month)).toEqual([first, second])
    const at = accounts.findIndex((one: Json) => one.code === 'commission-income')
    expect(months.slice(-2).map((one: Json) => one.amounts[at])).toEqual([12_500, 12_500])
    for (const { amounts, income, expense } of months) {
      expect(amounts.reduce((sum: number, one: number) => sum + one, 0)).toBe(income + expense)
    }
  })

  it('refuses a month that is none', async () => {
    const { operator } = await sold.aMarket()
    const path = `/api/books/${operator.slug}/months?until=2026-00`
    expect((await operator.owner.get(path)).status).toBe(400)
  })

  it('is for those who read that book', async () => {
    const { operator, shop } = await sold.aMarket()
    const path = `/api/books/${operator.slug}/months`
    expect((await shop.chair.get(path)).status).toBe(403)
    expect((await operator.owner.get('/api/books/none/months')).status).toBe(404)
  })

  it('reads no more rows when there is ten times as much', async () => {
    const market = await aPayableMarket()
    const { operator, shop } = market
    const path = `/api/books/${operator.slug}`
    const statement = `/api/enterprises/${shop.slug}/statements/${sold.today().slice(0, 7)}?limit=2`
    const read = async () => {
      const costs: number[] = []
      for (const each of [`${path}/months`, `${path}/trial-balance`, '/api/overview']) {
        costs.push((await operator.owner.get(each)).cost.rowsRead)
      }
      for (const each of [statement, `/api/enterprises/${shop.slug}/balance?limit=2`]) {
        costs.push((await shop.chair.get(each)).cost.rowsRead)
      }
      return costs
    }
    for (let n = 0; n < 3; n += 1) await sold.aCompletedOrder(market)
    const some = await read()
    for (let n = 0; n < 30; n += 1) await sold.aCompletedOrder(market)
    expect(await read()).toEqual(some)
  })
})
