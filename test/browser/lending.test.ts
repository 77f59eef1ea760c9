/** A loan through the pages, as borrower, officer, approver and cashier meet it on their phones. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expected } from '#test/support/http'
import * as network from '#test/support/http-network'
import { acceptsBy, daysAgo, Desk, looksRight, told } from './lending-desk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await Desk.open()
})

afterAll(async () => {
  await desk?.close()
})

test('a loan is asked for, recommended, approved, accepted, disbursed and repaid', async () => {
  const hers = await desk.pageOf(desk.borrower)
  await desk.go(hers, `/loan-applications/new?product=${desk.lender.productId}`)
  await hers.fill('[name=purpose]', 'Membeli benang untuk 40 lembar kain pesanan Januari.')
  await hers.fill('[name=amount]', '6 juta')
  await hers.fill('[name=instalments]', '12')
  await hers.fill('[name=monthlyIncome]', '3 juta')
  await hers.fill('[name=monthlyCosts]', '1.800.000')
  await hers.click('button:has-text("Kirim pengajuan")')
  await hers.waitForURL(/\/loan-applications\/(?!new)/)
  await looksRight(hers, 'applied')
  const application = new URL(hers.url()).pathname.split('/').at(-1) ?? ''

  const officer = await desk.pageOf(desk.lender.officer)
  await desk.go(officer, `${desk.path}/applications`)
  await officer.click(`a[href$="${application}"]`)
  await officer.fill('[name=note]', 'Usaha berjalan, angsuran terjangkau.')
  await officer.click('form[action="?/recommend"] button')
  await officer.waitForSelector('text=Rekomendasi petugas')
  await looksRight(officer, 'recommended')

  const approver = await desk.pageOf(desk.lender.approver)
  await desk.go(approver, `${desk.path}/applications/${application}`)
  await approver.fill('[name=reasons]', 'Usaha berjalan baik dan angsuran terjangkau.')
  await approver.click('form[action="?/decide"] button')
  await approver.waitForSelector('form[action="?/decide"]', { state: 'detached' })

  await desk.go(hers, `/loan-applications/${application}`)
  await hers.click('text=Baca dan terima perjanjian')
  await acceptsBy(hers)

  const cashier = await desk.pageOf(desk.lender.cashier)
  await desk.go(cashier, desk.path)
  await cashier.click('main a[href$="/disbursements"]:visible')
  await cashier.waitForURL('**/disbursements')
  await looksRight(cashier, 'to-disburse')
  await cashier.click('button:has-text("Cairkan pinjaman")')
  await cashier.waitForURL(/\/loans\/[^/]+\?saved/)
  expect(await told(cashier)).toContain('Sisa pokok Rp 6.000.000')
  expect(await cashier.inputValue('[name=amount]')).toBe('533.093')
  await looksRight(cashier, 'disbursed')

  await desk.go(hers, '/account/loans')
  expect(new URL(hers.url()).pathname).toBe('/loans')
  await looksRight(hers, 'my-loans')
  await hers.click('h2 a')
  await hers.waitForURL(/\/loans\/.+/)
  expect(await told(hers)).toContain('Bayar berikutnya Rp 533.093')
  await looksRight(hers, 'my-loan')

  await cashier.fill('[name=payerName]', 'Ibu Siti')
  await cashier.click('form[action="?/repay"] button')
  await cashier.waitForURL(/\?receipt=/)
  expect(await told(cashier)).toContain('Angsuran tercatat')
  await looksRight(cashier, 'repaid')
  await cashier.click('.note a')
  await cashier.waitForURL('**/receipts/*')
  const receipt = new URL(cashier.url()).pathname

  const anyone = await desk.pageOf(null)
  await desk.go(anyone, receipt)
  const words = await told(anyone)
  expect(words).toContain('Ibu Siti')
  expect(words).toContain('lima ratus tiga puluh tiga ribu sembilan puluh tiga rupiah')
  expect(await anyone.getAttribute('main a[href^="https://wa.me/"]', 'href')).toContain(
    encodeURIComponent(desk.server.url + receipt),
  )
  await looksRight(anyone, 'receipt')

  await hers.reload()
  expect(await told(hers)).toContain('Kuitansi')
  for (const page of [hers, officer, approver, cashier, anyone]) await page.context().close()
})

