/**
 * A lender's books through the pages: the treasurer takes money in, writes an entry and closes a month on her
 * phone, the owner agrees at a desk, the funder looks at its fund.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Http } from '#test/support/http'
import * as network from '#test/support/http-network'
import { daysAgo, Desk, looksRight, told } from './lending-desk.ts'

const DESK = { viewport: { width: 1280, height: 900 } }

let desk: Desk
let treasurer: Http
let company: network.CompanyOn

beforeAll(async () => {
  desk = await Desk.open()
  treasurer = await network.member(desk.lender.owner, desk.lender.slug, 'treasurer')
  company = await network.aCompanyOn(desk.operator)
})

afterAll(async () => {
  await desk?.close()
})

test('a fund is opened and filled, and its funder sees it, on a phone and at a desk', async () => {
  const hers = await desk.pageOf(treasurer)
  await desk.go(hers, `${desk.path}/funds/new`)
  await hers.fill('[name=name]', 'TJSL Uji 2026')
  await hers.fill('[name=funderName]', 'PT Uji')
  await hers.fill('[name=funder]', company.slug)
  await hers.fill('[name=promised]', '100 juta')
  await hers.fill('[name=restriction]', 'Hanya untuk kelompok perempuan.')
  await hers.fill('[name=openedOn]', daysAgo(80))
  await hers.click('main form button')
  await hers.waitForURL(/\/funds\/[^/]+\?saved/)
  await hers.fill('[name=amount]', '40 juta')
  await hers.fill('[name=receivedOn]', daysAgo(70))
  await hers.click('form[action="?/receive"] button')
  await hers.waitForURL(/\/funds\/[^/]+\?saved/)
  await hers.waitForFunction(() => document.body.innerText.includes('Rp 60.000.000'))
  await looksRight(hers, 'fund')

  const theirs = await desk.pageOf(company.manager, DESK)
  await desk.go(theirs, `/partner/${company.slug}/funds`)
  expect(await told(theirs)).toContain('TJSL Uji 2026')
  await theirs.click('main h2 a')
  await theirs.waitForURL(/\/funds\/[^/]+$/)
  expect(await told(theirs)).toContain('Menganggur Rp 40.000.000')
  await looksRight(theirs, 'funder')
})

test('an entry is proposed on a phone, agreed to at a desk, and told by the statements', async () => {
  const hers = await desk.pageOf(treasurer)
  await desk.go(hers, `${desk.path}/book-proposals/new`)
  await hers.fill('[name=description]', 'Sewa kantor')
  await hers.selectOption('[name=account-0]', 'operating-expenses/rent')
  await hers.fill('[name=debit-0]', '1,5 juta')
  await hers.selectOption('[name=account-1]', 'bank')
  await hers.fill('[name=credit-1]', '1,4 juta')
  await hers.click('main form button')
  await hers.waitForFunction(() => document.body.innerText.includes('debit dan kredit belum sama'))
  await looksRight(hers, 'unbalanced')
  await hers.fill('[name=credit-1]', '1,5 juta')
  await hers.click('main form button')
  await hers.waitForURL(/\/book-proposals\/[^/]+\?saved/)
  const proposal = new URL(hers.url()).pathname

  const owner = await desk.pageOf(desk.lender.owner, DESK)
  await desk.go(owner, `${desk.path}/book-proposals`)
  await owner.click(`main a[href$="${proposal}"]`)
  await owner.waitForURL(`**${proposal}`)
  await looksRight(owner, 'proposal')
  await owner.click('form[action="?/approve"] button')
  await owner.waitForURL(/\?saved/)

  await desk.go(hers, `${desk.path}/books/income`)
  expect(await told(hers)).toContain('Sisa hasil usaha −1.500.000')
  await looksRight(hers, 'income')
  await desk.go(hers, `${desk.path}/books/balance-sheet`)
  expect(await told(hers)).toContain('Aset sama dengan kewajiban dan modal.')
  await looksRight(hers, 'balance-sheet')
  await desk.go(hers, `${desk.path}/books/cash-flow`)
  await looksRight(hers, 'cash-flow')
})

test('a month that has ended is closed, and nothing is dated in it any more', async () => {
  const hers = await desk.pageOf(treasurer)
  await desk.go(hers, `${desk.path}/books/periods`)
  await looksRight(hers, 'periods')
  await hers.click('form[action="?/close"] button')
  await hers.waitForURL(/\?saved/)
  await desk.go(hers, `${desk.path}/book-proposals/new`)
  await hers.fill('[name=description]', 'Terlambat')
  await hers.fill('[name=on]', daysAgo(70))
  await hers.selectOption('[name=account-0]', 'bank')
  await hers.fill('[name=debit-0]', '5000')
  await hers.selectOption('[name=account-1]', 'other-income')
  await hers.fill('[name=credit-1]', '5000')
  await hers.click('main form button')
  await hers.waitForFunction(() => document.body.innerText.includes('sudah ditutup'))
})
