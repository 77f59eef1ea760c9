/** The seller's day: what to confirm, pack and send, what runs low, what she has earned. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { organizationsWith } from '#worker/identity/actor'
import type { Permission } from '#worker/identity/permissions'
import { dateIn } from '#worker/kernel/calendar'
import { findHeld, findTotals } from '#worker/market/settling/balances/queries'
import { listToSend } from '#worker/market/fulfilling/order-lists/queries'
import { describeToday, TodayAnswer } from '#worker/market/selling/today/answers'
import { countOpen, listLowStock, listWaiting } from '#worker/market/selling/today/queries'
import { DONE_BY } from '#worker/market/selling/today/waiting'

const SHOWN = 8

export const today = new Hono<HonoEnv>().get(
  '/:slug/today',
  about('What an enterprise has to do today', TodayAnswer),
  allow('order.fulfil'),
  async (c) => {
    const { db, now, actor } = c.var
    const { organizationId: id } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    const today = dateIn(c.env.ZONE, now)
    const [[counts], next, lowStock, open, [totals], [held]] = await read(db, [
      countOpen(db, id, now),
      listToSend(db, id, SHOWN),
      listLowStock(db, id, SHOWN),
      listWaiting(db, id, today),
      findTotals(db, id),
      findHeld(db, id),
    ])

    const may = (permission: Permission) => organizationsWith(actor, permission).includes(id)
    const waiting = open.filter((one) => may(DONE_BY[one.kind]))
    const seesMoney = may('balance.read')
    const { payable } = totals!
    const money = seesMoney ? { payable, held: held!.held } : null
    return c.json(describeToday({ counts: counts!, next, lowStock, waiting, money }))
  },
)
