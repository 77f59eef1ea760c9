/** A loan that is late, as its officer, an approver, the owner and the borrower meet it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as network from '#test/support/http-network'
import { daysAgo, Desk, looksRight, told } from './lending-desk.ts'

let desk: Desk
let loan: string

const AT_A_DESK = { viewport: { width: 1280, height: 800 } }

beforeAll(async () => {
  desk = await Desk.open()
  loan = await desk.aLoan(daysAgo(75))
  await network.member(desk.lender.owner, desk.lender.slug, 'officer')
})

afterAll(async () => {
  await desk?.close()
})

test('an officer writes down a promise and a visit, and proposes what she can carry', async () => {
  const officer = await desk.pageOf(desk.lender.officer)
  await desk.go(officer, desk.path)
  await officer.click(`tr a[href$="${loan}"]`)
  await officer.waitForURL(`**/loans/${loan}`)

  await officer.waitForLoadState('networkidle')
  await officer.click('#promises summary')
  await officer.fill('[name=promised]', '0')
  await officer.fill('[name=promisedOn]', daysAgo(0))
  await officer.click('form[action^="?/promise"] button')
  await officer.waitForSelector('[name=promised][aria-invalid=true]')
  expect(await officer.inputValue('[name=promisedOn]')).toBe(daysAgo(0))
  await officer.fill('[name=promised]', '500 ribu')
  await officer.click('form[action^="?/promise"] button')
  await officer.waitForURL('**?saved#promises')
  expect(await told(officer)).toContain('Rp 500.000')

  await officer.waitForLoadState('networkidle')
  await officer.click('#visits summary')
  await officer.fill('[name=place]', 'Rumah tenun, Rajapolah')
  await officer.fill('#visits [name=note]', 'Pesanan mundur sebulan, alat tenun rusak satu.')
  await officer.click('form[action^="?/visit"] button')
  await officer.waitForURL('**?saved#visits')
  expect(await told(officer)).toContain('alat tenun rusak satu')
  await looksRight(officer, 'following-loan')

  await desk.go(officer, desk.path)
  expect(await told(officer)).toContain('Janji hari ini')
  expect(desk.tripsOf(desk.path)).toBeLessThanOrEqual(2)
  await looksRight(officer, 'following-today')
  await officer.click('a[href$="/promises"]:visible >> nth=0')
  await officer.waitForURL('**/promises')
  expect(await told(officer)).toContain('Ditunggu')
  await looksRight(officer, 'following-promises')

  await desk.go(officer, `${desk.path}/loans/${loan}/change?kind=smaller`)
  await officer.waitForLoadState('networkidle')
  await officer.fill('[name=instalment]', '300 ribu')
  await officer.click('button:has-text("Lihat akibatnya")')
  await officer.waitForSelector('[aria-live=polite] td:visible >> nth=0')
  await looksRight(officer, 'following-smaller')
  await officer.fill('[name=reason]', 'Pesanan mundur sebulan, 300 ribu masih sanggup.')
  await officer.click('button:has-text("Usulkan")')
  await officer.waitForURL('**/loan-changes/*')
  expect(await told(officer)).toContain('Angsuran yang sanggup dibayar Rp 300.000')
  await officer.context().close()
})

test('an approver decides with before and after at her desk, and hands the loans to another', async () => {
  const approver = await desk.pageOf(desk.lender.approver, AT_A_DESK)
  await desk.go(approver, `${desk.path}/loan-changes`)
  await approver.click('td a[href*="/loan-changes/"]')
  await approver.waitForSelector('form[action="?/approve"]')
  expect(await told(approver)).toContain('Sesudah')
  await looksRight(approver, 'following-decide')
  await approver.click('form[action="?/approve"] button')
  await approver.waitForSelector('form[action="?/approve"]', { state: 'detached' })

  await desk.go(approver, `${desk.path}/officers`)
  await approver.selectOption('[name=fromId]', { index: 1 })
  const from = await approver.inputValue('[name=fromId]')
  const others = approver.locator(`[name=toId] option:not([value="${from}"])`)
  const to = await others.filter({ hasText: 'officer' }).first().getAttribute('value')
  await approver.selectOption('[name=toId]', to)
  await approver.fill('[name=note]', 'Pindah wilayah kerja.')
  await approver.click('main form button')
  await approver.waitForURL('**/officers?to=*')
  expect(await told(approver)).toContain('1 pinjaman diserahkan kepada')
  await looksRight(approver, 'following-officers')
  await desk.go(approver, `${desk.path}/loans/${loan}`)
  await looksRight(approver, 'following-loan-at-a-desk')
  expect(desk.tripsOf(`${desk.path}/loans/${loan}`)).toBeLessThanOrEqual(2)
  await approver.context().close()
})

test('the borrower sees who looks after her loan, and the owner what is sent, without script', async () => {
  const hers = await desk.pageOf(desk.borrower)
  await desk.go(hers, `/loans/${loan}`)
  expect(await told(hers)).toContain('Siapa yang mendampingi pinjaman ini')
  expect(await told(hers)).toContain('Dijadwal ulang')
  await hers.click('summary:has-text("Janji bayar Anda")')
  expect(await told(hers)).toContain('Rp 500.000')
  expect(await told(hers)).not.toContain('alat tenun rusak satu')
  await looksRight(hers, 'following-hers')

  const owner = await desk.pageOf(desk.lender.owner, { javaScriptEnabled: false })
  await desk.go(owner, `${desk.path}/reminders`)
  await owner.uncheck('[name=before]')
  await owner.click('main form button')
  await owner.waitForURL('**/reminders?saved')
  expect(await owner.isChecked('[name=before]')).toBe(false)
  expect(await owner.isChecked('[name=late-7]')).toBe(true)
  await looksRight(owner, 'following-reminders')
  for (const page of [hers, owner]) await page.context().close()
})
