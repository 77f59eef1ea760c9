/**
 * A small network on a started server, made over HTTP as it comes to be: shops with goods, a lender
 * with loans.
 */
import { expected, Http, type Address, type Json } from '#test/support/http'

export const SETUP_TOKEN = 'the setup token of the tests'

/** What a started server needs beside the demo's bindings. */
export const BINDINGS = {
  SETUP_TOKEN,
  BANK_NAME: 'Bank Contoh',
  BANK_ACCOUNT: '0012345678',
  BANK_HOLDER: 'Jaringan Uji',
}

/** Rajapolah, Kab. Tasikmalaya. */
const VILLAGE = '32.06.34.2002'

let numbers = 0
export const newPhone = () => `62817${String((numbers += 1)).padStart(8, '0')}`

async function signIn(at: Address, phone: string, name?: string): Promise<Http> {
  const person = new Http(at)
  const { code } = expected(await person.post('/api/sign-in-codes', { to: phone }), 202)
  expected(await person.post('/api/sessions', { to: phone, code, ...(name ? { name } : {}) }), 201)
  return person
}

async function secured(person: Http): Promise<Http> {
  const { demoCode } = expected(await person.post('/api/second-factor'), 201)
  expected(await person.post('/api/second-factor/confirmation', { code: demoCode }), 201)
  return person
}

/** A person with this role, invited by who leads. */
export async function member(lead: Http, slug: string, role: string): Promise<Http> {
  const phone = newPhone()
  const person = await signIn(lead.at, phone, `Anggota ${role}`)
  const asked = { phone, role }
  const { id } = expected(await lead.post(`/api/organizations/${slug}/invitations`, asked), 201)
  expected(await person.post(`/api/invitations/${id}/acceptance`), 201)
  return secured(person)
}

export async function anOperatorOn(at: Address): Promise<Http> {
  const lead = { phone: newPhone(), name: 'Ibu Operator' }
  const asked = { name: 'Jaringan Uji', lead, token: SETUP_TOKEN }
  expected(await new Http(at).post('/api/network', asked), 201)
  return secured(await signIn(at, lead.phone))
}

export type ShopOn = { chair: Http; id: string; slug: string; variantId: string }

/** Open, with a bank account, a tariff for anywhere, and one product of which there is much. */
export async function aShopOn(operator: Http, n: number, stock = 100_000): Promise<ShopOn> {
  const chair = await secured(await signIn(operator.at, newPhone(), `Ketua ${n}`))
  const profile = { name: `Kelompok ${n}`, craft: 'Anyaman', areaCode: VILLAGE, phone: newPhone() }
  const { id, slug } = expected(await chair.post('/api/enterprises', profile), 201)
  const path = `/api/enterprises/${slug}`
  const tariff = { destination: '', firstKg: 10_000, nextKg: 8_000, daysFrom: 2, daysTo: 4 }
  expected(await chair.put(`${path}/tariffs`, { tariffs: [tariff] }), 200)
  const account = { bank: 'Bank Contoh', number: '0123456789', holder: `Kelompok ${n}` }
  expected(await chair.put(`${path}/bank-account`, account), 200)
  expected(await operator.patch(`/api/organizations/${slug}/status`, { status: 'open' }), 200)
  const goods = {
    title: `Tas anyaman ${n}`,
    description: 'Dianyam dengan tangan.',
    category: 'bags',
    variants: [{ price: 125_000, weightGrams: 400, stock }],
  }
  const product = expected(await chair.post(`${path}/products`, goods), 201)
  expected(await chair.put(`/api/products/${product.id}/status`, { status: 'listed' }), 200)
  return { chair, id, slug, variantId: product.variants[0].id }
}

/** What a guest with so many of these in her basket sends to buy them. */
export function purchaseOf(from: ShopOn | readonly ShopOn[], quantity = 1): Json {
  const shops = [from].flat()
  return {
    buyer: { name: 'Ibu Ratna', phone: newPhone() },
    address: { street: 'Jl. Anyaman 12', areaCode: VILLAGE, postalCode: '46155' },
    deliveries: shops.map(({ id }) => ({ enterpriseId: id, delivery: 'courier' })),
    expected: {
      goodsTotal: 125_000 * quantity * shops.length,
      shippingTotal: shops.length * (quantity > 2 ? 18_000 : 10_000),
    },
  }
}

export async function aGuestWith(from: ShopOn | readonly ShopOn[], quantity = 1): Promise<Http> {
  const shops = [from].flat()
  const guest = new Http(shops[0]!.chair.at)
  for (const { variantId } of shops) {
    expected(await guest.post('/api/carts/current/lines', { variantId, quantity }), 201)
  }
  return guest
}

export const transferOf = (purchase: Json) => ({
  amount: purchase.total,
  receivedOn: today(),
  reference: purchase.code,
})

