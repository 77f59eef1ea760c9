/** The operator's day: payments to match, payouts and refunds to send, what else waits. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { listAudits } from '#worker/audit/audits/queries'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { found } from '#worker/kernel/refusal'
import { describeOverview, OverviewAnswer } from '#worker/market/selling/overview/answers'
import {
  countWaiting,
  findWaitingPayments,
  listOwed,
} from '#worker/market/selling/overview/queries'

export const overview = new Hono<HonoEnv>().get(
  '/',
  about('What waits for the operator', OverviewAnswer),
  allow('payment.read'),
  async (c) => {
    const { db, now, scope } = c.var
    const [[payments], owed, [counts], [audit]] = await read(db, [
      findWaitingPayments(db),
      listOwed(db, found(scope[0], 'book')),
      countWaiting(db, now),
      listAudits(db, { limit: 1 }),
    ])

    return c.json(describeOverview({ payments: payments!, owed, counts: counts!, audit }))
  },
)
