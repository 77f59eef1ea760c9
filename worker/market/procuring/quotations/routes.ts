/** Quotations: asked by companies, answered by sellers, accepted into purchase orders. */
import { Hono } from 'hono'
import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { read, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { signerOf, viewerOf } from '#worker/market/procuring/dossiers/routes'
import { insertDrafts, listOffered, listOfferedIn } from '#worker/market/procuring/asking/queries'
import { describeQuotation, QuotationAnswer } from '#worker/market/procuring/quotations/answers'
import type { KnownQuotation } from '#worker/market/procuring/quotations/answers'
import * as messages from '#worker/market/procuring/quotations/messages'
import type { Correspondents } from '#worker/market/procuring/quotations/messages'
import * as life from '#worker/market/procuring/quotations/quotation'
import * as queries from '#worker/market/procuring/quotations/queries'
import * as requests from '#worker/market/procuring/quotations/requests'
import { SideQuery } from '#worker/market/procuring/purchase-orders/requests'
import type { Viewer } from '#worker/market/procuring/purchase-orders/deeds'
import { draftFor, offeredFor } from '#worker/market/procuring/quotations/offering'
import type { Message } from '#worker/outbox/message'
import { insertMessages } from '#worker/outbox/queries'

export const named = (c: Ctx): SQL =>
  sql`(SELECT id FROM quotations WHERE id = ${c.req.param('id') ?? ''})`

export type Seen = {
  known: KnownQuotation
  viewer: Viewer
  side: 'company' | 'seller'
  told: Correspondents
}

/** From the rows of `findQuotations`: the quotation, for whoever is on one of its two sides. */
export function seenIn(c: Ctx, rows: queries.QuotationRows): Seen {
  const known = found(queries.quotationsFrom(rows)[0], 'quotation')
  const viewer = viewerOf(c, known.quotation)
  const { company, seller } = known
  const side = found(viewer.side === 'operator' ? null : viewer.side, 'quotation')
  return { known, viewer, side, told: { company, seller, site: siteOf(c) } }
}

async function seen(c: Ctx): Promise<Seen> {
  const { db } = c.var
  const [kept, ...rows] = await read(db, [findAnswered(c), ...queries.findQuotations(db, named(c))])
  replayAnswered(c, kept)
  return seenIn(c, rows)
}

type Became = {
  quotation: life.Quotation
  type: string
  data?: Readonly<Record<string, unknown>>
  messages: readonly Message[]
  statements?: readonly Statement[]
}

/** Commits what became of a quotation, and answers with it. */
export async function became(c: Ctx, { known, side }: Seen, step: Became, more?: Changed) {
  const { db, now, newId } = c.var
  const { quotation, type, data = {} } = step
  const by = c.var.actor.kind === 'person' ? c.var.actor.name : null
  const events = [...known.events, { type, at: now, by, data }]
  const body = describeQuotation({ ...known, ...more, quotation, events }, side)
  const event = { ...actOf(c), subject: quotation.id, seq: quotation.version, type, data }
  await commit(
    c,
    [
      recordEvents(db, [event]),
      ...(step.statements ?? []),
      queries.changeQuotation(db, quotation),
      ...insertMessages(
        db,
        step.messages.map((one) => ({ ...one, id: newId() })),
        now,
      ),
    ],
    body,
  )
  return body
}

type Changed = Partial<Pick<KnownQuotation, 'quotes'>>

export const quotations = new Hono<HonoEnv>()
  .get(
    '/:id',
    about('A quotation with all its quotes, for both sides', QuotationAnswer),
    allow('procurement.read'),
    parseQuery(SideQuery),
    async (c) => {
      const { known, side } = await seen(c)
      return c.json(describeQuotation(known, side))
    },
  )
  .post(
    '/:id/quote',
    about('Answer with a quote, or with another one', QuotationAnswer, 201),
    allow('quotation.answer'),
    once(),
    parseJson(requests.QuoteRequest),
    async (c) => {
      const { db, now } = c.var
      const said = c.req.valid('json')
      const wanted = said.lines.flatMap(({ variantId }) => (variantId ? [variantId] : []))
      const seller = sql`(SELECT enterprise_id FROM quotations WHERE id = ${c.req.param('id')})`
      const asked = sql`(SELECT variant_id FROM quotation_lines
        WHERE quotation_id = ${c.req.param('id')} AND variant_id IS NOT NULL)`
      const [kept, offered, known, ...rows] = await read(db, [
        findAnswered(c),
        listOffered(db, seller, wanted),
        listOfferedIn(db, seller, asked),
        ...queries.findQuotations(db, named(c)),
      ])
      replayAnswered(c, kept)
      const at = seenIn(c, rows)
      found(at.side === 'seller' ? at : null, 'quotation')

      const { enterpriseId, lines } = at.known.quotation
      const { newId } = c.var
      const drafts = said.lines.flatMap((line) => {
        const words = draftFor(lines, line)
        return words ? [{ ...words, enterpriseId, productId: newId(), variantId: newId() }] : []
      })
      const { quotation, quote } = life.answer(at.known.quotation, said, {
        ...{ today: dateIn(c.env.ZONE, now), at: now, by: signerOf(c, at.viewer) },
        offered: offeredFor(lines, said.lines, [...offered, ...known], drafts),
      })
      const step = {
        ...{ quotation, type: 'quoted', data: { revision: quote.revision, total: quote.total } },
        messages: [messages.quotedMessage(at.told, quotation, quote)],
        statements: [
          ...insertDrafts(db, drafts, actOf(c)),
          ...queries.insertQuote(db, quotation.id, quote),
        ],
      }
      const quotes = [...at.known.quotes, quote]
      return c.json(await became(c, at, step, { quotes }), 201)
    },
  )
  .post(
    '/:id/revision-request',
    about('Ask the seller for another quote', QuotationAnswer, 201),
    allow('quotation.ask'),
    parseJson(requests.ReasonRequest),
    async (c) => {
      const at = await seen(c)
      const { reason } = c.req.valid('json')
      const quotation = life.askAgain(at.known.quotation, reason)
      const told = [messages.revisingMessage(at.told, quotation, reason)]
      const step = { quotation, type: 'revising', data: { reason }, messages: told }
      return c.json(await became(c, at, step), 201)
    },
  )
  .post(
    '/:id/refusal',
    about('End a quotation: the company declines, or the seller cannot', QuotationAnswer, 201),
    allow('quotation.decline'),
    parseJson(requests.ReasonRequest),
    async (c) => {
      const at = await seen(c)
      const { reason } = c.req.valid('json')
      const quotation = life.decline(at.known.quotation, reason)
      const told = [messages.declinedMessage(at.told, quotation, { by: at.side, reason })]
      const step = { quotation, type: 'declined', data: { reason }, messages: told }
      return c.json(await became(c, at, step), 201)
    },
  )
