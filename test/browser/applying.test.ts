/** Applying on a telephone, from the first word of a draft to the accepted agreement. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expected } from '#test/support/http'
import * as network from '#test/support/http-network'
import { acceptsBy, Desk, looksRight, told } from './lending-desk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await Desk.open()
})

afterAll(async () => {
  await desk?.close()
})

const NOTE = 'Usaha berjalan, angsuran terjangkau.'
const TERMS = { amount: 6_000_000, instalments: 12 }

async function type(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value)
}

test('a draft goes on on another telephone, is sent, vouched for, approved and accepted', async () => {
  const guarantor = await network.aBorrowerOn(desk.server)
  const first = await desk.pageOf(desk.borrower)
  await desk.go(first, `/loan-applications/new?product=${desk.lender.productId}`)
  await type(first, { purpose: 'Membeli benang untuk pesanan Januari.', amount: '6 juta' })
  await type(first, { instalments: '12', monthlyIncome: '3 juta', monthlyCosts: '1.800.000' })
  await first.waitForSelector('text=Draf tersimpan')
  expect(await told(first)).toMatch(/Angsuran kira-kira Rp 533\.\d{3}/)
  await looksRight(first, 'applying')
  await first.context().close()

  const hers = await desk.pageOf(desk.borrower, { javaScriptEnabled: false })
  await desk.go(hers, '/loan-applications/new')
  await hers.click('main a:has-text("Lanjutkan draf")')
  expect(await hers.inputValue('[name=amount]')).toBe('6.000.000')
  const { person } = expected(await guarantor.get('/api/me'), 200)
  await type(hers, { guarantorName1: 'Ibu Ratna', guarantorRelation1: 'Kakak', nik: '1234' })
  await type(hers, { guarantorPhone1: person.phone, bank: 'BRI', number: '001201234567508' })
  await type(hers, { holder: 'Siti Rahayu' })
  await hers.check('[name="consent.identity"]')
  await hers.click('button:has-text("Kirim pengajuan")')
  expect(await hers.innerText('.field .error')).toContain('16 angka')
  expect(await hers.inputValue('[name=guarantorName1]')).toBe('Ibu Ratna')
  await type(hers, { nik: '3174 0155 0890 0001' })
  await hers.click('button:has-text("Kirim pengajuan")')
  await hers.waitForURL(/\/loan-applications\/(?!new)/)
  expect(await told(hers)).toContain('3174••••••••0001')
  await looksRight(hers, 'sent')
  const path = new URL(hers.url()).pathname

  const { officer, approver } = desk.lender
  expected(
    await officer.post(`/api${path}/recommendation`, { ...TERMS, note: NOTE, why: NOTE }),
    201,
  )
  const approval = { outcome: 'approved', ...TERMS, reasons: NOTE }
  expected(await approver.post(`/api${path}/decision`, approval), 201)
  await desk.go(hers, `${path}/agreement`)
  expect(await told(hers)).toContain('Belum menyetujui: Ibu Ratna')

  const asked = await desk.pageOf(guarantor)
  await desk.go(asked, '/pledges')
  await looksRight(asked, 'pledges')
  await asked.click('h2 a')
  await asked.waitForURL('**/pledges/*')
  await looksRight(asked, 'pledge')
  await asked.click('button:has-text("Saya setuju")')
  await asked.waitForSelector('text=Anda sudah setuju')

  await desk.go(hers, `${path}/agreement`)
  await looksRight(hers, 'agreement')
  await acceptsBy(hers)
  expect(await told(hers)).toContain('Perjanjian diterima')
  for (const page of [hers, asked]) await page.context().close()
})

test('a rejection is objected to, and another than who decided answers at her desk', async () => {
  const wish = { productId: desk.lender.productId, purpose: 'Membeli alat tenun baru.' }
  const means = { monthlyIncome: 3_000_000, monthlyCosts: 1_800_000 }
  const { officer, approver, owner } = desk.lender
  const sent = await desk.borrower.post('/api/loan-applications', { ...wish, ...TERMS, ...means })
  const path = `/loan-applications/${expected(sent, 201).id}`
  expected(
    await officer.post(`/api${path}/recommendation`, { ...TERMS, note: NOTE, why: NOTE }),
    201,
  )
  const no = { outcome: 'rejected', reasons: 'Angsuran memakan terlalu banyak.' }
  expected(await approver.post(`/api${path}/decision`, no), 201)

  const hers = await desk.pageOf(desk.borrower)
  await desk.go(hers, path)
  await hers.fill('[name=words]', 'Penghasilan dari pasar malam belum dihitung.')
  await hers.click('button:has-text("Kirim keberatan")')
  await hers.waitForURL(/\?saved/)
  await looksRight(hers, 'objected')

  const lead = await desk.pageOf(owner)
  await desk.go(lead, `${desk.path}/objections`)
  await looksRight(lead, 'objections')
  await lead.click('main a[href*="/papers"]')
  await lead.waitForURL('**/papers')
  await looksRight(lead, 'papers')
  await lead.check('[name=outcome][value=reopened]')
  await lead.fill('[name=answer]', 'Benar, kami hitung sekali lagi.')
  await lead.click('button:has-text("Kirim jawaban")')
  await lead.waitForURL(/\?saved/)

  await desk.go(hers, path)
  expect(await told(hers)).toContain('Benar, kami hitung sekali lagi.')
  for (const page of [hers, lead]) await page.context().close()
})
