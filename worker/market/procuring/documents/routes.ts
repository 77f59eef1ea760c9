/** Whoever holds a printed document checks here that it is one of the network's. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { offsetOf } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { describeDocument, DocumentAnswer } from '#worker/market/procuring/documents/answers'
import { findDocument } from '#worker/market/procuring/documents/queries'

export const documents = new Hono<HonoEnv>().get(
  '/:code',
  about('Whether a printed document is one of this network', DocumentAnswer),
  allow('public'),
  async (c) => {
    const code = c.req.param('code').toUpperCase()
    const [rows] = await read(c.var.db, [findDocument(c.var.db, code, offsetOf(c.env.ZONE))])
    return c.json(describeDocument(found(rows[0], 'document')))
  },
)
