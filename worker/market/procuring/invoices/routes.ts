/** Invoices: issued by sellers, withheld from by buyers, cancelled. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { once } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { dateIn, yearOf } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { refuseUnless } from '#worker/kernel/refusal'
import { commitStep, foundDossier, signerOf } from '#worker/market/procuring/dossiers/routes'
import { describeInvoice, InvoiceAnswer } from '#worker/market/procuring/invoices/answers'
import * as life from '#worker/market/procuring/invoices/invoice'
import type { Invoice } from '#worker/market/procuring/invoices/invoice'
import * as queries from '#worker/market/procuring/invoices/queries'
import * as requests from '#worker/market/procuring/invoices/requests'
import { taxIn } from '#worker/market/procuring/purchase-pricing/pricing'
import { charges } from '#worker/market/buying/taxes/tax'
import { withhold } from '#worker/market/procuring/invoices/withholding'
import { seriesOf } from '#worker/market/procuring/numbers/number'
import { bankAccountFrom } from '#worker/market/paying/payments/bank-account'
import * as dossiers from '#worker/market/procuring/purchase-orders/dossier'
import type { Dossier } from '#worker/market/procuring/purchase-orders/dossier'
import * as messages from '#worker/market/procuring/purchase-orders/messages'
import { noted } from '#worker/market/procuring/purchase-orders/purchase-order'
import {
  changePurchaseOrder,
  idOfHandover,
  idOfInvoice,
} from '#worker/market/procuring/purchase-orders/queries'

/** Mounted with the handovers: what was accepted is invoiced. */
export const invoicing = new Hono<HonoEnv>().post(
  '/:id/invoice',
  about('Invoice what was accepted of a signed delivery', InvoiceAnswer, 201),
  allow('invoice.issue'),
  once(),
  async (c) => {
    const { db, now, newId, random } = c.var
    const { dossier, viewer, told } = await foundDossier(c, idOfHandover(c.req.param('id')))
    const handover = dossiers.handoverIn(dossier, c.req.param('id'))
    const by = signerOf(c, viewer)
    const standing = dossiers.standing(dossier)
    refuseUnless(handover.status === 'signed', 'illegal-transition', 'Both sides sign first.')
    refuseUnless(
      standing.every((one) => one.handoverId !== handover.id),
      'already-exists',
      'This delivery is invoiced already.',
    )
    const today = dateIn(c.env.ZONE, now)
    const { id: purchaseOrderId, partnerId, enterpriseId, tempoDays } = dossier.purchaseOrder
    const { pkpSince } = dossier.seller.papers
    const invoice = life.draw(
      {
        ...{ id: newId(), code: shortCode(random), purchaseOrderId, handoverId: handover.id },
        ...{ partnerId, enterpriseId, issuedBy: by.id, today, tempoDays },
        taxIn: (price) => taxIn(price, dossier.pricing, { pkpSince, day: today }),
        year: yearOf(today),
        parties: {
          ...dossiers.partiesOf(dossier, charges({ pkpSince }, today)),
          bank: bankAccountFrom(c.env),
        },
      },
      dossiers.moneyIn(dossier),
      { accepted: handover.lines, before: standing },
    )
    const after = { ...dossier, invoices: [...dossier.invoices, invoice] }
    const series = seriesOf('invoice', enterpriseId, today)
    const body = describeInvoice(after, invoice, viewer)
    const number = await commitStep(
      c,
      {
        ...notedWith(after, 'invoice-issued', invoice),
        statements: [
          ...queries.insertInvoice(db, invoice, series),
          changePurchaseOrder(db, noted(dossier.purchaseOrder)),
        ],
        messages: [messages.invoicedMessage(told, dossier.purchaseOrder, invoice)],
        numbered: { series, path: '$.number' },
      },
      body,
    )
    return c.json({ ...body, number }, 201)
  },
)

const named = (c: Ctx) => foundDossier(c, idOfInvoice(c.req.param('id') ?? ''))

const notedWith = ({ purchaseOrder }: Dossier, type: string, { id }: Invoice, data = {}) => ({
  after: noted(purchaseOrder),
  event: { type, data: { invoiceId: id, ...data } },
})

export const invoices = new Hono<HonoEnv>()
  .get(
    '/:id',
    about('An invoice, for both sides and the operator', InvoiceAnswer),
    allow('procurement.read'),
    async (c) => {
      const { dossier, viewer } = await named(c)
      const invoice = dossiers.invoiceIn(dossier, c.req.param('id'))
      return c.json(describeInvoice(dossier, invoice, viewer))
    },
  )
  .put(
    '/:id/withholdings',
    about('Say which taxes you withhold from an invoice', InvoiceAnswer),
    allow('invoice.withhold'),
    parseJson(requests.WithholdingsRequest),
    async (c) => {
      const { db } = c.var
      const { dossier, viewer, told } = await named(c)
      const before = dossiers.invoiceIn(dossier, c.req.param('id'))
      const { total, tax, issuedOn, parties } = before
      const withheld = { total, tax, issuedOn, hasNpwp: parties.seller.npwp !== '' }
      const said = c.req.valid('json').withholdings.map((one) => withhold(one, withheld))
      const invoice = life.withholding(before, said)

      await commitStep(
        c,
        {
          ...notedWith(dossier, 'invoice-withheld', invoice, { withheld: invoice.withheld }),
          statements: [
            ...queries.changeWithholdings(db, invoice),
            changePurchaseOrder(db, noted(dossier.purchaseOrder)),
          ],
          messages: [messages.withheldMessage(told, dossier.purchaseOrder, invoice.withheld)],
        },
        null,
      )
      return c.json(describeInvoice(dossiers.withInvoice(dossier, invoice), invoice, viewer))
    },
  )
  .post(
    '/:id/cancellation',
    about('Cancel an open invoice with a credit note', InvoiceAnswer, 201),
    allow('invoice.issue'),
    once(),
    parseJson(requests.ReasonRequest),
    async (c) => {
      const { db, now } = c.var
      const { dossier, viewer, told } = await named(c)
      const { reason } = c.req.valid('json')
      const today = dateIn(c.env.ZONE, now)
      const before = dossiers.invoiceIn(dossier, c.req.param('id'))
      const invoice = life.cancelInvoice(before, reason, today)
      const series = seriesOf('credit-note', invoice.enterpriseId, today)

      const body = describeInvoice(dossiers.withInvoice(dossier, invoice), invoice, viewer)
      const number = await commitStep(
        c,
        {
          ...notedWith(dossier, 'invoice-cancelled', invoice, { reason }),
          statements: [
            ...queries.recordCancellation(db, invoice, series),
            changePurchaseOrder(db, noted(dossier.purchaseOrder)),
          ],
          messages: [messages.creditedMessage(told, dossier.purchaseOrder, reason)],
          numbered: { series, path: '$.creditNote.number' },
        },
        body,
      )
      return c.json({ ...body, creditNote: body.creditNote && { ...body.creditNote, number } }, 201)
    },
  )
