/** The names and numbers that stand on a seller's documents. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { parseJson } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { papersOf } from '#worker/market/procuring/companies/company'
import { describePapers, PapersAnswer } from '#worker/market/offering/seller-papers/answers'
import { findSeller, putPapers, sellerFrom } from '#worker/market/offering/seller-papers/queries'
import { PapersRequest } from '#worker/market/offering/seller-papers/requests'

/** Mounted with the enterprises. */
export const papers = new Hono<HonoEnv>()
  .get(
    '/:slug/papers',
    about('What stands on the documents of a seller', PapersAnswer),
    allow('quotation.answer'),
    async (c) => {
      const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
      const [rows] = await read(c.var.db, [findSeller(c.var.db, organizationId)])
      return c.json(describePapers(sellerFrom(found(rows[0], 'enterprise')).papers))
    },
  )
  .put(
    '/:slug/papers',
    about('Write down what stands on the documents of a seller', PapersAnswer),
    allow('papers.manage'),
    parseJson(PapersRequest),
    async (c) => {
      const { db } = c.var
      const said = c.req.valid('json')
      const { organizationId: id } = ownOrganization(c, c.req.param('slug'), 'enterprise')
      const [rows] = await read(db, [findSeller(db, id)])
      const before = sellerFrom(found(rows[0], 'enterprise')).papers
      const after = { ...said, version: before.version + 1 }

      const event = { subject: papersOf(id), seq: after.version, type: 'papers-written' }
      await commit(c, [
        ...putPapers(db, id, after),
        recordEvents(db, [{ ...actOf(c), ...event, data: said }]),
      ])
      return c.json(describePapers(after))
    },
  )
