import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { handOver } from '#worker/http/handover'
import { commit } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { describeMessage, MessageAnswer, MessageList } from '#worker/outbox/answers'
import { findMessage, listOutbox, offerAgain } from '#worker/outbox/queries'
import { mayRetry } from '#worker/outbox/message'
import { OutboxQuery } from '#worker/outbox/requests'

export const outbox = new Hono<HonoEnv>()
  .get(
    '/',
    about('Messages to people, the latest first', MessageList),
    allow('outbox.read'),
    parseQuery(OutboxQuery),
    async (c) => {
      const { after, limit, status } = c.req.valid('query')
      const [found] = await read(c.var.db, [
        listOutbox(c.var.db, { status, after: after?.[0], limit: limit + 1 }),
      ])
      const { rows, next } = paged(found, limit, (row) => [row.id])
      return c.json({ items: rows.map(describeMessage), next })
    },
  )
  .post(
    '/:id/retry',
    about('Send a message again that failed or was kept', MessageAnswer, 201),
    allow('outbox.read'),
    async (c) => {
      const { db, now } = c.var
      const [rows] = await read(db, [findMessage(db, c.req.param('id'))])
      const message = found(rows[0], 'message')

      refuseUnless(mayRetry(message), 'illegal-transition', 'There is nothing to send again.')

      const again = { ...message, status: 'waiting', error: null, nextAt: now } as const
      const body = describeMessage(again)
      await commit(c, [offerAgain(db, message.id, now)], body)
      handOver(c, [{ id: message.id, attempt: message.attempts }])
      return c.json(body, 201)
    },
  )
