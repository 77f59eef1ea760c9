import { describe, expect, it } from 'vitest'
import { Client } from '#test/support/client'
import { aLender, anOperator, aPerson } from '#test/support/world'

describe('a list', () => {
  it.each(['limit=0', 'limit=101', 'limit=many', 'after=nowhere', 'limit=2&limit=3', 'unknown=1'])(
    'refuses ?%s with a pointer to it',
    async (query) => {
      const { status, body } = await new Client().get(`/api/loan-products?${query}`)
      expect([status, body.slug]).toEqual([400, 'malformed'])
      expect(body.errors[0].pointer).toBe(`/${query.split('=')[0]}`)
    },
  )

  it('of one’s own refuses it alike', async () => {
    const person = await aPerson()
    for (const path of ['/api/loans', '/api/loan-applications']) {
      expect((await person.get(`${path}?limit=0`)).status).toBe(400)
    }
  })

  it('of the operator refuses it alike', async () => {
    const { owner } = await anOperator()
    for (const path of [
      '/api/payments/unmatched',
      '/api/payouts/due',
      '/api/payouts',
      '/api/refunds/due',
    ]) {
      expect([path, (await owner.get(`${path}?limit=0`)).status]).toEqual([path, 400])
    }
  })
})

describe('what lies beside a product', () => {
  it('is asked for by a name of ours', async () => {
    expect((await new Client().get('/api/products/no-such-thing/beside')).status).toBe(404)
  })
})

describe('the journal of a book', () => {
  it('is plain text for its treasurer, and for nobody else', async () => {
    const operator = await anOperator()
    const lender = await aLender(operator)
    const path = `/api/books/${lender.slug}/journal`
    const { status, headers } = await lender.treasurer.get(path)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/plain')
    expect((await lender.cashier.get(path)).status).toBe(403)
    expect((await (await aLender(operator)).treasurer.get(path)).status).toBe(404)
  })
})
