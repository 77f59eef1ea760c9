/** Whether a loan can be carried, while it is being thought about. Under `/loan-products`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import { CapacityAnswer } from '#worker/lending/applying/capacity/answers'
import { carrying } from '#worker/lending/applying/capacity/capacity'
import { CapacityQuery } from '#worker/lending/applying/capacity/requests'
import { findShown, productOf } from '#worker/lending/offering/loan-products/queries'

export const capacity = new Hono<HonoEnv>().get(
  '/:id/capacity',
  about('What a loan of a product would ask of somebody a month', CapacityAnswer),
  allow('public'),
  parseQuery(CapacityQuery),
  async (c) => {
    const { db, now } = c.var
    const asked = c.req.valid('query')
    const [rows] = await read(db, [findShown(db, c.req.param('id'), [])])
    const product = productOf(found(rows[0], 'loan product'))
    const wish = {
      principal: amount(asked.amount),
      instalments: asked.instalments,
      monthlyIncome: amount(asked.monthlyIncome),
      monthlyCosts: amount(asked.monthlyCosts),
    }
    return c.json(carrying(product, wish, dateIn(c.env.ZONE, now)))
  },
)
