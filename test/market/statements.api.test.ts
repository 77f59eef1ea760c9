import { beforeEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, newKey, type Json } from '#test/support/client'
import {
  aMarket,
  aPurchase,
  balanceOf,
  DAY,
  rowsOf,
  settle,
  type Market,
} from '#test/support/orders'
import { expected, signInAgain } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

let market: Market
beforeEach(async () => void (market = await aMarket(1000)))

const HEADER = 'Tanggal,Keterangan,Cabang,Jumlah,,Saldo\n'
const lineOf = (amount: number, words: string, day = '22/11/2026') =>
  `${day},${words},0000,"${amount.toLocaleString('en')}.00",CR,0\n`

async function bring(lines: string, more: Record<string, unknown> = {}, key = newKey()) {
  const { owner } = market.operator
  const asked = { fileName: 'mutasi.csv', text: HEADER + lines, ...more }
  return owner.post('/api/statements', asked, { 'idempotency-key': key })
}
const lines = async (status = 'new') =>
  expected(await market.operator.owner.get(`/api/statement-lines?status=${status}`), 200)
    .items as Json[]
const decide = (id: string, decision: string, code = '') =>
  market.operator.owner.post(`/api/statement-lines/${id}/decision`, { decision, code })
const statusOf = async ({ buyer, purchase }: { buyer: Client; purchase: Json }) =>
  expected(await buyer.get(`/api/purchases/${purchase.code}`), 200).status
const bank = async () => 0 - (await balanceOf('bank', ''))

describe('a bank statement', () => {
  it('is imported once, however often and in whatever pieces it comes', async () => {
    const [a, b, c] = [lineOf(5_000, 'SATU'), lineOf(5_000, 'SATU'), lineOf(7_000, 'DUA')]
    expect(expected(await bring(a + b), 201)).toMatchObject({ bank: 'bca', credits: 2, added: 2 })
    expect(expected(await bring(a + b), 201).added).toBe(0)
    expect(expected(await bring(a + b + c), 201)).toMatchObject({ credits: 3, added: 1 })
    const key = newKey()
    expected(await bring(c, {}, key), 201)
    expected(await bring(c, {}, key), 201)
    expect(await lines()).toHaveLength(3)
    const { items } = expected(await market.operator.owner.get('/api/statements'), 200)
    expect(items).toHaveLength(3)
  })

  it('names the place of what cannot be read, in the language asked for', async () => {
    const faulty = '31/02/2026,TIDAK ADA,0000,"1,000.00",CR,0\n'
    const { faults, added } = expected(await bring(faulty + lineOf(5_000, 'BAIK')), 201)
    expect(added).toBe(1)
    expect(faults).toMatchObject([{ line: 2, column: 'Tanggal' }])
    expect(faults[0].detail).toContain('Not a date')
  })

  it('of another bank is read when its columns are named', async () => {
    const text = 'Hari;Uraian;Masuk\n22-11-2026;Dari Ratna;5.000,00\n'
    expect((await bring('', { text })).status).toBe(400)
    const columns = { on: 'Hari', description: 'Uraian', credit: 'Masuk' }
    expect(expected(await bring('', { text, columns }), 201)).toMatchObject({ bank: 'general' })
    expect(await lines()).toMatchObject([{ amount: 5_000, description: 'Dari Ratna' }])
  })

  it('is brought by the treasurer and seen by the operator’s people', async () => {
    const { chair } = market.shop
    const asked = { fileName: 'x.csv', text: HEADER + lineOf(5_000, 'X') }
    expect((await chair.post('/api/statements', asked)).status).toBe(403)
    expect((await chair.get('/api/statements')).status).toBe(403)
    expect((await chair.get('/api/statement-lines')).status).toBe(403)
    expect((await market.operator.owner.get('/api/statements?limit=0')).status).toBe(400)
    expect((await market.operator.owner.get('/api/statement-lines?status=x')).status).toBe(400)
    expect(
      (await chair.post('/api/statement-lines/x/decision', { decision: 'ignore' })).status,
    ).toBe(403)
    expect((await chair.post('/api/statement-lines/matches', { lines: ['x'] })).status).toBe(403)
  })
})

