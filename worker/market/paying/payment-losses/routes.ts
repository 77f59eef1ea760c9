/** Payments that were taken back after the goods had left: each is a task until somebody closes it. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson, parseQuery } from '#worker/http/parse'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { describeLoss, LossAnswer, LossPage } from '#worker/market/paying/gateway-payments/answers'
import { closeLoss, findLoss, listLosses } from '#worker/market/paying/gateway-payments/queries'
import { ClosingRequest, LossesQuery } from '#worker/market/paying/gateway-payments/requests'

const MOST = 100

export const paymentLosses = new Hono<HonoEnv>()
  .get(
    '/',
    about('Payments taken back after the goods had left', LossPage),
    allow('payment.read'),
    parseQuery(LossesQuery),
    async (c) => {
      const { db, scope } = c.var
      const { status } = c.req.valid('query')
      const rows = await listLosses(db, found(scope[0], 'book'), status, MOST)
      return c.json({ items: rows.map(describeLoss), next: null })
    },
  )
  .post(
    '/:id/closing',
    about('Close the task and say what was done', LossAnswer, 201),
    allow('payment.match'),
    once(),
    parseJson(ClosingRequest),
    async (c) => {
      const { db, scope, now } = c.var
      const { note } = c.req.valid('json')
      const [answered, rows] = await read(db, [
        findAnswered(c),
        findLoss(db, found(scope[0], 'book'), c.req.param('id')),
      ])
      replayAnswered(c, answered)
      const loss = found(rows[0], 'loss')
      refuseUnless(loss.status === 'open', 'illegal-transition', 'This has been closed already.')

      const body = describeLoss({ ...loss, note, status: 'closed', closedAt: now })
      await commit(c, closeLoss(db, loss, note, actOf(c)), body)
      return c.json(body, 201)
    },
  )
