/** Purchase orders: approved, refused, cancelled, closed; seen by both sides and by the operator. */
import { Hono } from 'hono'
import type * as v from 'valibot'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { once } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { refuseUnless } from '#worker/kernel/refusal'
import {
  bookedFrom,
  commitStep,
  foundDossier,
  issuing,
  signerOf,
} from '#worker/market/procuring/dossiers/routes'
import { cancel as cancelOrder, type Order } from '#worker/market/fulfilling/orders/order'
import { recordSteps } from '#worker/market/fulfilling/order-steps/queries'
import * as answers from '#worker/market/procuring/purchase-orders/answers'
import { isSent, mayClose } from '#worker/market/procuring/purchase-orders/deeds'
import type { Dossier } from '#worker/market/procuring/purchase-orders/dossier'
import { endingOf } from '#worker/market/procuring/purchase-orders/ending'
import { stockOf } from '#worker/market/procuring/purchase-orders/issuing'
import * as messages from '#worker/market/procuring/purchase-orders/messages'
import * as life from '#worker/market/procuring/purchase-orders/purchase-order'
import * as queries from '#worker/market/procuring/purchase-orders/queries'
import { PurchaseOrdersQuery, SideQuery } from '#worker/market/procuring/purchase-orders/requests'
import { isOver, lapse, offerAgain } from '#worker/market/procuring/quotations/quotation'
import { changeQuotation } from '#worker/market/procuring/quotations/queries'
import { ReasonRequest } from '#worker/market/procuring/quotations/requests'

const named = (c: Ctx) => foundDossier(c, queries.idOfPurchaseOrder(c.req.param('id') ?? ''))

