import { createExecutionContext } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { api } from '#worker/api'
import { arrivalOf } from '#worker/http/arrive'
import { bindings, Client, type Answer } from '#test/support/client'

/** Twenty million at 6 % a year on the balance, twelve months, level. */
const ASKED = {
  principal: 20_000_000,
  annualRate: 6,
  interestMethod: 'declining',
  amortization: 'equalInstalment',
  instalments: 12,
  every: 1,
  unit: 'month',
  disbursedOn: '2026-01-15',
}

const ask = (said: object = {}, query = '', headers = {}): Promise<Answer> =>
  new Client().send('POST', `/api/loan-quotes${query}`, { ...ASKED, ...said }, headers)

const pointersOf = ({ body }: Answer): string[] =>
  (body.errors ?? []).map((one: { pointer: string }) => one.pointer)

describe('POST /api/loan-quotes', () => {
  it('answers the level instalment, each row, the totals and the effective yearly rate', async () => {
    const { status, headers, body } = await ask()
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(Object.keys(body)).toEqual([
      'instalment',
      'rows',
      'totals',
      'feesAtDisbursement',
      'effectiveAnnualRate',
    ])
    expect(body).toMatchObject({
      instalment: 1_721_329,
      totals: { principal: 20_000_000, interest: 655_941, fees: 0, total: 20_655_941 },
      feesAtDisbursement: 0,
      effectiveAnnualRate: 6.17,
    })
    expect(body.rows).toHaveLength(12)
    expect(body.rows[0]).toEqual({
      n: 1,
      dueOn: '2026-02-15',
      days: 31,
      principal: 1_621_329,
      interest: 100_000,
      fees: 0,
      total: 1_721_329,
      balance: 18_378_671,
    })
    expect(body.rows.at(-1)).toMatchObject({ dueOn: '2027-01-15', balance: 0 })
  })

  it('answers every combination of method, amortization and unit, always down to zero', async () => {
    for (const interestMethod of ['flat', 'declining']) {
      for (const amortization of ['equalInstalment', 'equalPrincipal']) {
        for (const unit of ['day', 'week', 'month']) {
          const { status, body } = await ask({ interestMethod, amortization, unit })
          expect(status).toBe(200)
          expect(body.rows.at(-1).balance).toBe(0)
          expect(body.totals.principal).toBe(ASKED.principal)
        }
      }
    }
  })

  it('honours every option that may be left out', async () => {
    const { status, body } = await ask({
      firstDueOn: '2026-03-01',
      interestPeriod: 'daily',
      dayCount: 'actual/365',
      graceOnPrincipal: 2,
      graceOnInterestPayment: 1,
      interestFreeInstalments: 1,
      roundInstalmentTo: 1000,
      roundInstalment: 'up',
      rounding: 'halfEven',
      fees: [
        { kind: 'atDisbursement', percent: 1 },
        { kind: 'perInstalment', amount: 5000 },
      ],
      currency: 'IDR',
    })
    expect(status).toBe(200)
    expect(body.rows[0]).toMatchObject({ dueOn: '2026-03-01', principal: 0, interest: 0 })
    expect(body.instalment % 1000).toBe(0)
    expect(body.feesAtDisbursement).toBe(200_000)
    expect(body.totals.fees).toBe(60_000)
  })

  it('takes zero interest as a loan like any other', async () => {
    const { body } = await ask({ annualRate: 0 })
    expect(body).toMatchObject({ totals: { interest: 0 }, effectiveAnnualRate: 0 })
  })

  it('explains each row on request, in the language asked for', async () => {
    const words = async (query: string, headers = {}) =>
      (await ask({}, query, headers)).body.explanation
    expect(await words('')).toBeUndefined()
    expect(await words('?explain=0')).toBeUndefined()
    expect(await words('?explain=1')).toHaveLength(12)
    expect((await words('?explain=1'))[0]).toContain('jasa 6% / 12 × 20.000.000 = 100.000')
    const english = { 'accept-language': 'en-GB,en;q=0.9' }
    expect((await words('?explain=1', english))[0]).toContain('interest 6% / 12 × 20,000,000')
    expect((await words('?explain=1&lang=id', english))[0]).toContain('jasa')
    expect((await words('?explain=1&lang=en'))[0]).toContain('interest')
  })

  it('takes the smallest and the largest that it may', async () => {
    for (const said of [
      { principal: 1, instalments: 1 },
      { principal: 1e12 },
      { instalments: 600 },
      { annualRate: 1000 },
      { annualRate: 0.000001 },
      { every: 600, instalments: 1 },
    ]) {
      expect((await ask(said)).status, JSON.stringify(said)).toBe(200)
    }
  })

  it.each<[string, object]>([
    ['/principal', { principal: 0 }],
    ['/principal', { principal: 1e12 + 1 }],
    ['/principal', { principal: 1000.5 }],
    ['/principal', { principal: '20000000' }],
    ['/principal', { principal: undefined }],
    ['/annualRate', { annualRate: -0.1 }],
    ['/annualRate', { annualRate: 1000.1 }],
    ['/annualRate', { annualRate: 6.1234567 }],
    ['/interestMethod', { interestMethod: 'menurun' }],
    ['/amortization', { amortization: 'weighted' }],
    ['/instalments', { instalments: 0 }],
    ['/instalments', { instalments: 601 }],
    ['/instalments', { instalments: 1.5 }],
    ['/every', { every: 0 }],
    ['/every', { every: 601 }],
    ['/unit', { unit: 'year' }],
    ['/disbursedOn', { disbursedOn: '2026-02-30' }],
    ['/disbursedOn', { disbursedOn: '15-01-2026' }],
    ['/firstDueOn', { firstDueOn: '2026-01-15' }],
    ['/interestPeriod', { interestPeriod: 'hourly' }],
    ['/dayCount', { dayCount: '30/365' }],
    ['/graceOnPrincipal', { graceOnPrincipal: 12 }],
    ['/graceOnInterestPayment', { graceOnInterestPayment: 12 }],
    ['/interestFreeInstalments', { interestFreeInstalments: 13 }],
    ['/roundInstalmentTo', { roundInstalmentTo: 0 }],
    ['/roundInstalment', { roundInstalment: 'nearest' }],
    ['/rounding', { rounding: 'down' }],
    ['/fees', { fees: 'none' }],
    ['/fees/0', { fees: [{ kind: 'atDisbursement' }] }],
    [
      '/fees/1/amount',
      {
        fees: [
          { kind: 'perInstalment', amount: 1 },
          { kind: 'perInstalment', amount: -1 },
        ],
      },
    ],
    ['/fees', { fees: [{ kind: 'atDisbursement', percent: 100 }] }],
    ['/currency', { currency: 'XXX' }],
    ['/instalments', { instalments: 600, every: 600, unit: 'month' }],
    ['/colour', { colour: 'red' }],
  ])('refuses at %s what %j says', async (pointer, said) => {
    const answer = await ask(said)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body.slug).toBe('malformed')
    expect(pointersOf(answer)).toEqual([pointer])
  })

  it('points at every fault at once', async () => {
    const answer = await ask({ principal: 0, unit: 'year', disbursedOn: 'today' })
    expect(pointersOf(answer)).toEqual(['/principal', '/unit', '/disbursedOn'])
  })

  it('refuses an unknown option of the address, and a body that is no object', async () => {
    expect(pointersOf(await ask({}, '?explain=yes'))).toEqual(['/explain'])
    expect(pointersOf(await ask({}, '?lang=jv'))).toEqual(['/lang'])
    const client = new Client()
    expect((await client.send('POST', '/api/loan-quotes', [])).status).toBe(400)
    expect((await client.send('POST', '/api/loan-quotes')).status).toBe(400)
    const form = { 'content-type': 'text/plain' }
    expect((await client.send('POST', '/api/loan-quotes', 'principal=1', form)).status).toBe(415)
  })

  it('needs no trip to the database', async () => {
    const request = new Request('http://localhost/api/loan-quotes?explain=1', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ASKED),
    })
    const arrival = arrivalOf(request, bindings())
    const answer = await api.fetch(request, { ...bindings(), arrival }, createExecutionContext())
    expect(answer.status).toBe(200)
    await answer.text()
    expect(arrival.visit.cost).toEqual({ trips: 0, rowsRead: 0, rowsWritten: 0 })
  })
})
