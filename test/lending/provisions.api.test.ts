import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, newKey, type Json } from '#test/support/client'
import { aFundedDesk } from '#test/support/funds'
import { aLender, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 31, 3)
})

const CLASSES = [
  { class: 'Lancar', balance: 80_000_000, bps: 50 },
  { class: 'Macet', balance: 3_000_000, bps: 10_000 },
]
const ASKED = { source: 'POJK 1/2024', classes: CLASSES }

async function aBook() {
  const desk = await aFundedDesk()
  const path = `${desk.api}/provisions`
  const holds = async (code: string): Promise<number> => {
    const balance = await desk.lender.owner.get(`/api/books/${desk.lender.slug}/trial-balance`)
    return balance.body.lines.find((one: Json) => one.code === code)?.balance ?? 0
  }
  return { ...desk, path, holds }
}

describe('POST /api/lenders/:slug/provisions', () => {
  it('brings the allowance to what the classes ask for, up and down', async () => {
    const { lender, path, holds } = await aBook()
    const dry = expected(await lender.treasurer.post(path, { ...ASKED, dryRun: true }), 201)
    expect(dry).toMatchObject({ id: null, target: 3_400_000, allowance: 0, change: 3_400_000 })
    expect(await holds('loss-allowance')).toBe(0)
    const up = expected(await lender.treasurer.post(path, ASKED), 201)
    expect(up.classes.map((one: Json) => one.provision)).toEqual([400_000, 3_000_000])
    expect(await holds('loss-allowance')).toBe(-3_400_000)
    const less = { ...ASKED, classes: [CLASSES[0]] }
    expect(expected(await lender.treasurer.post(path, less), 201).change).toBe(-3_000_000)
    expect(await holds('provision-expense')).toBe(400_000)
    const same = expected(await lender.treasurer.post(path, less), 201)
    expect(same).toMatchObject({ change: 0, entryId: null })
  })

  it('is booked once, though it is asked for by five at once', async () => {
    const { lender, path, holds } = await aBook()
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () => lender.treasurer.post(path, ASKED)),
      ...Array.from({ length: 2 }, () =>
        lender.treasurer.post(path, ASKED, { 'idempotency-key': newKey() }),
      ),
    ])
    expect(answers.some((one) => one.status === 201)).toBe(true)
    expect(await holds('loss-allowance')).toBe(-3_400_000)
  })

  it('refuses rates above the whole, and whoever keeps no books', async () => {
    const { operator, lender, path } = await aBook()
    const much = { ...ASKED, classes: [{ ...CLASSES[0], bps: 10_001 }] }
    expect((await lender.treasurer.post(path, much)).status).toBe(400)
    expect((await lender.officer.post(path, ASKED)).status).toBe(403)
    const other = await aLender(operator, ['treasurer'])
    expect((await other.treasurer.post(path, ASKED)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/provisions', () => {
  it('lists what was set aside, with what stands there now', async () => {
    const { lender, path } = await aBook()
    expected(await lender.treasurer.post(path, ASKED), 201)
    const { allowance, items } = expected(await lender.owner.get(path), 200)
    expect(allowance).toBe(3_400_000)
    expect(items[0]).toMatchObject({ source: 'POJK 1/2024', target: 3_400_000, on: '2026-08-31' })
  })

  it('is for those who read the book', async () => {
    const { operator, lender, path } = await aBook()
    expect((await lender.cashier.get(path)).status).toBe(403)
    expect((await new Client().get(path)).status).toBe(401)
    const other = await aLender(operator, ['treasurer'])
    expect((await other.treasurer.get(path)).status).toBe(404)
    expect((await lender.owner.get(`${path}?after=x`)).status).toBe(400)
  })
})
