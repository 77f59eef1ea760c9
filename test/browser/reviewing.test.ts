/** An application under review, as officer, approver and owner meet it: on phones and at a desk. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pngOf } from '#test/support/pictures'
import { expected } from '#test/support/http'
import { Desk, looksRight, told } from './lending-desk.ts'

let desk: Desk
let application: string

const AT_A_DESK = { viewport: { width: 1280, height: 800 } }

beforeAll(async () => {
  desk = await Desk.open()
  const { lender, borrower } = desk
  const rules = { votes: 2, votesAbove: 4_000_000, approverLimit: null, borrowerLimit: 20_000_000 }
  expected(await lender.owner.put(`/api/lenders/${lender.slug}/approval-rules`, rules), 200)
  const wish = {
    productId: lender.productId,
    purpose: 'Membeli benang untuk pesanan akhir tahun.',
    amount: 6_000_000,
    instalments: 12,
    monthlyIncome: 2_400_000,
    monthlyCosts: 1_800_000,
  }
  application = expected(await borrower.post('/api/loan-applications', wish), 201).id
})

afterAll(async () => {
  await desk?.close()
})

test('an officer takes it, visits, and says why she differs from the card', async () => {
  const officer = await desk.pageOf(desk.lender.officer)
  await desk.go(officer, `${desk.path}/applications?waiting=mine`)
  await looksRight(officer, 'reviewing-queue')
  await officer.click(`a[href$="${application}"]`)
  await officer.click('form[action="?/take"] button')
  await officer.waitForSelector('form[action="?/take"]', { state: 'detached' })

  await officer.waitForLoadState('networkidle')
  await officer.click('#visits summary')
  await officer.fill('[name=place]', 'Rumah tenun, Rajapolah')
  await officer.fill('[name=visitNote]', 'Dua alat tenun berjalan, buku kas rapi.')
  const picture = { name: 'rumah.png', mimeType: 'image/png', buffer: Buffer.from(pngOf(320, 240)) }
  await officer.setInputFiles('[name=picture]', picture)
  await officer.click('form[action="?/visit"] button')
  await officer.waitForSelector('#visits img')
  expect(await told(officer)).toContain('1 kunjungan tercatat')

  await officer.waitForLoadState('networkidle')
  await officer.fill('[name=note]', 'Pesanan sudah ada, pembelinya dikenal.')
  await officer.fill('[name=conditions]', 'Surat pesanan diserahkan')
  await officer.click('form[action="?/recommend"] button')
  await officer.waitForSelector('[name=why][aria-invalid=true]')
  expect(await officer.inputValue('[name=conditions]')).toBe('Surat pesanan diserahkan')
  await officer.fill('[name=why]', 'Pesanan akhir tahun menutup angsurannya.')
  await officer.click('form[action="?/recommend"] button')
  await officer.waitForSelector('text=Rekomendasi petugas')
  expect(await told(officer)).toContain('Berbeda dari kartu nilai')
  await looksRight(officer, 'reviewing-recommended')
  await officer.context().close()
})

test('a committee votes without script, and the last vote approves', async () => {
  const approver = await desk.pageOf(desk.lender.approver, { javaScriptEnabled: false })
  await desk.go(approver, `${desk.path}/applications?waiting=mine`)
  await approver.click(`a[href$="${application}"]`)
  expect(await approver.locator('form[action="?/decide"]').count()).toBe(0)
  await approver.fill('[name=reason]', 'Pesanannya nyata dan angsurannya tertutup.')
  await approver.click('form[action="?/vote"] button')
  await approver.waitForURL('**#votes')
  expect(await told(approver)).toContain('Suara Anda sudah tercatat')
  await desk.go(approver, `${desk.path}/applications?waiting=mine`)
  expect(await told(approver)).toContain('Tidak ada yang menunggu Anda')

  const owner = await desk.pageOf(desk.lender.owner, AT_A_DESK)
  await desk.go(owner, `${desk.path}/applications/${application}`)
  await looksRight(owner, 'reviewing-vote')
  await owner.fill('[name=reason]', 'Setuju, syaratnya jelas.')
  await owner.click('form[action="?/vote"] button')
  await owner.waitForSelector('form[action="?/vote"]', { state: 'detached' })
  expect(await told(owner)).toContain('Disetujui')

  const officer = await desk.pageOf(desk.lender.officer)
  await desk.go(officer, `${desk.path}/applications/${application}#conditions`)
  await officer.fill('[name=conditionNote]', 'Map 12')
  await officer.click('form[action="?/tick"] button')
  await officer.waitForSelector('text=Map 12')
  await looksRight(officer, 'reviewing-conditions')
  for (const page of [approver, owner, officer]) await page.context().close()
})

test('the owner changes the card, sets limits and reads where people differed', async () => {
  const owner = await desk.pageOf(desk.lender.owner, AT_A_DESK)
  const pages = `${desk.path}/applications`
  await desk.go(owner, `${pages}/scorecard`)
  await looksRight(owner, 'reviewing-card')
  await owner.waitForLoadState('networkidle')
  await owner.click('summary:has-text("Ubah kartu")')
  await owner.fill('[name="weight.capacity"]', '40')
  await owner.fill('[name=lend]', '10')
  await owner.fill('[name=note]', 'Hasil rapat anggota.')
  await owner.click('main form button')
  await owner.waitForSelector('[name=lend][aria-invalid=true]')
  await owner.fill('[name=lend]', '70')
  await owner.click('main form button')
  await owner.waitForURL('**?saved')
  expect(await told(owner)).toContain('Versi 2')

  await desk.go(owner, `${pages}/approvals`)
  await owner.fill('form[action="?/limit"] [name=amount] >> nth=0', '10 juta')
  await owner.click('form[action="?/limit"] button >> nth=0')
  await owner.waitForURL('**?saved')
  await owner.fill('[name=phone]', '0812-3333-4444')
  await owner.click('form[action="?/tie"] button')
  await owner.waitForSelector('text=0812-3333-4444')
  await looksRight(owner, 'reviewing-limits')

  await desk.go(owner, `${pages}/overrides`)
  expect(await told(owner)).toContain('Pesanan akhir tahun menutup angsurannya.')
  await looksRight(owner, 'reviewing-overrides')
  await owner.context().close()
})