/** In Jakarta, by the clock of this machine. */
export const today = () => new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10)

export type CompanyOn = { slug: string; manager: Http; staff: Http }

/** A buying company that has written down its papers, with a manager and staff of a low limit. */
export async function aCompanyOn(operator: Http): Promise<CompanyOn> {
  const lead = { phone: newPhone(), name: 'Ibu Direktur' }
  const asked = { kind: 'partner', name: 'PT Sentra Contoh', lead }
  const { slug } = expected(await operator.post('/api/organizations', asked), 201)
  const owner = await secured(await signIn(operator.at, lead.phone))
  const papers = {
    legalName: 'PT Sentra Contoh Tbk',
    npwp: '01.234.567.8-012.000',
    prefix: 'SENTRA',
    street: 'Jl. Jenderal Sudirman 1',
    areaCode: VILLAGE,
    postalCode: '46155',
    contactName: 'Bagian Pengadaan',
    contactPhone: '0811-0000-777',
    staffLimit: 500_000,
    managerLimit: 20_000_000,
    tempoDays: 30,
  }
  expected(await owner.put(`/api/companies/${slug}`, papers), 200)
  return {
    slug,
    manager: await member(owner, slug, 'manager'),
    staff: await member(owner, slug, 'staff'),
  }
}

export type LenderOn = {
  owner: Http
  officer: Http
  approver: Http
  cashier: Http
  slug: string
  productId: string
}

/** 12 % declining, monthly. */
export const PRODUCT = {
  name: 'Modal kerja 12 %',
  description: 'Untuk bahan.',
  audience: 'any',
  annualRate: 12,
  interestMethod: 'declining',
  amortization: 'equalInstalment',
  minPrincipal: 500_000,
  maxPrincipal: 20_000_000,
  minInstalments: 3,
  maxInstalments: 24,
}

/** A lender with its owner and one person for each of these desks; nothing is offered yet. */
export async function aStaffedLenderOn<Role extends string>(
  operator: Http,
  roles: readonly Role[],
): Promise<Record<Role | 'owner', Http> & { id: string; slug: string }> {
  const lead = { phone: newPhone(), name: 'Ibu Koperasi' }
  const asked = { kind: 'lender', name: `Koperasi Uji ${(numbers += 1)}`, lead }
  const { id, slug } = expected(await operator.post('/api/organizations', asked), 201)
  const owner = await secured(await signIn(operator.at, lead.phone))
  const people: Record<string, Http> = { owner }
  for (const role of roles) people[role] = await member(owner, slug, role)
  return { ...(people as Record<Role | 'owner', Http>), id, slug }
}

export async function aLenderOn(operator: Http): Promise<LenderOn> {
  const lender = await aStaffedLenderOn(operator, ['officer', 'approver', 'cashier'])
  const { owner, slug } = lender
  const cap = { since: '2026-01-01', effective: 24, source: 'Uji' }
  expected(await owner.put(`/api/lenders/${slug}/rate-caps`, cap), 200)
  const { id } = expected(await owner.post(`/api/lenders/${slug}/loan-products`, PRODUCT), 201)
  const money = { amount: 10_000_000_000, source: 'Program uji' }
  expected(await owner.post(`/api/lenders/${slug}/fund-receipts`, money), 201)
  return { ...lender, productId: id }
}

const WISH = {
  purpose: 'Membeli benang untuk pesanan.',
  amount: 6_000_000,
  instalments: 12,
  monthlyIncome: 3_000_000,
  monthlyCosts: 1_800_000,
  account: { bank: 'BRI', number: '001201234567508', holder: 'Siti Rahayu' },
}

/** The address of an application that was accepted: the next step is the cashier's. */
export async function anAcceptedApplicationOn(
  lender: LenderOn,
  borrower: Http,
  terms = { amount: 6_000_000, instalments: 12 },
  more: object = {},
): Promise<string> {
  const { productId, officer, approver } = lender
  const wish = { ...WISH, ...terms, productId, ...more }
  const { id } = expected(await borrower.post('/api/loan-applications', wish), 201)
  const at = `/api/loan-applications/${id}`
  const note = 'Usaha berjalan, angsuran terjangkau.'
  const advice = { ...terms, note, why: 'Sudah lama dikenal dan selalu menepati janji.' }
  expected(await officer.post(`${at}/recommendation`, advice), 201)
  const approval = { outcome: 'approved', ...terms, reasons: note }
  expected(await approver.post(`${at}/decision`, approval), 201)
  const { hash: agreement } = expected(await borrower.get(`${at}/agreement`), 200)
  const { code } = expected(await borrower.post(`${at}/acceptance-codes`, { agreement }), 202)
  expected(await borrower.post(`${at}/acceptance`, { agreement, code }), 201)
  return at
}

export const aBorrowerOn = (at: Address) => signIn(at, newPhone(), 'Ibu Siti')