describe('a line', () => {
  it('proposes what it may be', async () => {
    const waiting = await aPurchase([market])
    const named = await aPurchase([market])
    const done = await aPurchase([market])
    await settle(market.operator, done.purchase)
    const over = named.purchase.total + 500
    await bring(
      lineOf(waiting.purchase.total, 'TRSF RATNA') +
        lineOf(over, `TRSF ${named.purchase.code} RATNA`) +
        lineOf(done.purchase.total, 'TRSF SITI') +
        lineOf(waiting.purchase.total - 5_900, 'KURANG ONGKOS') +
        lineOf(999, 'BUNGA'),
    )
    const likeness = (await lines()).map((one) => one.proposal)
    expect(likeness[0]).toMatchObject({ likeness: 'exact', code: waiting.purchase.code })
    expect(likeness[1]).toMatchObject({ likeness: 'over', code: named.purchase.code })
    expect(likeness[2]).toMatchObject({ likeness: 'booked', code: done.purchase.code })
    expect(likeness[3]!.likeness).toBe('short')
    expect(likeness[4]).toMatchObject({ likeness: 'unknown', code: null })
  })

  it('of a purchase that was paid before, or has expired, says so', async () => {
    const paid = await aPurchase([market])
    const late = await aPurchase([market])
    await bring(lineOf(paid.purchase.total, 'SATU') + lineOf(paid.purchase.total, 'DUA'))
    const [first] = await lines()
    expected(await decide(first.id, 'settle', paid.purchase.code), 201)
    clock.now += 2 * DAY
    await everyMinute(bindings(), clock.now)
    await signInAgain(market.operator.owner)
    await bring(lineOf(late.purchase.total, 'TIGA', '24/11/2026'))
    expect((await lines()).map((one) => one.proposal.likeness)).toEqual(['double', 'late'])
  })

  it('pays its purchase once, from two windows', async () => {
    const bought = await aPurchase([market])
    await bring(lineOf(bought.purchase.total, 'TRSF'))
    const [line] = await lines()
    const tries = await Promise.all(
      Array.from({ length: 10 }, () => decide(line.id, 'settle', bought.purchase.code)),
    )
    expect(tries.filter((one) => one.status === 201)).toHaveLength(1)
    expect(await statusOf(bought)).toBe('settled')
    expect(await bank()).toBe(bought.purchase.total)
  })

  it('keeps what is over in suspense', async () => {
    const bought = await aPurchase([market])
    await bring(lineOf(bought.purchase.total + 12_000, 'TRSF'))
    const [line] = await lines()
    expected(await decide(line.id, 'settle', bought.purchase.code), 201)
    expect(await statusOf(bought)).toBe('settled')
    const { items } = expected(await market.operator.owner.get('/api/payments/unmatched'), 200)
    expect(items).toMatchObject([{ amount: 12_000, cause: 'over', code: bought.purchase.code }])
    expect(await bank()).toBe(bought.purchase.total + 12_000)
  })

  it('of less than the total waits in suspense, and the buyer is told what is missing', async () => {
    const bought = await aPurchase([market])
    await bring(lineOf(bought.purchase.total - 9_000, 'TRSF'))
    const [line] = await lines()
    const refused = await decide(line.id, 'settle', bought.purchase.code)
    expect([refused.status, refused.body.facts.difference]).toEqual([422, -9_000])
    expected(await decide(line.id, 'suspense', bought.purchase.code), 201)
    const path = `/api/purchases/${bought.purchase.code}/payment`
    expect(expected(await bought.buyer.get(path), 200).missing).toBe(9_000)
    const told = await rowsOf(`SELECT body FROM outbox WHERE template = 'payment-short'`)
    expect(told[0].body).toContain('Rp 9.000')
  })

  it('is the one of a purchase settled by hand, or no buyer’s money: then nothing moves', async () => {
    const bought = await aPurchase([market])
    await settle(market.operator, bought.purchase)
    const before = await bank()
    await bring(lineOf(bought.purchase.total, 'TRSF') + lineOf(999, 'BUNGA'))
    const [booked, interest] = await lines()
    expect((await decide(interest.id, 'booked', bought.purchase.code)).status).toBe(409)
    expected(await decide(booked.id, 'booked', bought.purchase.code), 201)
    expected(await decide(interest.id, 'ignore'), 201)
    expect((await decide(interest.id, 'suspense')).status).toBe(409)
    expect((await decide('none', 'ignore')).status).toBe(404)
    expect(await bank()).toBe(before)
    expect(await lines()).toEqual([])
    expect(await lines('ignored')).toHaveLength(1)
  })
})

describe('all exact lines', () => {
  it('are confirmed at once; what is not exact is left', async () => {
    const bought = [await aPurchase([market]), await aPurchase([market]), await aPurchase([market])]
    await bring(
      bought.map((one) => lineOf(one.purchase.total, 'TRSF')).join('') + lineOf(999, 'BUNGA'),
    )
    const ids = (await lines()).map((one) => one.id)
    const path = '/api/statement-lines/matches'
    const { owner } = market.operator
    const key = { 'idempotency-key': newKey() }
    const body = expected(await owner.post(path, { lines: ids }, key), 201)
    expect(body.settled).toHaveLength(3)
    expect(body.left).toEqual([ids[3]])
    expect(expected(await owner.post(path, { lines: ids }, key), 201)).toEqual(body)
    for (const one of bought) expect(await statusOf(one)).toBe('settled')
    expect((await owner.post(path, { lines: [] })).status).toBe(400)
    expect(expected(await owner.post(path, { lines: ids }), 201).settled).toEqual([])
  })

  it('pay each purchase once when two lines are alike', async () => {
    const bought = await aPurchase([market])
    const line = lineOf(bought.purchase.total, 'TRSF')
    await bring(line + line)
    const ids = (await lines()).map((one) => one.id)
    const asked = { lines: ids }
    const body = expected(
      await market.operator.owner.post('/api/statement-lines/matches', asked),
      201,
    )
    expect(body).toMatchObject({ settled: [bought.purchase.code], left: [ids[1]] })
    expect(await bank()).toBe(bought.purchase.total)
  })
})
