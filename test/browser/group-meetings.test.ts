/**
 * A meeting in a village without signal: the officer fills the sheet on her phone, closes the page, comes
 * back to the network, and it is written once; the leader hands the money over, the cashier counts it at
 * her desk, a member opens her own share and receipt.
 */
import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expected, type Json } from '#test/support/http'
import { aGroupDesk, pageOf, type GroupDesk } from './group-desk.ts'
import { looksRight, told } from './lending-desk.ts'

const DESK = { width: 1280, height: 900 }

let desk: GroupDesk

beforeAll(async () => {
  mkdirSync('test/.shots/lending', { recursive: true })
  desk = await aGroupDesk()
  const path = `/api/loans/${desk.loanId}/sheet`
  due = String(expected(await desk.lender.officer.get(path), 200).due)
})

afterAll(async () => {
  await desk?.browser.close()
  await desk?.server.stop()
})

const loanPath = () => `/lender/${desk.lender.slug}/groups/${desk.groupSlug}/${desk.loanId}`

/** What the group owes today, which the members bring together though one of them is short. */
let due: string

const meetings = async (): Promise<Json[]> =>
  expected(await desk.lender.officer.get(`/api/loans/${desk.loanId}/meetings`), 200).items

test('a sheet filled without signal survives a closed page and is sent once', async () => {
  const { context, page } = await pageOf(desk, desk.lender.officer)
  await page.goto(`${desk.server.url}${loanPath()}`)
  await looksRight(page, 'group-loan')
  await page.goto(`${desk.server.url}${loanPath()}/sheet`)
  await page.waitForFunction(async () => {
    const kept = await caches.open('lumbung-sheets')
    return (await kept.keys()).length > 0 && navigator.serviceWorker.controller !== null
  })
  await looksRight(page, 'group-sheet')

  await context.setOffline(true)
  await page.getByRole('button', { name: 'Semua bayar pas' }).click()
  const paid = page.locator('fieldset').nth(1).locator('input[name^=paid]')
  await paid.fill('58400')
  await paid.blur()
  const cash = () => page.locator('[data-cash]').getAttribute('data-cash')
  await expect.poll(cash).toBe(due)
  await page.reload()
  await expect.poll(cash).toBe(due)
  await page.getByRole('button', { name: 'Catat pertemuan' }).click()
  await page.locator('[data-state=unsent]').waitFor()
  await looksRight(page, 'group-sheet-unsent')
  expect(await meetings()).toEqual([])
  // A page drawn anew may send before this browser takes its signal away again: once is what counts.
  await page.reload()
  await page.locator('[data-state=unsent], [data-state=sent]').first().waitFor()

  await context.setOffline(false)
  await page.locator('[data-state=sent]').waitFor()
  await page.reload()
  await page.locator('[data-state=sent]').waitFor()
  const held = await meetings()
  expect(held).toMatchObject([{ cash: Number(due), attended: 4, status: 'recorded' }])
  await page.getByRole('link', { name: 'Lihat pertemuannya' }).click()
  await page.waitForURL('**/meetings/*')
  await looksRight(page, 'group-meeting')
  await context.close()
})

test('the leader hands over exactly the sum of the sheet, and the cashier counts it', async () => {
  const [held] = await meetings()
  const leader = await pageOf(desk, desk.leader)
  const own = `${desk.server.url}/seller/${desk.groupSlug}`
  await leader.page.goto(`${own}/loans`)
  await looksRight(leader.page, 'group-our-loans')
  await leader.page.goto(`${own}/loans/${desk.loanId}`)
  await looksRight(leader.page, 'group-our-loan')
  await leader.page.goto(`${own}/meetings/${held!.id}`)
  await leader.page.fill('form input[name=amount]', String(Number(due) - 28_000))
  await leader.page.click('form[action="?/handOver"] button')
  await leader.page.getByText('Kurang Rp 28.000').first().waitFor()
  await looksRight(leader.page, 'group-hand-over-refused')
  await leader.page.fill('form input[name=amount]', due)
  await leader.page.click('form[action="?/handOver"] button')
  await leader.page.waitForSelector('form[action="?/handOver"]', { state: 'detached' })
  await leader.context.close()

  const { context, page } = await pageOf(desk, desk.lender.cashier, DESK)
  const room = `${desk.server.url}/lender/${desk.lender.slug}`
  await page.goto(`${room}/meetings/${held!.id}`)
  await page.fill('form input[name=amount]', due)
  await page.click('form[action="?/count"] button')
  await page.waitForSelector('form[action="?/count"]', { state: 'detached' })
  expect(await told(page)).toContain('Sudah dihitung')
  await page.goto(`${desk.server.url}${loanPath()}`)
  const words = await told(page)
  expect(words).toContain('Tepat waktu')
  expect(words).toContain('1 anggota tertinggal')
  await looksRight(page, 'group-loan-desk')
  await page.goto(`${room}/groups/${desk.groupSlug}`)
  await looksRight(page, 'group-dossier')
  await context.close()
})

test('a member sees her own share, what she owes, and her receipt', async () => {
  const { context, page } = await pageOf(desk, desk.member)
  await page.goto(`${desk.server.url}/shares`)
  await looksRight(page, 'group-my-shares')
  await page.click('main td a')
  await page.waitForURL('**/shares/*')
  expect(await told(page)).toContain('Masih berutang')
  await looksRight(page, 'group-my-share')
  await page.click('a[href*="/member-receipts/"]')
  await page.waitForURL('**/member-receipts/*')
  expect(await told(page)).toContain('Uang sudah dihitung kasir')
  await looksRight(page, 'group-receipt')
  await context.close()
})

test('a sheet prints on one A4 page with room for a pen', async () => {
  const { context, page } = await pageOf(desk, desk.lender.officer, DESK)
  await page.goto(`${desk.server.url}${loanPath()}/sheet?on=${desk.before}`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.paper tbody tr').count()).toBe(5)
  expect(await page.locator('.not-on-paper').first().isVisible()).toBe(false)
  await page.setViewportSize({ width: 690, height: 980 })
  await page.screenshot({ path: 'test/.shots/lending/group-paper.png' })
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await context.close()
})