test('a late loan is seen, quoted, paid off too much, given back and reversed, without script', async () => {
  const id = await desk.aLoan(daysAgo(75))
  const cashier = await desk.pageOf(desk.lender.cashier, { javaScriptEnabled: false })
  await desk.go(cashier, desk.path)
  const page = `${desk.path}/loans/${id}`
  const due = await cashier.innerText(`tr:has(a[href$="${id}"])`)
  expect(due.replace(/\s+/g, ' ')).toMatch(/4[34567] hari/)
  await cashier.click(`a[href$="${id}"]`)

  await cashier.click('a[href$="/payoff"]')
  await cashier.fill('[name=on]', daysAgo(-3))
  await cashier.click('main form button')
  await cashier.waitForURL('**on=*')
  expect(await told(cashier)).toContain('Jasa jangka berjalan')
  await cashier.click('a:has-text("Kembali")')
  await cashier.waitForURL(`**${page}`)

  await cashier.fill('[name=receivedOn]', daysAgo(100))
  await cashier.fill('[name=amount]', '6.500.000')
  await cashier.check('[name=channel][value=transfer]')
  await cashier.check('[name=settles]')
  await cashier.click('form[action="?/repay"] button')
  expect(await cashier.innerText('.field .error')).toContain('Tidak sebelum pencairan')
  expect(await cashier.inputValue('[name=amount]')).toBe('6.500.000')
  expect(await cashier.isChecked('[name=channel][value=transfer]')).toBe(true)

  await cashier.fill('[name=receivedOn]', daysAgo(0))
  await cashier.click('form[action="?/repay"] button')
  await cashier.waitForURL(/\?receipt=/)
  await cashier.click('.note a')
  const receipt = new URL(cashier.url()).pathname
  await desk.go(cashier, page)
  await cashier.click('form[action="?/refund"] button')
  await cashier.waitForURL('**?note=*')
  expect(await told(cashier)).toContain('Kelebihan dikembalikan')
  expect(await told(cashier)).toContain('Lunas')

  const approver = await desk.pageOf(desk.lender.approver, { javaScriptEnabled: false })
  const other = await desk.aLoan(daysAgo(40))
  const code = await desk.repaid(other, 100_000)
  await desk.go(approver, `${desk.path}/loans/${other}`)
  await approver.click('summary:has-text("ditarik kembali")')
  await approver.check('[name=cause][value=mistake]')
  await approver.fill(
    'form[action="?/reverse"] [name=reason]',
    'Tercatat pada pinjaman yang keliru.',
  )
  await approver.click('form[action="?/reverse"] button')
  await approver.waitForURL('**?saved')
  expect(await told(approver)).toContain('Dibatalkan')
  await desk.go(approver, `/receipts/${code}`)
  expect(await told(approver)).toContain('Batal.')
  await desk.go(approver, receipt)
  expect(await told(approver)).not.toContain('Batal.')
  for (const one of [cashier, approver]) await one.context().close()
})

test('money to lend is taken in and the books balance', async () => {
  const owner = await desk.pageOf(desk.lender.owner)
  // A lender's first fund bears its own id.
  const { organizations } = expected(await desk.lender.owner.get('/api/me'), 200)
  await desk.go(owner, `${desk.path}/funds/${organizations[0].id}`)
  await owner.fill('[name=amount]', '50 juta')
  await owner.fill('[name=source]', 'Hibah CSR tahun 2026')
  await owner.click('form[action="?/receive"] button')
  await owner.waitForURL(/\/funds\/[^/]+\?saved/)
  await desk.go(owner, `${desk.path}/books`)
  expect(await told(owner)).toContain('Debit dan kredit sama')
  await looksRight(owner, 'books')
  const journal = await desk.lender.owner.get(`/api/books/${desk.lender.slug}/journal`)
  expect(journal.status).toBe(200)
  await owner.context().close()
})

test('a guest is asked to sign in first, and a stranger finds nothing', async () => {
  const id = await desk.aLoan(daysAgo(1))
  const guest = await desk.pageOf(null)
  await desk.go(guest, `/loans/${id}`)
  expect(guest.url()).toContain(`/sign-in?next=%2Floans%2F${id}`)
  const stranger = await desk.pageOf(await network.aBorrowerOn(desk.server))
  expect((await stranger.goto(`${desk.server.url}/loans/${id}`))?.status()).toBe(404)
  await desk.go(stranger, '/loans')
  await looksRight(stranger, 'no-loans')
  for (const one of [guest, stranger]) await one.context().close()
})

test.each([
  ['is still asleep', '**/_app/**/*.js'],
  ['is half awake', '**/_app/immutable/nodes/*.js'],
])('what is typed and chosen while the page %s is kept', async (_, late) => {
  const id = await desk.aLoan(daysAgo(3))
  const page = await desk.pageOf(desk.lender.cashier)
  let wake = () => {}
  const asleep = new Promise<void>((resolve) => (wake = resolve))
  await page.route(late, async (route) => {
    await asleep
    await route.continue()
  })
  const begun = page.waitForRequest(/_app\/immutable\/entry\/app/)
  await page.goto(`${desk.server.url}${desk.path}/loans/${id}`, { waitUntil: 'commit' })
  await begun
  const typed = { amount: '250.000', payerName: 'Ibu Ratna', receivedOn: daysAgo(1) }
  for (const [name, value] of Object.entries(typed)) await page.fill(`[name=${name}]`, value)
  await page.check('[name=channel][value=transfer]')
  await page.check('[name=settles]')
  wake()
  await page.waitForLoadState('networkidle')
  for (const [name, value] of Object.entries(typed)) {
    expect(await page.inputValue(`[name=${name}]`), name).toBe(value)
  }
  expect(await page.isChecked('[name=channel][value=transfer]')).toBe(true)
  expect(await page.isChecked('[name=settles]')).toBe(true)
  await page.context().close()
})
