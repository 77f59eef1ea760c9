/** Deliveries of purchase orders: sent, counted and signed by the company, signed by the seller. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { once } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { dateIn, yearOf } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { refuseUnless } from '#worker/kernel/refusal'
import {
  commitStep,
  foundDossier,
  signerOf,
  type Found,
} from '#worker/market/procuring/dossiers/routes'
import { describeHandover, HandoverAnswer } from '#worker/market/procuring/handovers/answers'
import * as life from '#worker/market/procuring/handovers/handover'
import type { Handover } from '#worker/market/procuring/handovers/handover'
import { changeHandover, insertHandover } from '#worker/market/procuring/handovers/queries'
import { HandoverRequest, ReceiptRequest } from '#worker/market/procuring/handovers/requests'
import { seriesOf } from '#worker/market/procuring/numbers/number'
import { maySend } from '#worker/market/procuring/purchase-orders/deeds'
import {
  handoverIn,
  progressIn,
  type Dossier,
} from '#worker/market/procuring/purchase-orders/dossier'
import { endingOf } from '#worker/market/procuring/purchase-orders/ending'
import * as messages from '#worker/market/procuring/purchase-orders/messages'
import { noted } from '#worker/market/procuring/purchase-orders/purchase-order'
import {
  changePurchaseOrder,
  idOfHandover,
  idOfPurchaseOrder,
  recordEnding,
} from '#worker/market/procuring/purchase-orders/queries'
import { ReasonRequest } from '#worker/market/procuring/quotations/requests'
import type { Message } from '#worker/outbox/message'

/** Mounted with the purchase orders: a delivery is sent. */
export const sending = new Hono<HonoEnv>().post(
  '/:id/handovers',
  about('Send a delivery, whole or in part', HandoverAnswer, 201),
  allow('handover.send'),
  once(),
  parseJson(HandoverRequest),
  async (c) => {
    const { db, newId, random } = c.var
    const found = await foundDossier(c, idOfPurchaseOrder(c.req.param('id')))
    const { dossier, told } = found
    const said = c.req.valid('json')
    refuseUnless(maySend(dossier), 'illegal-transition', 'There is nothing to be sent now.')
    life.refuseTooMuch(said.lines, progressIn(dossier))

    const { id: purchaseOrderId, partnerId, enterpriseId } = dossier.purchaseOrder
    const handover: Handover = {
      ...{ id: newId(), code: shortCode(random), purchaseOrderId, partnerId, enterpriseId },
      ...{ status: 'sent', year: null, n: null, buyer: null, buyerNote: '', seller: null },
      ...{ sentOn: said.sentOn, carrier: said.carrier, note: said.note },
      lines: said.lines.map((one) => ({ ...one, accepted: null, reason: '' })),
    }
    const after = { ...dossier, handovers: [...dossier.handovers, handover] }
    const pieces = handover.lines.reduce((all, one) => all + one.quantity, 0)
    const message = messages.sentMessage(told, dossier.purchaseOrder, pieces)
    const body = describeHandover(after, handover, found.viewer)
    await commitStep(
      c,
      {
        ...notedIn(after, { type: 'handover-sent', data: { handoverId: handover.id } }),
        statements: [
          ...insertHandover(db, handover),
          changePurchaseOrder(db, noted(dossier.purchaseOrder)),
        ],
        messages: [message],
      },
      body,
    )
    return c.json(body, 201)
  },
)

const named = (c: Ctx) => foundDossier(c, idOfHandover(c.req.param('id') ?? ''))

