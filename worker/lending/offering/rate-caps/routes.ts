/** The ceilings that bind a lender. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordNextEvent } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import * as answers from '#worker/lending/offering/rate-caps/answers'
import { capOf, listCaps, putCap } from '#worker/lending/offering/rate-caps/queries'
import { RateCapRequest } from '#worker/lending/offering/rate-caps/requests'

export const rateCaps = new Hono<HonoEnv>()
  .get(
    '/:slug/rate-caps',
    about('The caps a lender has recorded, latest first', answers.RateCapsAnswer),
    allow('loan.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const [rows] = await read(c.var.db, [listCaps(c.var.db, lender.id)])
      const items = rows.map((row) => answers.describeCap(capOf(row)))
      return c.json({ items, next: null as string | null })
    },
  )
  .put(
    '/:slug/rate-caps',
    about('Record the cap in force from a day, with its source', answers.RateCapAnswer),
    allow('loan-product.manage'),
    parseJson(RateCapRequest),
    async (c) => {
      const cap = c.req.valid('json')
      const lender = lenderIn(c, c.req.param('slug'))
      const subject = `${lender.id}/rate-caps`
      await commit(c, [
        putCap(c.var.db, lender.id, cap),
        recordNextEvent(c.var.db, { ...actOf(c), subject, type: 'recorded', data: cap }),
      ])
      return c.json(answers.describeCap(cap))
    },
  )
