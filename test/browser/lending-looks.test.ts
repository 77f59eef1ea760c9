/** Every page of a loan, looked at: narrow and wide, by day and by night, in both languages. */
import { afterAll, beforeAll, test } from 'vitest'
import type { Http } from '#test/support/http'
import * as network from '#test/support/http-network'
import { daysAgo, Desk, looksRight } from './lending-desk.ts'

let desk: Desk
let loan: string
let receipt: string

beforeAll(async () => {
  desk = await Desk.open()
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
