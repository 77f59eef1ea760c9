/**
 * What is lent and how good it is: the treasurer goes from a figure to its loans, one loan and its journal,
 * closes a month and takes sheets home; the funder looks at her fund and follows its rupiah.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expected, type Http } from '#test/support/http'
import * as network from '#test/support/http-network'
import { isInstalled, run } from '#test/support/plain-text-accounting'
import { daysAgo, Desk, looksRight, told } from './lending-desk.ts'

const WIDE = { viewport: { width: 1280, height: 900 } }

let desk: Desk
let treasurer: Http
let company: network.CompanyOn
let fund: string

beforeAll(async () => {
  desk = await Desk.open()
  const { owner, slug } = desk.lender
  treasurer = await network.member(owner, slug, 'treasurer')
  company = await network.aCompanyOn(desk.operator)
  await desk.offer({ basis: 'accrual' })
  const api = `/api/lenders/${slug}`
  const told = { name: 'TJSL Uji', kind: 'csr', funderName: 'PT Uji', funder: company.slug }
  const opened = { ...told, restriction: 'Kelompok perempuan.', openedOn: daysAgo(120) }
  fund = expected(await treasurer.post(`${api}/funds`, opened), 201).id
  const came = { amount: 20_000_000, source: 'PT Uji', receivedOn: daysAgo(110), fundId: fund }
  expected(await treasurer.post(`${api}/fund-receipts`, came), 201)
  const path = await network.anAcceptedApplicationOn(desk.lender, desk.borrower)
  const handed = { on: daysAgo(80), fundId: fund }
  expected(await desk.lender.cashier.post(`${path}/disbursement`, handed), 201)
  await desk.server.ring()
})

afterAll(async () => {
  await desk?.close()
})

test('a figure opens to its loans, a loan to its journal, on a phone', async () => {
  const hers = await desk.pageOf(treasurer)
  await desk.go(hers, `${desk.path}/portfolio`)
  await looksRight(hers, 'portfolio')
  await hers.click('main a[href$="over=30"]')
  await hers.waitForURL(/over=30/)
  expect(await told(hers)).toContain('Lewat 30 hari')
  await looksRight(hers, 'portfolio-loans')
  await hers.click('main table a')
  await hers.waitForURL(/\/loans\/[^/?]+$/)
  await hers.click('main a[href*="/books/loans-receivable?holder="]')
  await hers.waitForURL(/loans-receivable/)
  expect(await told(hers)).toContain('Pinjaman')
  await looksRight(hers, 'portfolio-loan-account')
  await hers.click('main table a')
  await hers.waitForURL(/\/books\/entries\//)
  await looksRight(hers, 'portfolio-loan-entry')
})

test('sheets for authorities stand as pages and as files, at a desk', async () => {
  const hers = await desk.pageOf(treasurer, WIDE)
  await desk.go(hers, `${desk.path}/portfolio`)
  await hers.click('main a[href$="/portfolio/health"]')
  await hers.waitForURL(/\/health/)
  expect(await told(hers)).toContain('14/Per/M.KUKM/XII/2009')
  await hers.check('[name=members]')
  await hers.click('main form button')
  await hers.waitForURL(/members=all/)
  await looksRight(hers, 'portfolio-health')
  const sheet = expect.stringContaining('Tanpa skor')
  const { slug } = desk.lender
  expect(await textOf(`/api/lenders/${slug}/health-worksheet/sheet`)).toEqual(sheet)
  await desk.go(hers, `${desk.path}/portfolio/pumk?fund=${fund}`)
  expect(await told(hers)).toContain('Mitra binaan')
  await looksRight(hers, 'portfolio-pumk')
  const journal = await textOf(`/api/books/${slug}/journal`)
  expect(journal).toContain('assets:loans')
  if (isInstalled('hledger')) expect(run('hledger', ['check'], journal).complained).toBe('')
})

test('a month is closed once the clock has brought its interest in', async () => {
  const hers = await desk.pageOf(treasurer)
  await desk.go(hers, `${desk.path}/books/periods`)
  await hers.click('form[action="?/close"] button')
  await hers.waitForURL(/\?saved/)
  await desk.server.ring()
  await desk.go(hers, `${desk.path}/books/periods`)
  expect(await told(hers)).toContain('Ditutup oleh')
  await looksRight(hers, 'portfolio-closed')
})

test('a funder sees what of her money is late, and what became of each rupiah', async () => {
  const theirs = await desk.pageOf(company.manager, WIDE)
  await desk.go(theirs, `/partner/${company.slug}/funds`)
  await theirs.click('main h2 a')
  await theirs.waitForURL(/\/funds\/[^/]+$/)
  expect(await told(theirs)).toContain('Cerita setiap Rp 1.000')
  await looksRight(theirs, 'portfolio-funder')
  await theirs.click('main a[href*="over=30"]')
  await theirs.waitForURL(/over=30/)
  expect(await told(theirs)).toContain('Pinjaman yang lewat 30 hari')
  const phone = await desk.pageOf(company.manager)
  await phone.goto(theirs.url())
  await looksRight(phone, 'portfolio-funder-phone')
})

/** A download of hers. */
async function textOf(path: string): Promise<string> {
  const cookie = [...treasurer.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return (await fetch(desk.server.url + path, { headers: { cookie } })).text()
}
