/** Every page of a loan, looked at: narrow and wide, by day and by night, in both languages. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Http } from '#test/support/http'
import * as network from '#test/support/http-network'
import { daysAgo, Desk, looksRight } from './lending-desk.ts'

let desk: Desk
let loan: string
let receipt: string

beforeAll(async () => {
  desk = await Desk.open()
  await desk.offer({ penalty: { graceDays: 3, rate: 0.1, base: 'principal', cap: 10 } })
  loan = await desk.aLoan(daysAgo(50))
  receipt = await desk.repaid(loan, 300_000)
  await desk.aLoan(daysAgo(26))
  await network.anAcceptedApplicationOn(desk.lender, desk.borrower)
})

afterAll(async () => {
  await desk?.close()
})

function pages(): (readonly [Http | null, string, string])[] {
  const { borrower, lender, path } = desk
  return [
    [borrower, 'loans', '/loans'],
    [borrower, 'loan', `/loans/${loan}`],
    [borrower, 'statement', `/loans/${loan}/statement`],
    [borrower, 'agreement', `/loans/${loan}/agreement`],
    [null, 'receipt', `/receipts/${receipt}`],
    [lender.cashier, 'desk', path],
    [lender.cashier, 'desk-loans', `${path}/loans`],
    [lender.cashier, 'desk-loan', `${path}/loans/${loan}`],
    [lender.approver, 'desk-loan-approver', `${path}/loans/${loan}`],
    [lender.cashier, 'desk-disbursements', `${path}/disbursements`],
  ]
}

test.each([
  [320, 'light', ''],
  [360, 'dark', '/en'],
  [1280, 'light', '/en'],
  [1280, 'dark', ''],
] as const)(
  'they can be read and pressed at %d px, %s %s',
  async (width, colorScheme, language) => {
    const look = { viewport: { width, height: 800 }, colorScheme }
    for (const [person, name, path] of pages()) {
      const page = await desk.pageOf(person, look)
      await desk.go(page, language + path)
      await looksRight(page, `${name}-${width}-${colorScheme}${language.replace('/', '-')}`)
      await page.context().close()
    }
  },
)

test('each is drawn with two trips to the database at most', async () => {
  for (const [person, , path] of pages()) {
    const page = await desk.pageOf(person)
    await desk.go(page, path)
    await page.context().close()
  }
  const trips = Object.fromEntries(pages().map(([, , path]) => [path, desk.tripsOf(path)]))
  for (const [path, most] of Object.entries(trips)) {
    expect(most, path).toBeGreaterThan(0)
    expect(most, path).toBeLessThanOrEqual(2)
  }
})

test.each([
  ['a6', 298, 420],
  ['a4', 595, 842],
] as const)('a receipt is printed on one sheet of %s', async (paper, width, height) => {
  const page = await desk.pageOf(null)
  await desk.go(page, `/receipts/${receipt}?paper=${paper}`)
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  expect(
    sheets.map(([, wide, high]) => [Math.round(Number(wide)), Math.round(Number(high))]),
  ).toEqual([[width, height]])
  await page.context().close()
})