export const purchaseOrders = new Hono<HonoEnv>()
  .get(
    '/:id',
    about('A purchase order with its deliveries and invoices', answers.PurchaseOrderAnswer),
    allow('procurement.read'),
    parseQuery(SideQuery),
    async (c) => {
      const { dossier, viewer } = await named(c)
      return c.json(answers.describePurchaseOrder(dossier, viewer))
    },
  )
  .post(
    '/:id/approval',
    about('Approve a purchase order: it is issued', answers.PurchaseOrderAnswer, 201),
    allow('purchase-order.approve'),
    once(),
    async (c) => {
      const { dossier, viewer, told } = await named(c)
      const { purchaseOrder: order, company, quotation, quote, seller } = dossier
      const by = signerOf(c, viewer)
      const today = dateIn(c.env.ZONE, c.var.now)

      life.refuseApprover(order, by, company)
      refuseUnless(!isOver(quotation, today), 'illegal-transition', 'The quote has lapsed.')
      const basis = { quotation, quote, company, papers: seller.papers, pricing: dossier.pricing }
      const { after, placed, numbered, statements } = issuing(c, basis, { order, by })

      const body = answers.describePurchaseOrder(
        { ...dossier, purchaseOrder: after, placed: bookedFrom(placed) },
        viewer,
      )
      const number = await commitStep(
        c,
        {
          after,
          event: { type: 'issued' },
          statements: [
            ...statements,
            queries.changePurchaseOrder(c.var.db, after, numbered.series),
          ],
          messages: messages.issuedMessages(told, after),
          numbered,
        },
        body,
      )
      return c.json({ ...body, number }, 201)
    },
  )
  .post(
    '/:id/refusal',
    about('Do not approve a purchase order; the quote stands', answers.PurchaseOrderAnswer, 201),
    allow('purchase-order.refuse'),
    parseJson(ReasonRequest),
    async (c) => {
      const { db, now } = c.var
      const { dossier, viewer, told } = await named(c)
      const { reason } = c.req.valid('json')
      const after = life.refuse(dossier.purchaseOrder, reason, now)

      const asked = { ...dossier.quotation, lines: [] }
      const over = isOver(asked, dateIn(c.env.ZONE, now))
      const quotation = over ? lapse(asked) : offerAgain(asked)
      const event = { subject: quotation.id, seq: quotation.version, type: quotation.status }
      const body = answers.describePurchaseOrder({ ...dossier, purchaseOrder: after }, viewer)
      await commitStep(
        c,
        {
          after,
          event: { type: 'refused', data: { reason } },
          statements: [
            queries.changePurchaseOrder(db, after),
            changeQuotation(db, quotation),
            recordEvents(db, [{ ...actOf(c), ...event, data: { reason } }]),
          ],
          messages: [messages.refusedMessage(told, after, reason)],
        },
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/cancellation',
    about('Cancel before anything was sent; the goods go back', answers.PurchaseOrderAnswer, 201),
    allow('purchase-order.cancel'),
    once(),
    parseJson(ReasonRequest),
    async (c) => {
      const { dossier, viewer, told } = await named(c)
      const { reason } = c.req.valid('json')
      const after = life.cancel(dossier.purchaseOrder, reason, c.var.now, isSent(dossier) ? 1 : 0)
      const { placed, quote } = dossier
      const order = placed && cancelOrder(placed.order, c.var.now)
      const step = order && {
        order,
        event: { type: 'cancelled', data: { reason } },
        messages: [],
        stock: stockOf(quote, 1),
      }

      const body = answers.describePurchaseOrder(withOrder(dossier, after, order), viewer)
      const by = viewer.side === 'company' ? 'company' : 'seller'
      await commitStep(
        c,
        {
          after,
          event: { type: 'cancelled', data: { reason } },
          statements: [
            queries.changePurchaseOrder(c.var.db, after),
            ...(step ? recordSteps(c.var.db, [step], stepping(c)) : []),
          ],
          messages: [messages.cancelledMessage(told, after, { by, reason })],
        },
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/closing',
    about('Let go what was not delivered', answers.PurchaseOrderAnswer, 201),
    allow('purchase-order.approve'),
    once(),
    parseJson(ReasonRequest),
    async (c) => {
      const { dossier, viewer, told } = await named(c)
      const { reason } = c.req.valid('json')
      const after = life.close(dossier.purchaseOrder, reason, c.var.now)
      refuseUnless(
        mayClose(dossier),
        'illegal-transition',
        'Something must have been taken over, and nothing be under way.',
      )
      const ending = endingOf({ ...dossier, purchaseOrder: after }, c.var.now)

      const body = answers.describePurchaseOrder(ending.dossier, viewer)
      await commitStep(
        c,
        {
          after: ending.dossier.purchaseOrder,
          event: { type: 'closed', data: { reason } },
          statements: queries.recordEnding(c.var.db, ending, actOf(c)),
          messages: [messages.closedMessage(told, after, reason)],
        },
        body,
      )
      return c.json(body, 201)
    },
  )

const stepping = (c: Ctx) => ({ act: actOf(c), newId: c.var.newId })

function withOrder(
  dossier: Dossier,
  purchaseOrder: life.PurchaseOrder,
  order: Order | null,
): Dossier {
  const { placed } = dossier
  return { ...dossier, purchaseOrder, placed: placed && order ? { ...placed, order } : placed }
}

/** Mounted with companies and with enterprises: the purchase orders of one of them. */
export const purchaseOrdersOfCompanies = new Hono<HonoEnv>().get(
  '/:slug/purchase-orders',
  about('The purchase orders of a company, the newest first', answers.PurchaseOrderPage),
  allow('company.read'),
  parseQuery(PurchaseOrdersQuery),
  async (c) => c.json(await listed(c, 'partner', c.req.valid('query'))),
)

export const purchaseOrdersOfEnterprises = new Hono<HonoEnv>().get(
  '/:slug/purchase-orders',
  about('The purchase orders that a seller has, the newest first', answers.PurchaseOrderPage),
  allow('quotation.answer'),
  parseQuery(PurchaseOrdersQuery),
  async (c) => c.json(await listed(c, 'enterprise', c.req.valid('query'))),
)

type Query = v.InferOutput<typeof PurchaseOrdersQuery>

async function listed(c: Ctx, side: 'partner' | 'enterprise', query: Query) {
  const { after, limit, status } = query
  const { organizationId: id } = ownOrganization(c, c.req.param('slug') ?? '', 'organization')
  const asked = { side, id, status, before: after?.[0], limit: limit + 1 }
  const [rows] = await read(c.var.db, [queries.listPurchaseOrders(c.var.db, asked)])
  const page = paged(rows, limit, (row) => [row.id])
  return { items: page.rows.map(answers.describeListed), next: page.next }
}
