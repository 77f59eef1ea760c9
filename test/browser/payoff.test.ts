/** A loan to its end, on the borrower's phone: what is due and why, a quote, too much paid, the letter. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expected } from '#test/support/http'
import { daysAgo, Desk, looksRight, told } from './lending-desk.ts'

let desk: Desk
let loan: string

beforeAll(async () => {
  desk = await Desk.open()
  loan = await desk.aLoan(daysAgo(40))
})

afterAll(async () => {
  await desk?.close()
})

/** The sheets that the page prints on, in points. */
async function sheetsOf(page: Page): Promise<number[][]> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  return boxes.map(([, wide, high]) => [Math.round(Number(wide)), Math.round(Number(high))])
}

const A4 = [595, 842]
const A6 = [298, 420]

test('she understands what is due, is quoted what closes it, pays too much, and has it back', async () => {
  const hers = await desk.pageOf(desk.borrower)
  await desk.go(hers, `/loans/${loan}`)
  await hers.click('summary:has-text("Mengapa sebanyak ini?")')
  expect(await told(hers)).toContain('jasa 12% / 12 × 6.000.000 = 60.000')
  await looksRight(hers, 'payoff-why')

  await hers.click('a[href$="/payoff"]')
  await hers.waitForURL('**/payoff')
  await hers.fill('[name=on]', daysAgo(-5))
  await hers.click('main form button')
  await hers.waitForURL('**on=*')
  const quoted = await told(hers)
  expect(quoted).toContain('Bila dibayar lebih lambat')
  expect(quoted).toMatch(/dipinjam 6\.000\.000 − jatuh tempo [\d.]+/)
  await looksRight(hers, 'payoff-quote')
  expect(await sheetsOf(hers)).toEqual([A4])
  await hers.click('a:has-text("Kertas kecil")')
  await hers.waitForURL('**paper=a6')
  expect(new Set((await sheetsOf(hers)).map(String))).toEqual(new Set([String(A6)]))

  const quote = expected(await desk.borrower.get(`/api/loans/${loan}/payoff-quote`), 200)
  const paid = { amount: quote.total + 25_000, channel: 'transfer', settles: true }
  expected(await desk.lender.cashier.post(`/api/loans/${loan}/repayments`, paid), 201)
  await desk.go(hers, `/loans/${loan}`)
  expect(await told(hers)).toContain('Ada kelebihan bayar Rp 25.000')
  await givesBack()

  await hers.reload()
  expect(await told(hers)).toContain('Kelebihan dikembalikan')
  await hers.click('a:has-text("Bukti pengembalian")')
  await hers.waitForURL('**/loan-refunds/*')
  expect(await told(hers)).toContain('dua puluh lima ribu rupiah')
  await looksRight(hers, 'refund-note')
  expect(await sheetsOf(hers)).toEqual([A6])

  await desk.go(hers, `/loans/${loan}`)
  await hers.click('a:has-text("Buka surat lunas")')
  await hers.waitForURL('**/settlement-letter')
  expect(await told(hers)).toMatch(/telah LUNAS pada/)
  const pages = ['', '/payoff', '/settlement-letter'].map((page) => `/loans/${loan}${page}`)
  for (const page of [...pages, `${desk.path}/refunds`]) {
    expect(desk.tripsOf(page), page).toBeLessThanOrEqual(2)
  }
  await looksRight(hers, 'settlement-letter')
  expect(await sheetsOf(hers)).toEqual([A4])
  await hers.context().close()
})

/** The cashier finds it on her list and hands it over. */
async function givesBack(): Promise<void> {
  const cashier = await desk.pageOf(desk.lender.cashier, { javaScriptEnabled: false })
  await desk.go(cashier, `${desk.path}/refunds`)
  await looksRight(cashier, 'refunds')
  await cashier.click(`main a[href*="${loan}"]`)
  await cashier.check('form[action="?/refund"] [name=channel][value=transfer]')
  await cashier.fill('[name=reference]', 'BRI 0042')
  await cashier.click('form[action="?/refund"] button')
  await cashier.waitForURL('**?note=*')
  await looksRight(cashier, 'refunded')
  await cashier.context().close()
}

test('a transfer that bounced is taken off in plain words, and the loan is open again', async () => {
  const other = await desk.aLoan(daysAgo(20))
  await desk.repaid(other, 6_000_000)
  const wide = { viewport: { width: 1280, height: 800 } }
  const approver = await desk.pageOf(desk.lender.approver, wide)
  await desk.go(approver, `/en${desk.path}/loans/${other}`)
  const form = approver.locator('form[action="?/reverse"]')
  await approver.click('summary:has-text("taken back")')
  await form.locator('[name=cause][value=taken-back]').check()
  await form.locator('[name=reason]').fill('The bank refused the transfer.')
  await looksRight(approver, 'taken-back')
  await form.locator('button').click()
  await approver.waitForURL('**?saved')
  expect(await told(approver)).toContain('taken back by the payer; The bank refused the transfer.')
  await approver.context().close()
})
