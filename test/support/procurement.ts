/** Buying on paper in a test, made as it comes to be: asked, quoted, accepted, delivered, invoiced. */
import type { Json } from '#test/support/client'
import { aMarket, today, type Market } from '#test/support/orders'
import { VILLAGE } from '#test/support/shop'
import { aPartner, expected, inviteAndJoin, type Person, type World } from '#test/support/world'

export type Company = World<'owner' | 'manager' | 'staff'>
export type Deal = Market & { company: Company; clerk: Person; variantId: string }

export const papers = (more: Record<string, unknown> = {}) => ({
  legalName: 'PT Sentra Contoh Tbk',
  npwp: '01.234.567.8-012.000',
  prefix: 'SENTRA',
  street: 'Jl. Jenderal Sudirman 1',
  areaCode: VILLAGE,
  postalCode: '46155',
  contactName: 'Bagian Pengadaan',
  contactPhone: '0811-0000-777',
  staffLimit: 1_000_000,
  managerLimit: 20_000_000,
  tempoDays: 30,
  ...more,
})

/** A company that has written down its papers, with its three roles. */
export async function aCompany(operator: World<'owner'>, more = {}): Promise<Company> {
  const company = await aPartner(operator, ['manager', 'staff'])
  expected(await company.owner.put(`/api/companies/${company.slug}`, papers(more)), 200)
  return company as Company
}

/** A company and a seller; `clerk` works for the seller beside its chair. */
export const aDeal = async (stock = 500): Promise<Deal> => aDealAt(await aMarket(stock))

export async function aDealAt(market: Market): Promise<Deal> {
  const company = await aCompany(market.operator)
  const clerk = await inviteAndJoin(market.shop.chair, market.shop.slug, 'staff')
  return { ...market, company, clerk, variantId: market.product.variants[0].id }
}

export const request = ({ shop, variantId }: Deal, more: Record<string, unknown> = {}) => ({
  enterprise: shop.slug,
  neededBy: '2026-12-20',
  street: 'Jl. Jenderal Sudirman 1',
  areaCode: VILLAGE,
  postalCode: '46155',
  note: 'Untuk hampers akhir tahun.',
  lines: [{ variantId, title: 'Tas anyaman mendong', quantity: 10, note: 'Warna alami' }],
  ...more,
})

export const quote = (more: Record<string, unknown> = {}) => ({
  lines: [{ n: 1, quantity: 10, unitPrice: 120_000 }],
  discount: 0,
  shipping: 100_000,
  leadDays: 14,
  validUntil: '2026-12-15',
  tempoDays: 30,
  note: '',
  ...more,
})

/** Asked by the staff of the company. */
export async function asked(deal: Deal, more = {}): Promise<Json> {
  const path = `/api/companies/${deal.company.slug}/quotations`
  return expected(await deal.company.staff.post(path, request(deal, more)), 201)
}

/** Asked and answered. */
export async function quoted(deal: Deal, more = {}, askedMore = {}): Promise<Json> {
  const { id } = await asked(deal, askedMore)
  return expected(await deal.clerk.post(`/api/quotations/${id}/quote`, quote(more)), 201)
}

/** Accepted by staff; waits for the manager if it is above her limit. */
export async function accepted(deal: Deal, more = {}, askedMore = {}): Promise<Json> {
  const { id, revision } = await quoted(deal, more, askedMore)
  const path = `/api/quotations/${id}/acceptance`
  return expected(await deal.company.staff.post(path, { revision }), 201)
}

/** Issued with a number, and taken on by the seller. */
export async function issued(deal: Deal, more = {}, askedMore = {}): Promise<Json> {
  const order = await accepted(deal, more, askedMore)
  const { manager } = deal.company
  const made =
    order.status === 'issued'
      ? order
      : expected(await manager.post(`/api/purchase-orders/${order.id}/approval`), 201)
  expected(await deal.shop.chair.post(`/api/orders/${made.order.id}/confirmation`), 201)
  return made
}

type Part = { quantity?: number; accepted?: number; reason?: string; n?: number }

/** A delivery on its way. */
export async function sent(deal: Deal, order: Json, { quantity = 10, n = 1 }: Part = {}) {
  const body = { sentOn: today(), carrier: 'JNE', lines: [{ n, quantity }] }
  const path = `/api/purchase-orders/${order.id}/handovers`
  return expected(await deal.clerk.post(path, body), 201)
}

/** Counted and signed by the company. */
export async function received(deal: Deal, order: Json, part: Part = {}): Promise<Json> {
  const handover = await sent(deal, order, part)
  const accepted = part.accepted ?? part.quantity ?? 10
  const lines = [{ n: part.n ?? 1, accepted, reason: part.reason ?? '' }]
  const path = `/api/handovers/${handover.id}/receipt`
  return expected(await deal.company.staff.post(path, { lines, note: '' }), 201)
}

/** Signed by both. */
export async function signed(deal: Deal, order: Json, part: Part = {}): Promise<Json> {
  const handover = await received(deal, order, part)
  return expected(await deal.clerk.post(`/api/handovers/${handover.id}/signature`), 201)
}

export async function invoiced(deal: Deal, order: Json, part: Part = {}): Promise<Json> {
  const { id } = await signed(deal, order, part)
  return expected(await deal.shop.chair.post(`/api/handovers/${id}/invoice`), 201)
}

export const transferOf = (invoice: Json, more = {}) => ({
  amount: invoice.due,
  receivedOn: today(),
  reference: `Mutasi ${invoice.number}`,
  ...more,
})

/** A line of a bank statement that the treasurer has brought, found by its words. */
export async function statementLine(deal: Deal, amount: number, words: string): Promise<Json> {
  const text = `tanggal,keterangan,kredit\n22/11/2026,${words},${amount}\n`
  const columns = { on: 'tanggal', description: 'keterangan', credit: 'kredit' }
  const file = { fileName: `${words}.csv`, text, columns }
  expected(await deal.operator.owner.post('/api/statements', file), 201)
  const { items } = expected(await deal.operator.owner.get('/api/statement-lines'), 200)
  return items.find((one: Json) => one.amount === amount && one.description.includes(words)) as Json
}

export async function paid(deal: Deal, invoice: Json): Promise<Json> {
  const path = `/api/invoices/${invoice.id}/payment`
  return expected(await deal.operator.owner.post(path, transferOf(invoice)), 201)
}
