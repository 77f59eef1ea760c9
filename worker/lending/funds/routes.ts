/** Money to lend: what a lender takes in. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { entryOf } from '#worker/ledger/entry'
import { fundReceived } from '#worker/ledger/posting-rules/lending'
import { recordEntries } from '#worker/ledger/queries'
import { lenderIn } from '#worker/lending/loan-products/routes'
import { FundReceiptAnswer } from '#worker/lending/loans/answers'
import { notAhead } from '#worker/lending/loans/change'
import { FundReceiptRequest } from '#worker/lending/loans/requests'
import { daysOf } from '#worker/lending/loans/routes'

export const funds = new Hono<HonoEnv>().post(
  '/:slug/fund-receipts',
  about('Record money received for lending', FundReceiptAnswer, 201),
  allow('fund.receive'),
  once(),
  parseJson(FundReceiptRequest),
  async (c) => {
    const { db, newId } = c.var
    const { amount, source, receivedOn } = c.req.valid('json')
    const lender = lenderIn(c, c.req.param('slug'))
    const { today } = daysOf(c)
    const on = receivedOn ?? today
    notAhead(on, today, '/receivedOn')

    const fund = { id: newId(), source, amount }
    const act = actOf(c)
    const entry = entryOf(fundReceived({ book: lender.id, on }, fund), { ...act, id: newId() })

    const body = { id: fund.id, amount, source, receivedOn: on }
    await commit(
      c,
      [
        recordEvents(db, [{ ...act, subject: fund.id, seq: 1, type: 'received', data: body }]),
        ...recordEntries(db, [entry]),
      ],
      body,
    )
    return c.json(body, 201)
  },
)
