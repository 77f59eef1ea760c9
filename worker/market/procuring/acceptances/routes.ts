/** A quote is accepted: a purchase order is issued at once, or waits for somebody else's approval. */
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { found } from '#worker/kernel/refusal'
import type { Pricing } from '#worker/market/procuring/purchase-pricing/pricing'
import { findPricing, pricingFrom } from '#worker/market/procuring/purchase-pricing/queries'
import { companyFrom } from '#worker/market/procuring/companies/queries'
import { bookedFrom, commitStep, issuing, signerOf } from '#worker/market/procuring/dossiers/routes'
import { sellerFrom } from '#worker/market/offering/seller-papers/queries'
import {
  describePurchaseOrder,
  PurchaseOrderAnswer,
} from '#worker/market/procuring/purchase-orders/answers'
import type { Dossier } from '#worker/market/procuring/purchase-orders/dossier'
import * as messages from '#worker/market/procuring/purchase-orders/messages'
import { mayIssueAlone, request } from '#worker/market/procuring/purchase-orders/purchase-order'
import { insertPurchaseOrder } from '#worker/market/procuring/purchase-orders/queries'
import { accept } from '#worker/market/procuring/quotations/quotation'
import { changeQuotation, findQuotations } from '#worker/market/procuring/quotations/queries'
import { AcceptanceRequest } from '#worker/market/procuring/quotations/requests'
import { named, seenIn, type Seen } from '#worker/market/procuring/quotations/routes'

/** Mounted with the quotations. */
export const acceptances = new Hono<HonoEnv>().post(
  '/:id/acceptance',
  about('Accept the last quote: it becomes a purchase order', PurchaseOrderAnswer, 201),
  allow('quotation.ask'),
  once(),
  parseJson(AcceptanceRequest),
  async (c) => {
    const { db } = c.var
    const products = sql`(SELECT product_id FROM quote_lines WHERE quotation_id = ${c.req.param('id')})`
    const [kept, taxes, rules, kinds, ...rows] = await read(db, [
      findAnswered(c),
      ...findPricing(db, products),
      ...findQuotations(db, named(c)),
    ])
    replayAnswered(c, kept)
    const pricing = pricingFrom([taxes, rules, kinds])
    const at = seenIn(c, rows)
    const company = companyFrom(found(rows[4][0], 'company'))
    const seller = sellerFrom(found(rows[5][0], 'seller'))
    const { revision } = c.req.valid('json')
    const body = await accepted(c, at, { company, seller, revision, pricing })
    return c.json(body, 201)
  },
)

type Accepting = {
  revision: number
  pricing: Pricing
  company: ReturnType<typeof companyFrom>
  seller: ReturnType<typeof sellerFrom>
}

async function accepted(c: Ctx, at: Seen, { company, seller, revision, pricing }: Accepting) {
  const { db, now, newId, random } = c.var
  const { known, viewer, told } = at
  const quotation = accept(known.quotation, revision, dateIn(c.env.ZONE, now))
  const quote = found(
    known.quotes.find((one) => one.revision === revision),
    'quote',
  )
  const by = signerOf(c, viewer)
  const { id: quotationId, partnerId, enterpriseId } = quotation
  const head = { id: newId(), code: shortCode(random), quotationId, revision, partnerId }
  const { total, tempoDays } = quote
  const order = request({ ...head, enterpriseId, total, tempoDays }, by, now)
  const alone = mayIssueAlone(total, by, company)
  const basis = { quotation, quote, company, papers: seller.papers, pricing }
  const issued = alone ? issuing(c, basis, { order, by }) : null

  const after = issued?.after ?? order
  const dossier: Dossier = {
    ...{ purchaseOrder: after, quotation, quote, seller, handovers: [], invoices: [], book: '' },
    waiting: [],
    ...{ pricing, company: { ...company, ...known.company } },
    placed: issued ? bookedFrom(issued.placed) : null,
    events: [{ type: 'requested', at: now, by: by.name, data: {} }],
  }
  const body = describePurchaseOrder(dossier, viewer)
  const history = { ...actOf(c), subject: quotation.id, seq: quotation.version, type: 'accepted' }
  const requested = { ...actOf(c), subject: order.id, seq: 1, type: 'requested' }
  const number = await commitStep(
    c,
    {
      after,
      event: { type: issued ? 'issued' : 'requested' },
      statements: [
        ...(issued ? issued.statements : []),
        insertPurchaseOrder(db, after, issued?.numbered.series),
        recordEvents(db, [history, ...(issued ? [requested] : [])]),
        changeQuotation(db, quotation),
      ],
      messages: issued
        ? messages.issuedMessages(told, after)
        : [messages.awaitingMessage(told, after)],
      ...(issued ? { numbered: issued.numbered } : {}),
    },
    body,
  )
  return { ...body, number }
}
