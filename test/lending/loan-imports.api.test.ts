import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { aFundedDesk, type Desk } from '#test/support/funds'
import { CSV } from '#test/support/sheets'
import {
  aSheetPhone as aPhone,
  loanLine as line,
  loanSheet as sheet,
  readingPath,
  shownSheet,
} from '#test/support/loan-sheets'
import { aLender, expected, signInAgain } from '#test/support/world'

const AT = Date.UTC(2026, 10, 22, 3)
beforeEach(() => void (clock.now = AT))

type World = { lender: Desk; api: string; productId: string }

const asked = readingPath

const shown = (desk: World, text: string) =>
  shownSheet({ by: desk.lender.treasurer, ...desk }, text)

const itemsOf = async ({ lender, api }: World, id: string, query = '') =>
  expected(await lender.treasurer.get(`${api}/loan-imports/${id}/items${query}`), 200).items

const loansOf = async ({ lender, api }: World) =>
  expected(await lender.owner.get(`${api}/loans?which=all`), 200).items

describe('POST /api/lenders/:slug/loan-imports', () => {
  it('shows what a sheet would bring, and writes nothing but that', async () => {
    const desk = await aFundedDesk()
    const one = await shown(
      desk,
      sheet(
        line({ number: 'A-1', phone: aPhone() }),
        `A-2,Wati,${aPhone()},,2000000,12,tetap,10,2026-08-01,1700000,,,,2026-09-01,220000`,
        'A-3,Tini,08,,6000000,12,melingkar,12,2026-05-10,7jt,0,,,,',
      ),
    )
    const counts = { lines: 3, loans: 3, ready: 1, differing: 1, faulty: 1, principal: 3_000_000 }
    expect(one).toMatchObject({ ...counts, status: 'previewed', imported: 0, done: 0 })
    const items = await itemsOf(desk, one.id)
    expect(items[1].differences).toEqual([
      { figure: 'principal', ours: 1_800_000, theirs: 1_700_000 },
    ])
    expect(items[2].faults).toMatchObject([
      { line: 4, column: 3 },
      { line: 4, column: 10 },
      { line: 4, column: 7 },
    ])
    expect(await loansOf(desk)).toEqual([])
  })

  it('refuses what is no sheet of loans, a day to come and a closed month', async () => {
    const desk = await aFundedDesk()
    const { treasurer } = desk.lender
    const excel = await treasurer.post(asked(desk), 'PK\u0003\u0004', CSV)
    expect([excel.status, excel.body.errors[0].pointer]).toEqual([400, '/file'])
    expect((await treasurer.post(asked(desk), 'a,b\n1,2', CSV)).status).toBe(400)
    const ahead = asked(desk).replace('2026-11-22', '2026-12-01')
    const answer = await treasurer.post(ahead, sheet(), CSV)
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/asOf'])
  })

  it('is for owner and treasurer of that lender, with a second factor', async () => {
    const desk = await aFundedDesk()
    const text = sheet(line({ number: 'A-1', phone: aPhone() }))
    expect((await desk.lender.officer.post(asked(desk), text, CSV)).status).toBe(403)
    expect((await new Client().post(asked(desk), text, CSV)).status).toBe(401)
    const other = await aLender(desk.operator, [])
    expect((await other.owner.post(asked(desk), text, CSV)).status).toBe(404)
  })
})

describe('POST /api/lenders/:slug/loan-imports/:id/acceptances', () => {
  const different = () => sheet(line({ number: 'A-1', phone: aPhone(), left: 2_900_000 }))
  const paid = (text: string) =>
    `${text}\nA-1,,,,,,,,,,,,,2026-06-10,560000\nA-1,,,,,,,,,,,,,2026-07-10,2800000`

  it('takes the old books’ word to the rupiah, and only then brings the loan', async () => {
    const desk = await aFundedDesk()
    const { treasurer } = desk.lender
    const { id } = await shown(desk, paid(different()))
    const path = `${desk.api}/loan-imports/${id}`
    expect((await treasurer.post(`${path}/application`)).status).toBe(409)
    const one = expected(await treasurer.post(`${path}/acceptances`, { items: [1] }), 201)
    expect(one).toMatchObject({ accepted: 1, differing: 0, principal: 2_900_000 })
    expected(await treasurer.post(`${path}/application`), 201)
    expect((await loansOf(desk))[0].balance).toBe(2_900_000)
  })

  it('refuses where nothing differs', async () => {
    const desk = await aFundedDesk()
    const { id } = await shown(desk, sheet(line({ number: 'A-1', phone: aPhone() })))
    const path = `${desk.api}/loan-imports/${id}/acceptances`
    expect((await desk.lender.treasurer.post(path, { items: 'all' })).status).toBe(409)
    expect((await desk.lender.treasurer.post(path, { items: [] })).status).toBe(400)
  })

  it('is not for an officer, nor for another lender', async () => {
    const desk = await aFundedDesk()
    const { id } = await shown(desk, paid(different()))
    const path = `${desk.api}/loan-imports/${id}/acceptances`
    expect((await desk.lender.officer.post(path, { items: 'all' })).status).toBe(403)
    const other = await aLender(desk.operator, [])
    const theirs = path.replace(desk.lender.slug, other.slug)
    expect((await other.owner.post(theirs, { items: 'all' })).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/loan-imports', () => {
  it('lists the sheets of a lender, one by one, with what is wrong as CSV and a sample', async () => {
    const desk = await aFundedDesk()
    const { treasurer } = desk.lender
    const { id } = await shown(
      desk,
      sheet(`A-3,Tini,08,,6000000,12,tetap,12,2026-05-10,3000000,0,,,,`),
    )
    const list = expected(await treasurer.get(`${desk.api}/loan-imports`), 200)
    expect(list.items.map((one: { id: string }) => one.id)).toEqual([id])
    const one = expected(await treasurer.get(`${desk.api}/loan-imports/${id}`), 200)
    expect(one).toEqual(list.items[0])
    const problems = await treasurer.get(`${desk.api}/loan-imports/${id}/problems`)
    expect(problems.text).toContain('2,3,telepon,A-3,')
    const { text } = await treasurer.get(`${desk.api}/loan-imports/sample`, {
      'accept-language': 'id',
    })
    expect(text).toContain('nomor pinjaman,nama peminjam')
    expect(await itemsOf(desk, id, '?outcome=ready')).toEqual([])
  })

  it('knows no other sheet, and no page that it did not give', async () => {
    const desk = await aFundedDesk()
    const { treasurer } = desk.lender
    const path = `${desk.api}/loan-imports`
    for (const rest of ['/nothing', '/nothing/items', '/nothing/problems']) {
      expect((await treasurer.get(path + rest)).status, rest).toBe(404)
    }
    expect((await treasurer.get(`${path}?after=x`)).status).toBe(400)
    expect((await new Client().get(`${path}/sample`)).status).toBe(401)
  })

  it('is for owner and treasurer of that lender', async () => {
    const desk = await aFundedDesk()
    const { id } = await shown(desk, sheet(line({ number: 'A-1', phone: aPhone() })))
    const other = await aLender(desk.operator, [])
    for (const rest of ['', '/sample', `/${id}`, `/${id}/items`, `/${id}/problems`]) {
      const path = `${desk.api}/loan-imports${rest}`
      expect((await desk.lender.cashier.get(path)).status, rest).toBe(403)
      expect((await other.owner.get(path)).status, rest).toBe(404)
    }
    await signInAgain(desk.lender.owner)
    expect((await desk.lender.owner.get(`${desk.api}/loan-imports/${id}`)).status).toBe(200)
  })
})
