import { error } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read, readOwn } from '#lib/server/api.ts'
import { paperOf, type Kind } from './paper.ts'
import type { PageServerLoad } from './$types'

const KINDS: readonly Kind[] = ['rfq', 'quote', 'po', 'bast', 'invoice', 'receipt', 'credit-note']

/** One document for print; who may see it is the API's to say. */
export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const kind = KINDS.find((one) => one === params.kind)
  if (!kind) error(404)
  const param = { id: params.id }
  const at = (code: string) => `${url.origin}${localizeHref(`/verify/${code}`)}`
  if (kind === 'rfq' || kind === 'quote') {
    const quotation = await readOwn(api.quotations[':id'].$get({ param, query: {} }), url)
    const base = quotation.side === 'company' ? 'partner' : 'seller'
    const own = quotation.side === 'company' ? quotation.company.slug : quotation.seller.slug
    const back = `/${base}/${own}/quotations/${quotation.id}`
    return { kind, paper: paperOf({ kind, quotation }), check: at(quotation.code), back }
  }
  const id = await orderIdOf(api, kind, param, url)
  const order = await read(api['purchase-orders'][':id'].$get({ param: { id }, query: {} }))
  const back = {
    company: `/partner/${order.company.slug}/purchase-orders/${order.id}`,
    seller: `/seller/${order.seller.slug}/purchase-orders/${order.id}`,
    operator: `/office/invoices/${params.id}`,
  }[order.side]
  const paper = paperOf({ kind, order, id: params.id })
  return { kind, paper, check: at(paper.code), back }
}

async function orderIdOf(
  api: App.Locals['api'],
  kind: Kind,
  param: { id: string },
  url: URL,
): Promise<string> {
  if (kind === 'po') return param.id
  if (kind === 'bast') {
    return (await readOwn(api.handovers[':id'].$get({ param }), url)).purchaseOrder.id
  }
  return (await readOwn(api.invoices[':id'].$get({ param }), url)).purchaseOrder.id
}
