/** What the documentation shows of buying on paper: asked, quoted, accepted, delivered, signed, invoiced. */
import { guest, key, person, type Asking, type Get } from './asked.ts'

const SITE = {
  ...{ street: 'Jl. Jenderal Sudirman 1', areaCode: '32.06.34.2002', postalCode: '46155' },
}
const PAPERS = {
  ...{ legalName: 'PT Sagara Boga Lestari', npwp: '01.234.567.8-012.000', prefix: 'SAGARA' },
  ...{ ...SITE, contactName: 'Bagian Pengadaan', contactPhone: '0811-0000-777' },
  ...{ staffLimit: 1_000_000, managerLimit: 20_000_000, tempoDays: 30 },
}

export async function* onPaper(get: Get): AsyncGenerator<Asking> {
  const { organizations } = await get('owner', '/api/me')
  const company = `/api/companies/${organizations[0].slug}`
  yield { ...person('companies', 'owner', company), method: 'PUT', body: PAPERS }
  const { organizations: shops } = await get('chair', '/api/me')
  const enterprise = shops[0].slug
  const own = `/api/enterprises/${enterprise}/products`
  const goods = await get('chair', `${own}?limit=1&status=listed`)
  const { variants, title } = await get('chair', `${own}/${goods.items[0].id}`)
  const lines = [{ variantId: variants[0].id, title, quantity: 2, note: 'Warna alami' }]
  const wish = { enterprise, neededBy: '2026-12-20', ...SITE, note: 'Untuk hampers.', lines }
  const asked = await get('manager', `${company}/quotations`, wish)
  const quote = {
    ...{ lines: [{ n: 1, quantity: 2, unitPrice: 120_000 }], discount: 0, shipping: 20_000 },
    ...{ leadDays: 14, validUntil: '2026-12-15', tempoDays: 30, note: '' },
  }
  const { revision } = await get('chair', `/api/quotations/${asked.id}/quote`, quote)
  yield key('quotations', 'manager', `/api/quotations/${asked.id}`)
  const order = await get('manager', `/api/quotations/${asked.id}/acceptance`, { revision })
  await get('chair', `/api/orders/${order.order?.id}/confirmation`, {})
  yield key('purchase-orders', 'manager', `/api/purchase-orders/${order.id}`)
  const parcel = { sentOn: '2026-11-22', carrier: 'JNE', lines: [{ n: 1, quantity: 2 }] }
  const handover = await get('chair', `/api/purchase-orders/${order.id}/handovers`, parcel)
  const counted = { lines: [{ n: 1, accepted: 2, reason: '' }], note: '' }
  await get('manager', `/api/handovers/${handover.id}/receipt`, counted)
  await get('treasurer', `/api/handovers/${handover.id}/signature`, {})
  yield key('handovers', 'manager', `/api/handovers/${handover.id}`)
  const invoice = await get('chair', `/api/handovers/${handover.id}/invoice`, {})
  yield key('invoices', 'manager', `/api/invoices/${invoice.id}`)
  yield guest('documents', `/api/documents/${order.code}`)
}
