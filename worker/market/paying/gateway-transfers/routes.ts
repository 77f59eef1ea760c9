/** What a gateway has transferred to the bank, less its fee. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { gatewayPaidOut } from '#worker/ledger/posting-rules/payments'
import { recordEntries } from '#worker/ledger/queries'
import { TransferAnswer } from '#worker/market/paying/gateway-payments/answers'
import { insertTransfer } from '#worker/market/paying/gateway-payments/queries'
import { TransferRequest } from '#worker/market/paying/gateway-payments/requests'
import { refuseFuture } from '#worker/market/paying/payments/settlement'

export const gatewayTransfers = new Hono<HonoEnv>().post(
  '/',
  about('Record what a gateway has transferred to the bank, and its fee', TransferAnswer, 201),
  allow('payment.match'),
  once(),
  parseJson(TransferRequest),
  async (c) => {
    const { db, now, newId, scope } = c.var
    const asked = c.req.valid('json')
    refuseFuture(asked.receivedOn, dateIn(c.env.ZONE, now))
    const book = found(scope[0], 'book')
    const transfer = { ...asked, id: newId() }
    const posting = gatewayPaidOut({ book, on: asked.receivedOn }, transfer)

    const act = actOf(c)
    await commit(
      c,
      [
        ...insertTransfer(db, { ...transfer, book, createdAt: now }, act),
        ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
      ],
      transfer,
    )
    return c.json(transfer, 201)
  },
)
