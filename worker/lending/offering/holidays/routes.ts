/** Days on which nothing falls due. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordNextEvent } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { HolidaysAnswer } from '#worker/lending/offering/holidays/answers'
import { listHolidays, putHolidays } from '#worker/lending/offering/holidays/queries'
import { HolidaysRequest } from '#worker/lending/offering/holidays/requests'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'

export const lenderHolidays = new Hono<HonoEnv>()
  .get(
    '/:slug/holidays',
    about('The days on which nothing falls due, by day', HolidaysAnswer),
    allow('loan.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const [items] = await read(c.var.db, [listHolidays(c.var.db, lender.id)])
      return c.json({ items, next: null as string | null })
    },
  )
  .put(
    '/:slug/holidays',
    about('Write down the holidays of a year; signed loans keep their dates', HolidaysAnswer),
    allow('loan-product.manage'),
    parseJson(HolidaysRequest),
    async (c) => {
      const { year, holidays } = c.req.valid('json')
      const lender = lenderIn(c, c.req.param('slug'))
      const items = holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1))
      const subject = `${lender.id}/holidays`
      const data = { year, holidays: items }
      await commit(c, [
        ...putHolidays(c.var.db, lender.id, data),
        recordNextEvent(c.var.db, { ...actOf(c), subject, type: 'recorded', data }),
      ])
      return c.json({ items, next: null as string | null })
    },
  )