export const handovers = new Hono<HonoEnv>()
  .get(
    '/:id',
    about('A delivery and the record of its handover', HandoverAnswer),
    allow('procurement.read'),
    async (c) => {
      const { dossier, viewer } = await named(c)
      return c.json(describeHandover(dossier, handoverIn(dossier, c.req.param('id')), viewer))
    },
  )
  .post(
    '/:id/receipt',
    about('Say what is accepted of a delivery, and sign', HandoverAnswer, 201),
    allow('handover.receive'),
    once(),
    parseJson(ReceiptRequest),
    async (c) => {
      const found = await named(c)
      const by = signerOf(c, found.viewer)
      const { lines, note } = c.req.valid('json')
      const before = handoverIn(found.dossier, c.req.param('id'))
      const handover = life.receive(before, { lines, note, by, at: c.var.now })
      const told = [messages.receivedMessage(found.told, found.dossier.purchaseOrder)]
      return c.json(await changed(c, found, handover, { type: 'handover-received', told }), 201)
    },
  )
  .post(
    '/:id/signature',
    about('Sign the record for the seller; it takes its number', HandoverAnswer, 201),
    allow('handover.send'),
    once(),
    async (c) => {
      const { db, now } = c.var
      const found = await named(c)
      const { viewer, told } = found
      const today = dateIn(c.env.ZONE, now)
      const before = handoverIn(found.dossier, c.req.param('id'))
      const by = signerOf(c, viewer)
      const handover = life.countersign(before, { by, at: now, year: yearOf(today) })
      const dossier = withHandover(found.dossier, handover)
      const ending = endingOf({ ...dossier, purchaseOrder: noted(dossier.purchaseOrder) }, now)
      const series = seriesOf('bast', handover.enterpriseId, today)

      const body = describeHandover(ending.dossier, handover, viewer)
      const number = await commitStep(
        c,
        {
          after: ending.dossier.purchaseOrder,
          event: { type: 'handover-signed', data: { handoverId: handover.id } },
          statements: [
            ...changeHandover(db, handover, series),
            ...recordEnding(db, ending, actOf(c)),
          ],
          messages: [messages.signedMessage(told, dossier.purchaseOrder)],
          numbered: { series, path: '$.number' },
        },
        body,
      )
      return c.json({ ...body, number }, 201)
    },
  )
  .post(
    '/:id/recount',
    about('The seller does not agree with the count', HandoverAnswer, 201),
    allow('handover.send'),
    parseJson(ReasonRequest),
    async (c) => {
      const found = await named(c)
      const { reason } = c.req.valid('json')
      const handover = life.recount(handoverIn(found.dossier, c.req.param('id')))
      const told = [messages.recountMessage(found.told, found.dossier.purchaseOrder, reason)]
      const how = { type: 'handover-recount', told, reason }
      return c.json(await changed(c, found, handover, how), 201)
    },
  )
  .post(
    '/:id/withdrawal',
    about('Take back the note of a delivery', HandoverAnswer, 201),
    allow('handover.send'),
    async (c) => {
      const found = await named(c)
      const handover = life.withdraw(handoverIn(found.dossier, c.req.param('id')))
      const told = [messages.withdrawnMessage(found.told, found.dossier.purchaseOrder)]
      return c.json(await changed(c, found, handover, { type: 'handover-withdrawn', told }), 201)
    },
  )

function withHandover(dossier: Dossier, handover: Handover): Dossier {
  const handovers = dossier.handovers.map((one) => (one.id === handover.id ? handover : one))
  return { ...dossier, handovers }
}

type Event = { type: string; data: Readonly<Record<string, unknown>> }

const notedIn = ({ purchaseOrder }: Dossier, event: Event) => ({
  after: noted(purchaseOrder),
  event,
})

type How = { type: string; told: readonly Message[]; reason?: string }

/** Commits what became of a delivery, where nothing else follows from it. */
async function changed(c: Ctx, { dossier, viewer }: Found, handover: Handover, how: How) {
  const { db } = c.var
  const after = withHandover(dossier, handover)
  const body = describeHandover(after, handover, viewer)
  const data = { handoverId: handover.id, ...(how.reason ? { reason: how.reason } : {}) }
  await commitStep(
    c,
    {
      ...notedIn(after, { type: how.type, data }),
      statements: [
        ...changeHandover(db, handover),
        changePurchaseOrder(db, noted(dossier.purchaseOrder)),
      ],
      messages: how.told,
    },
    body,
  )
  return body
}
