/** A receipt is opened by its unguessable code, so that it reaches the member who paid. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { found } from '#worker/kernel/refusal'
import { describeReceipt, ReceiptAnswer } from '#worker/lending/servicing/receipts/answers'
import { findReceipt } from '#worker/lending/servicing/receipts/queries'

export const receipts = new Hono<HonoEnv>().get(
  '/:code',
  about('A receipt, by its code', ReceiptAnswer),
  allow('public'),
  async (c) => {
    const [rows] = await read(c.var.db, [findReceipt(c.var.db, c.req.param('code'))])
    return c.json(describeReceipt(found(rows[0], 'receipt')))
  },
)
