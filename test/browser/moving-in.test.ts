/**
 * A treasurer moves five loans in from her spreadsheet: she sees what is wrong and what differs, takes the
 * old books' word, and finds the loan with its journal.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Http } from '#test/support/http'
import * as network from '#test/support/http-network'
import { daysAgo, Desk, looksRight, told } from './lending-desk.ts'

const DESK = { viewport: { width: 1280, height: 900 } }

let desk: Desk
let treasurer: Http

beforeAll(async () => {
  desk = await Desk.open()
  treasurer = await network.member(desk.lender.owner, desk.lender.slug, 'treasurer')
})

afterAll(async () => {
  await desk?.close()
})

/** Handed over a month and a half ago: one instalment of 560.000 has been due. */
function file(badPhone: string) {
  const terms = `6000000;12;tetap;12;${daysAgo(45)}`
  const loan = (n: number, phone: string, left = 5_500_000) =>
    `A-${n};Peminjam ${n};${phone};${terms};${left};0;;`
  const buffer = Buffer.from(
    [
      'Nomor;Nama;No HP;Plafon;Jasa (% setahun);Cara jasa;Tenor;Tanggal cair;Sisa pokok;Tunggakan jasa;' +
        'Tanggal bayar;Jumlah bayar',
      ...[1, 2, 3].map((n) => loan(n, `0857-1111-000${n}`)),
      loan(4, '0857-1111-0004', 5_400_000).replace('5400000;0', '5400000;'),
      `A-4;;;;;;;;;;${daysAgo(14)};560000`,
      loan(5, badPhone),
    ].join('\r\n'),
  )
  return { name: 'pinjaman-lama.csv', mimeType: 'text/csv', buffer }
}

test('five loans move in from a spreadsheet, one with a difference that is accepted', async () => {
  const page = await desk.pageOf(treasurer)
  await desk.go(page, `${desk.path}/loans`)
  await page.click('text=Pindahkan pinjaman yang sudah berjalan')
  await page.waitForURL(/\/imports$/)
  await looksRight(page, 'moving-in')
  await page.setInputFiles('[name=file]', file('5-7'))
  await page.click('main form button')
  await page.waitForURL(/\/imports\/[^/]+$/)
  const read = await told(page)
  expect(read).toContain('Nomor telepon tidak terbaca: “5-7”.')
  expect(read).toContain('3 · No HP')
  await looksRight(page, 'moving-in-wrong')

  await desk.go(page, `${desk.path}/imports`)
  await page.setInputFiles('[name=file]', file('0857-1111-0005'))
  await page.click('main form button')
  await page.waitForURL(/\/imports\/[^/]+$/)
  const shown = await told(page)
  expect(shown).toContain('Rp 5.500.000')
  expect(shown).toContain('Rp 5.400.000')
  await page.check('[name=item]')
  await page.click('form[action="?/accept"] button >> nth=0')
  await page.waitForFunction(() => document.body.innerText.includes('Rp 27.400.000'))
  await looksRight(page, 'moving-in-accepted')
  await page.click('form[action="?/bring"] button')
  await page.waitForFunction(() => document.body.innerText.includes('Selesai: 5 pinjaman masuk'))
  await looksRight(page, 'moving-in-done')

  await page.click('main table a >> nth=3')
  await page.waitForURL(/\/loans\/[^/]+$/)
  const loan = await told(page)
  expect(loan).toContain('Pindah dari pembukuan lama')
  expect(loan).toContain('pokok 5.400.000')
  await page.goBack()
  await page.click('text=Lihat jurnalnya')
  await page.waitForURL(/\/books\/entries$/)
  expect(await told(page)).toContain('Saldo awal pinjaman A-4 dari pembukuan lama')
})

test('all that a lender recorded is taken along', async () => {
  const page = await desk.pageOf(treasurer, DESK)
  await desk.go(page, `${desk.path}/imports`)
  await looksRight(page, 'moving-in-wide')
  await page.click('main p a[href$="/exports"]')
  await page.waitForURL(/\/exports$/)
  await looksRight(page, 'exports')
  const links = await page.locator('main a[href*="format=json"]').all()
  expect(links).toHaveLength(13)
  const path = (await links[0]?.getAttribute('href')) ?? ''
  expect((await treasurer.get(path)).status).toBe(200)
  expect(desk.tripsOf(`${desk.path}/imports`)).toBeLessThanOrEqual(2)
})
