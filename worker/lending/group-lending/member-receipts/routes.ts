/** A member’s own receipt of a meeting, opened by its unguessable code, whoever carried her money. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { found } from '#worker/kernel/refusal'
import {
  describeMemberReceipt,
  MemberReceiptAnswer,
} from '#worker/lending/group-lending/meetings/answers'
import { findMemberReceipt } from '#worker/lending/group-lending/meetings/queries'

export const memberReceipts = new Hono<HonoEnv>().get(
  '/:code',
  about('A member’s receipt of a meeting, by its code', MemberReceiptAnswer),
  allow('public'),
  async (c) => {
    const [rows] = await read(c.var.db, [findMemberReceipt(c.var.db, c.req.param('code'))])
    return c.json(describeMemberReceipt(found(rows[0], 'receipt')))
  },
)
