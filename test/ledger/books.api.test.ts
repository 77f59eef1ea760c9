import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { afterEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, type Json } from '#test/support/client'
import * as sold from '#test/support/orders'
import { aLender, expected, inviteAndJoin } from '#test/support/world'
import { api } from '#worker/api'

const START = clock.now
afterEach(() => void (clock.now = START))

/** One order completed, one paid and open: two entries of payments, one of completion. */
async function aBook() {
  const done = await sold.aCompletedOrder()
  const open = await sold.aPaidOrder(done)
  const { owner, slug } = done.operator
  return { ...done, open, owner, book: `/api/books/${slug}` }
}

async function all(client: Client, path: string): Promise<Json[]> {
  const items: Json[] = []
  for (let after = ''; ;) {
    const page = expected(await client.get(`${path}${path.includes('?') ? '&' : '?'}${after}`), 200)
    items.push(...page.items)
    if (page.next === null) return items
    after = `after=${page.next}`
  }
}

describe('GET /api/books', () => {
  it('names the books one may read, and no other', async () => {
    const { operator, owner } = await aBook()
    const lender = await aLender(operator, ['treasurer', 'officer'])
    const slugs = async (client: Client) =>
      (await client.get('/api/books')).body.items.map((one: Json) => one.slug)
    expect(await slugs(owner)).toEqual([operator.slug])
    expect(await slugs(lender.treasurer)).toEqual([lender.slug])
    expect((await lender.officer.get('/api/books')).status).toBe(403)
    expect((await new Client().get('/api/books')).status).toBe(401)
  })
})

describe('GET /api/books/:organization/trial-balance', () => {
  it('balances, account by account in the order of their numbers', async () => {
    const { owner, book, open, purchase } = await aBook()
    const balance = expected(await owner.get(`${book}/trial-balance`), 200)
    const of = (code: string) => balance.lines.find((one: Json) => one.code === code)
    const codes = purchase.uniqueCode + open.purchase.uniqueCode
    expect(of('bank')).toMatchObject({ number: '1100', balance: 2 * 268_000 + codes })
    expect(of('buyers-money').balance).toBe(268_000)
    expect(of('seller-payable').balance).toBe(255_500)
    expect(of('commission-income').balance).toBe(12_500)
    expect(balance.debits).toBe(balance.credits)
    const numbers = balance.lines.map((one: Json) => one.number)
    expect(numbers).toEqual([...numbers].sort())
  })

  it('is found by its id too, and not by whoever reads another book', async () => {
    const { operator, owner, shop } = await aBook()
    expect((await owner.get(`/api/books/${operator.id}/trial-balance`)).status).toBe(200)
    const lender = await aLender(operator, ['treasurer'])
    const path = `/api/books/${operator.slug}/trial-balance`
    expect((await lender.treasurer.get(path)).status).toBe(404)
    expect((await shop.chair.get(path)).status).toBe(403)
  })
})

describe('GET /api/books/:organization/accounts', () => {
  it('lists each account with its holder, page by page', async () => {
    const { owner, book, shop, open } = await aBook()
    const accounts = await all(owner, `${book}/accounts?limit=2`)
    const held = accounts.find((one) => one.code === 'buyers-money' && one.holder === open.id)
    expect(held).toMatchObject({ balance: 268_000, debits: 0, credits: 268_000 })
    expect(accounts.filter((one) => one.code === 'seller-payable')).toMatchObject([
      { holder: shop.id, balance: 255_500 },
    ])
    expect(new Set(accounts.map((one) => one.id)).size).toBe(accounts.length)
    const sellers = await all(owner, `${book}/accounts?code=seller-payable`)
    expect(sellers).toHaveLength(1)
  })

  it('refuses a code that is not in the chart, and other people’s books', async () => {
    const { owner, book, shop } = await aBook()
    expect((await owner.get(`${book}/accounts?code=gold`)).status).toBe(400)
    expect((await shop.chair.get(`${book}/accounts`)).status).toBe(403)
    expect((await owner.get('/api/books/nobody/accounts')).status).toBe(404)
  })
})

describe('GET /api/books/:organization/entries', () => {
  it('lists entries with their transfers, the newest first', async () => {
    const { owner, book, code } = await aBook()
    const entries = await all(owner, `${book}/entries?limit=1`)
    expect(entries.map((one) => one.rule).sort()).toEqual([
      'order-completed',
      'purchase-paid',
      'purchase-paid',
    ])
    const completed = entries.find((one) => one.rule === 'order-completed')!
    expect(completed.description).toBe(`Pesanan ${code} selesai`)
    expect(
      completed.transfers.map((one: Json) => [one.debit.code, one.credit.code, one.amount]),
    ).toEqual([
      ['buyers-money', 'seller-payable', 255_500],
      ['buyers-money', 'commission-income', 12_500],
    ])
  })

  it('refuses a place that is none, and other people’s books', async () => {
    const { owner, book, shop } = await aBook()
    expect((await owner.get(`${book}/entries?after=nonsense`)).status).toBe(400)
    expect((await shop.chair.get(`${book}/entries`)).status).toBe(403)
    expect((await owner.get('/api/books/nobody/entries')).status).toBe(404)
  })
})

describe('GET /api/books/:organization/accounts/:code/statement', () => {
  it('runs back from the balance to nothing, however the pages fall', async () => {
    const { owner, book, id } = await aBook()
    const held = `${book}/accounts/buyers-money/statement?holder=${id}`
    for (const limit of [1, 2, 100]) {
      const lines = await all(owner, `${held}&limit=${limit}`)
      expect(lines.map((one) => [one.change, one.balance])).toEqual([
        [-12_500, 0],
        [-255_500, 12_500],
        [268_000, 268_000],
      ])
    }
    const { account, balance } = expected(await owner.get(held), 200)
    expect(account).toMatchObject({ code: 'buyers-money', number: '2100', holder: id })
    expect(balance).toBe(0)
  })

  it('refuses an account that is not in the chart, and other people’s books', async () => {
    const { owner, book, shop } = await aBook()
    expect((await owner.get(`${book}/accounts/gold/statement`)).status).toBe(400)
    expect((await shop.chair.get(`${book}/accounts/bank/statement`)).status).toBe(403)
    expect((await owner.get('/api/books/nobody/accounts/bank/statement')).status).toBe(404)
  })
})

describe('GET /api/books/:organization/journal', () => {
  it('is a text to download that holds every entry', async () => {
    const { owner, book, operator, purchase } = await aBook()
    const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const ctx = createExecutionContext()
    const request = new Request(`http://localhost${book}/journal`, { headers: { cookie } })
    const response = await api.fetch(request, bindings(), ctx)
    const journal = await response.text()
    await waitOnExecutionContext(ctx)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain(`${operator.slug}.journal`)
    expect(journal).toContain('commodity IDR')
    expect(journal).toContain(`account assets:bank:${operator.slug}\n`)
    expect(journal).toContain(`Belanja ${purchase.code} dibayar  ; rule:purchase-paid`)
    expect(journal.match(/^\d{4}-\d{2}-\d{2} \(/gm)).toHaveLength(3)
  })

  it('is for those who read the books', async () => {
    const { operator, book, shop } = await aBook()
    const staff = await inviteAndJoin(operator.owner, operator.slug, 'staff')
    for (const other of [shop.chair, staff]) {
      expect((await other.get(`${book}/journal`)).status).toBe(403)
    }
    expect((await operator.owner.get('/api/books/nobody/journal')).status).toBe(404)
  })
})
