/** The operator's static QRIS code: read, checked, kept. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { readStaticQris } from '#worker/market/paying/qris/qris'
import { describeQris, QrisAnswer, QrisSetting } from '#worker/market/paying/qris-codes/answers'
import { changeQris, findQris, removeQris } from '#worker/market/paying/qris-codes/queries'
import { QrisRequest } from '#worker/market/paying/qris-codes/requests'

export const qrisCodes = new Hono<HonoEnv>()
  .get(
    '/current',
    about('The code that is in use', QrisSetting),
    allow('payment.read'),
    async (c) => {
      const { db, scope } = c.var
      const [rows] = await read(db, [findQris(db, found(scope[0], 'book'))])
      const kept = rows[0]
      return c.json({ code: kept?.payload ? describeQris(readStaticQris(kept.payload)) : null })
    },
  )
  .post(
    '/reading',
    about('Read a code without keeping it: whose it is', QrisAnswer),
    allow('payment.read'),
    parseJson(QrisRequest),
    (c) => c.json(describeQris(readStaticQris(c.req.valid('json').payload))),
  )
  .put(
    '/current',
    about('Keep a static code; purchases are paid to it from now on', QrisSetting),
    allow('payment.match'),
    parseJson(QrisRequest),
    async (c) => {
      const { db, scope } = c.var
      const book = found(scope[0], 'book')
      const code = readStaticQris(c.req.valid('json').payload)
      const [rows] = await read(db, [findQris(db, book)])
      const version = (rows[0]?.version ?? 0) + 1
      await commit(c, changeQris(db, { ...code, book, version }, actOf(c)))
      return c.json({ code: describeQris(code) })
    },
  )
  .delete(
    '/current',
    about('Take QRIS out of use', QrisSetting),
    allow('payment.match'),
    async (c) => {
      const { db, scope } = c.var
      const book = found(scope[0], 'book')
      const [rows] = await read(db, [findQris(db, book)])
      const kept = rows[0]
      found(kept?.payload ? kept : null, 'code')
      await commit(c, removeQris(db, { book, version: (kept?.version ?? 0) + 1 }, actOf(c)))
      return c.json({ code: null })
    },
  )
