/** A company asks a seller for a quote; the quotations of companies and of sellers. */
import { Hono } from 'hono'
import type * as v from 'valibot'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { villageLine } from '#worker/http/village-line'
import { signedIn } from '#worker/identity/actor'
import { dateIn, yearOf } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { found } from '#worker/kernel/refusal'
import { idOfSeller, listOffered, listQuotations } from '#worker/market/procuring/asking/queries'
import { refuseWithoutPapers } from '#worker/market/procuring/companies/company'
import { addressLine, type Company } from '#worker/market/procuring/companies/company'
import { companyFrom, findCompany } from '#worker/market/procuring/companies/queries'
import { seriesOf } from '#worker/market/procuring/numbers/number'
import { takeNumber, tellNumber } from '#worker/market/procuring/numbers/queries'
import type { SellerPapers } from '#worker/market/offering/seller-papers/paper'
import { findSellerNamed, sellerFrom } from '#worker/market/offering/seller-papers/queries'
import * as answers from '#worker/market/procuring/quotations/answers'
import { askedMessage } from '#worker/market/procuring/quotations/messages'
import type { Quotation } from '#worker/market/procuring/quotations/quotation'
import * as queries from '#worker/market/procuring/quotations/queries'
import { QuotationRequest, QuotationsQuery } from '#worker/market/procuring/quotations/requests'
import { refuseForeignLines } from '#worker/market/procuring/quotations/offering'
import { insertMessages } from '#worker/outbox/queries'

/** Mounted with the companies. */
export const asking = new Hono<HonoEnv>()
  .get(
    '/:slug/quotations',
    about('The quotations of a company, the newest first', answers.QuotationPage),
    allow('company.read'),
    parseQuery(QuotationsQuery),
    async (c) => c.json(await listed(c, 'partner', c.req.valid('query'))),
  )
  .post(
    '/:slug/quotations',
    about('Ask a seller for a quote', answers.QuotationAnswer, 201),
    allow('quotation.ask'),
    once(),
    parseJson(QuotationRequest),
    async (c) => {
      const { db, now, newId, random, once: key } = c.var
      const { enterprise, ...said } = c.req.valid('json')
      const own = ownOrganization(c, c.req.param('slug'), 'company')
      const person = signedIn(c.var.actor)
      const wanted = said.lines.flatMap(({ variantId }) => (variantId ? [variantId] : []))
      const [areaText, [kept, papers, sellers, offered]] = await Promise.all([
        villageLine(c, said.areaCode, '/areaCode'),
        read(db, [
          findAnswered(c),
          findCompany(db, own.organizationId),
          findSellerNamed(db, enterprise),
          listOffered(db, idOfSeller(enterprise), wanted),
        ]),
      ])
      replayAnswered(c, kept)
      const company = papers[0] && companyFrom(papers[0])
      refuseWithoutPapers(company)
      const seller = sellerFrom(found(sellers[0], 'seller'))
      refuseForeignLines(said.lines, offered)

      const today = dateIn(c.env.ZONE, now)
      const lines = said.lines.map((line, i) => ({ n: i + 1, ...line }))
      const quotation: Quotation = {
        ...said,
        ...{ id: newId(), code: shortCode(random), year: yearOf(today), n: null, areaText, lines },
        ...{ partnerId: company.id, enterpriseId: seller.enterpriseId, status: 'asked' },
        ...{ requestedBy: person.id, requestedName: person.name, askedAt: now, version: 1 },
        ...{ revision: 0, validUntil: null, total: null, reason: null },
      }
      const told = {
        company: { slug: own.slug, name: own.name, phone: company.contactPhone },
        seller,
        site: siteOf(c),
      }
      const body = describeAsked(quotation, told, { company, seller: seller.papers })
      const series = seriesOf('rfq', company.id, today)
      const event = { ...actOf(c), subject: quotation.id, seq: 1, type: 'asked' }
      const message = askedMessage(told, quotation, lines.length)
      const returned = await commit(
        c,
        [
          takeNumber(db, series),
          ...queries.insertQuotation(db, quotation, today),
          recordEvents(db, [event]),
          ...insertMessages(db, [{ ...message, id: newId() }], now),
          ...tellNumber(db, series, { once: key, path: '$.number', prefix: company.prefix }),
        ],
        body,
      )
      const number = (returned.at(-1) as { number: string }[])[0]?.number ?? null
      return c.json({ ...body, number }, 201)
    },
  )

/** Mounted with the enterprises. */
export const asked = new Hono<HonoEnv>().get(
  '/:slug/quotations',
  about('What companies ask a seller for, the newest first', answers.QuotationPage),
  allow('quotation.answer'),
  parseQuery(QuotationsQuery),
  async (c) => c.json(await listed(c, 'enterprise', c.req.valid('query'))),
)

async function listed(
  c: Ctx,
  side: 'partner' | 'enterprise',
  { after, limit, status }: v.InferOutput<typeof QuotationsQuery>,
) {
  const { organizationId: id } = ownOrganization(c, c.req.param('slug') ?? '', 'organization')
  const wanted = { side, id, status, before: after?.[0], limit: limit + 1 }
  const [rows] = await read(c.var.db, [listQuotations(c.var.db, wanted)])
  const page = paged(rows, limit, (row) => [row.id])
  return { items: page.rows.map(answers.describeListed), next: page.next }
}

type Told = Parameters<typeof askedMessage>[0]
type Sides = { company: Company; seller: SellerPapers }

function describeAsked(quotation: Quotation, told: Told, { company, seller }: Sides) {
  const { slug, name, phone } = told.seller
  const { prefix, legalName, npwp } = company
  return answers.describeQuotation(
    {
      quotation,
      quotes: [],
      company: { ...told.company, prefix, legalName, npwp, address: addressLine(company) },
      seller: {
        ...{ slug, name, phone, legalName: seller.legalName },
        ...{ npwp: seller.npwp, address: seller.address },
      },
      purchaseOrder: null,
      events: [{ type: 'asked', at: quotation.askedAt, by: quotation.requestedName, data: {} }],
    },
    'company',
  )
}
