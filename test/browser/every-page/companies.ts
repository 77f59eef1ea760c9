/** The pages of buying on paper, of both sides and the operator, with every kind of document. */
import type { Http, Json } from '#test/support/http'
import type { Walker, Walkers } from './walkers.ts'

async function items(from: Http, path: string): Promise<Json[]> {
  const answer = await from.get(path)
  if (answer.status !== 200 || !answer.body.items[0]) throw new Error(`nothing at ${path}`)
  return answer.body.items
}

const organizationOf = async (from: Http): Promise<string> =>
  (await from.get('/api/me')).body.organizations[0].slug

export async function companies({
  manager,
  chair,
}: Walkers): Promise<Partial<Record<Walker, string[]>>> {
  const [company, shop] = [await organizationOf(manager), await organizationOf(chair)]
  const [room, stall] = [`/partner/${company}`, `/seller/${shop}`]
  const quotations = await items(manager, `/api/companies/${company}/quotations`)
  const quoted = quotations.find((one) => one.status === 'quoted')
  const waiting = await items(manager, `/api/companies/${company}/purchase-orders?status=awaiting`)
  const [paid] = await items(manager, `/api/companies/${company}/invoices?state=paid`)
  const asked = (await items(chair, `/api/enterprises/${shop}/quotations?status=asked`))[0]
  const orders = await items(chair, `/api/enterprises/${shop}/purchase-orders?status=issued`)
  const done = (await manager.get(`/api/purchase-orders/${paid.purchaseOrderId}`)).body
  const paper = (kind: string, id: string) => `/documents/${kind}/${id}`
  return {
    manager: [
      ...[room, `${room}/quotations`, `${room}/quotations/new`, `${room}/quotations/${quoted.id}`],
      ...[`${room}/purchase-orders`, `${room}/purchase-orders/${waiting[0].id}`],
      ...[`${room}/purchase-orders/${done.id}`, `${room}/invoices`, `${room}/spending`],
      ...[`${room}/profile`, paper('rfq', quoted.id), paper('quote', quoted.id)],
      ...[paper('po', done.id), paper('bast', done.handovers[0].id)],
      ...[paper('invoice', paid.id), paper('receipt', paid.id)],
    ],
    chair: [
      ...[`${stall}/quotations`, `${stall}/quotations/${asked.id}`, `${stall}/purchase-orders`],
      ...[`${stall}/purchase-orders/${orders[0].id}`, `${stall}/invoices`, `${stall}/papers`],
    ],
    guest: [`/verify/${done.invoices[0].code}`],
    operatorOwner: ['/office/invoices', `/office/invoices/${paid.id}`],
  }
}
