/**
 * The whole story on phones of 360 px: a craft group lists a product with a photo; a buyer without an
 * account orders from two sellers and pays by transfer; the treasurer matches; the sellers ship; the
 * order completes and the books know what each seller is owed; the group applies for a loan; an officer
 * recommends, another approves, the cashier disburses; the borrower sees her schedule, repays and holds
 * a receipt; the lender sees what is due. A picture of each step lies in test/.shots/story.
 */
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say, Someone } from '#test/browser/story/people'
import { openBrowser } from '#test/support/browser'
import { acceptsBy } from '../lending-desk.ts'
import { expected, type Http, type Json } from '#test/support/http'
import {
  aLenderOn,
  anOperatorOn,
  aShopOn,
  BINDINGS,
  newPhone,
  type LenderOn,
  type ShopOn,
} from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'

const VILLAGE = '32.06.34.2002'
const CHAIR = '081290000001'

let server: Server
let browser: Browser
let operator: Http
let otherShop: ShopOn
let lender: LenderOn

beforeAll(async () => {
  server = await startServer({ bindings: BINDINGS })
  browser = await openBrowser()
  operator = await anOperatorOn(server)
  otherShop = await aShopOn(operator, 2)
  lender = await aLenderOn(operator)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The phone of somebody who is known to the API already: she signs in, and confirms her second factor. */
async function phoneOf(client: Http): Promise<Someone> {
  const someone = await Someone.with(browser, server)
  const { person } = expected(await client.get('/api/me'), 200)
  await someone.signsIn(person.phone)
  await someone.confirms()
  return someone
}

async function aPhoto(): Promise<Buffer> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">' +
    '<rect width="900" height="900" fill="#b8643c"/>' +
    '<circle cx="450" cy="450" r="300" fill="#e5c07b"/></svg>'
  return sharp(Buffer.from(svg)).jpeg().toBuffer()
}

test('a craft group sells, is paid, borrows and repays', async () => {
  // A craft group joins the network and lists a product with a photo.
  const chair = await Someone.with(browser, server)
  await chair.signsIn(CHAIR, 'Euis Komariah')
  await chair.goes('/organizations/new')
  await chair.fills({ name: 'Anyaman Mekar Sari', craft: 'Anyaman mendong', phone: CHAIR })
  await chair.picks(VILLAGE)
  await chair.seen('registers-the-group')
  await chair.presses(say('identity_open_enterprise'))
  const slug = 'anyaman-mekar-sari'
  expected(await operator.patch(`/api/organizations/${slug}/status`, { status: 'open' }), 200)
  await chair.enrols()
  await chair.goes(`/seller/${slug}/shipping`)
  await chair.fills({
    'firstKg-new': '12000',
    'nextKg-new': '9000',
    'daysFrom-new': '2',
    'daysTo-new': '4',
  })
  await chair.presses(say('seller_tariffs_save'))
  await chair.seen('sets-her-shipping')

  await chair.goes(`/seller/${slug}/products/new`)
  await chair.page.setInputFiles('input[type=file]', {
    name: 'tikar.jpg',
    mimeType: 'image/jpeg',
    buffer: await aPhoto(),
  })
  await chair.fills({
    title: 'Tikar mendong lipat',
    'v0.price': '185.000',
    'v0.weight': '900',
    'v0.stock': '5',
    description: 'Tikar anyam tangan.',
  })
  await chair.page.selectOption('[name=category]', { index: 1 })
  await chair.seen('writes-her-first-product')
  await chair.presses(say('products_save_and_list'))
  await chair.seen('has-listed-it')

  // A buyer without an account fills one basket from two shops and pays by transfer.
  const buyer = await Someone.with(browser, server)
  const buyerPhone = newPhone()
  for (const title of ['Tikar mendong lipat', 'Tas anyaman 2']) {
    await buyer.goes(`/products?q=${encodeURIComponent(title)}`)
    await buyer.page.locator('main a[href^="/products/"]', { hasText: title }).first().click()
    await buyer.page.waitForURL('**/products/*')
    await buyer.presses(say('goods_add'))
  }
  await buyer.goes('/basket')
  await buyer.seen('has-goods-of-two-shops')
  expect(await buyer.text()).toContain('Rp 310.000')
  await buyer.goes('/checkout')
  await buyer.fills({ name: 'Ratna Dewi', phone: buyerPhone, street: 'Jl. Cihampelas 12' })
  await buyer.picks(VILLAGE)
  await buyer.fills({ postalCode: '46155' })
  await buyer.presses(say('shop_checkout_see_costs'))
  await buyer.seen('sees-what-it-costs')
  await buyer.presses(say('shop_checkout_place'))
  await buyer.page.waitForURL('**/purchases/*')
  await buyer.seen('is-told-how-to-pay')
  const code = new URL(buyer.page.url()).pathname.split('/').at(-1)!
  const purchase = expected(await operator.get(`/api/purchases/${code}?phone=${buyerPhone}`), 200)
  expect(purchase.total).toBe(310_000 + 12_000 + 10_000 + purchase.uniqueCode)
  await buyer.page.setInputFiles('input[name=picture]', {
    name: 'bukti.jpg',
    mimeType: 'image/jpeg',
    buffer: await aPhoto(),
  })
  await buyer.presses(say('shop_purchase_proof_send'))
  await buyer.seen('has-sent-her-proof')

  // The treasurer finds the exact total in the bank's list and matches it.
  const treasurer = await phoneOf(operator)
  await treasurer.goes(`/office/payments?total=${purchase.total}`)
  await treasurer.seen('finds-the-payment')
  await treasurer.page.locator('form[action^="?/match"] button').first().click()
  await treasurer.page.waitForLoadState('networkidle')
  await treasurer.seen('has-matched-it')

  // Both sellers pack and ship; the buyer has her parcels and says so.
  const second = await phoneOf(otherShop.chair)
  for (const [who, shop] of [
    [chair, slug],
    [second, otherShop.slug],
  ] as const) {
    await who.goes(`/seller/${shop}`)
    await who.seen('sees-what-is-to-do')
    await who.goes(`/seller/${shop}/orders`)
    await who.follows(new RegExp(code))
    await who.presses(say('orders_deed_confirmation'))
    await who.presses(say('orders_deed_packing'))
    await who.fills({ courier: 'JNE', trackingNumber: 'JNE00123456' })
    await who.presses(say('orders_deed_shipment'))
    await who.seen('has-shipped')
  }
  for (const order of purchase.orders as { code: string }[]) {
    await buyer.goes(`/orders/${order.code}`)
    await buyer.seen('follows-her-parcel')
    await buyer.page.locator('form[action="?/receive"] button').first().click()
    await buyer.page.waitForLoadState('networkidle')
  }
  await buyer.seen('has-received-it')

  // The books know what each seller is owed.
  await chair.goes(`/seller/${slug}/balance`)
  await chair.seen('sees-her-balance')
  const balance = expected(await operator.get('/api/payouts/due'), 200)
  expect(balance.items).toHaveLength(2)
  expect(await chair.text()).toContain('Rp 187.750')

  // The group applies for a loan and shares its sales.
  await chair.goes(`/loan-applications/new?product=${lender.productId}`)
  await chair.page.locator('[name=borrower][value^="enterprise:"]').check()
  await chair.fills({
    purpose: 'Membeli mendong kering untuk pesanan Lebaran.',
    amount: '6.000.000',
    instalments: '12',
    monthlyIncome: '3.500.000',
    monthlyCosts: '2.000.000',
  })
  await chair.page.locator('[name="consent.sales"]').check()
  await chair.seen('applies-for-a-loan')
  await chair.presses(say('lending_submit_application'))
  await chair.page.waitForURL('**/loan-applications/*')
  const applicationId = new URL(chair.page.url()).pathname.split('/').at(-1)!

  // An officer recommends, another person approves.
  const { organizations } = expected(await lender.officer.get('/api/me'), 200)
  const desk = `/lender/${organizations[0].slug}`
  const officer = await phoneOf(lender.officer)
  await officer.goes(`${desk}/applications/${applicationId}`)
  await officer.seen('reads-the-dossier')
  expect(await officer.text()).toContain('Anyaman Mekar Sari')
  await officer.fills({
    note: 'Pesanan nyata, angsuran terjangkau.',
    why: 'Pesanan Lebaran sudah ada, dan kelompoknya dikenal lama.',
  })
  await officer.presses(say('lender_recommend'))
  const approver = await phoneOf(lender.approver)
  await approver.goes(`${desk}/applications/${applicationId}`)
  await approver.fills({ reasons: 'Usaha berjalan baik dan angsuran terjangkau.' })
  await approver.presses(say('lender_decide'))
  await approver.seen('has-approved')

  // She accepts, the cashier disburses, she sees her schedule.
  await chair.goes(`/loan-applications/${applicationId}`)
  await chair.seen('reads-the-decision')
  await chair.page.locator('a[href$="/agreement"]').first().click()
  await acceptsBy(chair.page)
  const cashier = await phoneOf(lender.cashier)
  await cashier.goes(`${desk}/disbursements`)
  await cashier.seen('is-about-to-disburse')
  await cashier.presses(say('lender_disburse'))
  await cashier.seen('has-disbursed')
  const [loan] = expected(await chairApi(chair), 200).items
  await chair.goes(`/loans/${loan.id}`)
  await chair.seen('sees-her-schedule')

  // She repays at the counter and holds a receipt; the lender sees what is due.
  await cashier.goes(`${desk}/loans/${loan.id}`)
  await cashier.fills({ amount: '540.000' })
  await cashier.presses(say('lender_record'))
  await cashier.seen('has-recorded-a-repayment')
  await chair.goes(`/loans/${loan.id}`)
  await chair.page.locator('main a[href*="/receipts/"]').first().click()
  await chair.page.waitForURL('**/receipts/*')
  await chair.seen('holds-her-receipt')
  expect(await chair.text()).toContain('Rp 540.000')
  await cashier.goes(desk)
  await cashier.seen('sees-what-is-due')
  const audit = expected(await operator.post('/api/audits'), 201)
  expect(audit.clean).toBe(true)
})

/** The loans that the chair's own session sees. */
async function chairApi(chair: Someone) {
  const response = await chair.page.context().request.get(`${server.url}/api/loans`)
  return {
    status: response.status(),
    headers: new Headers(),
    body: (await response.json()) as Json,
  }
}
