/** Money to lend, by the source it came from. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { describeStatement, StatementAnswer } from '#worker/ledger/books/answers'
import { findAccount } from '#worker/ledger/books/queries'
import { entryOf } from '#worker/ledger/entry'
import { capitalAccount, fundReceived } from '#worker/ledger/posting-rules/funds'
import { listStatement, recordEntries } from '#worker/ledger/queries'
import * as answers from '#worker/lending/bookkeeping/funds/answers'
import {
  changeFund,
  fundOf,
  historyOf,
  openFund,
  receive,
} from '#worker/lending/bookkeeping/funds/fund'
import * as queries from '#worker/lending/bookkeeping/funds/queries'
import * as requests from '#worker/lending/bookkeeping/funds/requests'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { notAhead } from '#worker/lending/servicing/loans/change'
import { daysOf } from '#worker/lending/servicing/loans/routes'

const NOTHING = {
  received: 0,
  returned: 0,
  brought: 0,
  lent: 0,
  lentToWomen: 0,
  balance: 0,
  writtenOff: 0,
  recovered: 0,
  loans: 0,
  running: 0,
  borrowers: 0,
  idle: 0,
}

/** The funder that was named, if one was; refuses a name that no partner of the network bears. */
function funderOf(rows: readonly { id: string }[], slug: string | null) {
  return slug === null || slug === '' ? null : found(rows[0], 'partner').id
}

const lenderOf = (c: Ctx) => lenderIn(c, c.req.param('slug') ?? '')
const nameOf = ({ slug, name }: { slug: string; name: string }) => ({
  lenderSlug: slug,
  lenderName: name,
})

export const funds = new Hono<HonoEnv>()
  .get(
    '/:slug/funds',
    about('The funds of a lender, with where their money stands', answers.FundsAnswer),
    allow('fund.read'),
    parseQuery(requests.FundsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const page = { after: after?.[0], limit }
      const [rows] = await read(c.var.db, [queries.listFunds(c.var.db, lenderOf(c).id, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(answers.describeFund), next })
    },
  )
  .get(
    '/:slug/funds/:id',
    about('A fund: its source, its restriction, where its money stands', answers.FundDetailAnswer),
    allow('fund.read'),
    async (c) => {
      const [rows, parts] = await read(c.var.db, [
        queries.findFund(c.var.db, lenderOf(c).id, c.req.param('id')),
        queries.listFundParts(c.var.db, c.req.param('id')),
      ])
      return c.json(answers.describeFundDetail(found(rows[0], 'fund'), parts))
    },
  )
  .get(
    '/:slug/funds/:id/loans',
    about('The loans that a fund carries, newest first', answers.FundLoansAnswer),
    allow('fund.read'),
    parseQuery(requests.FundLoansQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const { after, limit } = asked
      const part = requests.fundLoansAsked(asked)
      const id = c.req.param('id')
      const [fund, rows] = await read(c.var.db, [
        queries.findFund(c.var.db, lenderOf(c).id, id),
        queries.listFundLoans(c.var.db, id, { after: after?.[0], limit, part }),
      ])
      found(fund[0], 'fund')
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map((row) => answers.describeFundLoan(row, true)), next })
    },
  )
  .get(
    '/:slug/funds/:id/capital',
    about('What a fund received and gave back, newest first', StatementAnswer),
    allow('fund.read'),
    parseQuery(requests.FundLinesQuery),
    async (c) => {
      const { db } = c.var
      const { after, limit } = c.req.valid('query')
      const lender = lenderOf(c)
      const key = capitalAccount(lender.id, c.req.param('id'))
      const before = after && { entryId: after[0], n: after[1] }
      const [fund, [stands], lines] = await read(db, [
        queries.findFund(db, lender.id, c.req.param('id')),
        findAccount(db, key),
        listStatement(db, key, { before, limit: limit + 1 }),
      ])
      found(fund[0], 'fund')
      const now = stands ?? { balance: 0, holderName: null }
      return c.json(describeStatement(key, lines, { now, from: after?.[2] ?? now.balance, limit }))
    },
  )
  .post(
    '/:slug/funds',
    about('Open a fund of one source, with what it may be used for', answers.FundAnswer, 201),
    allow('fund.manage'),
    parseJson(requests.FundRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const lender = lenderOf(c)
      const { funder, openedOn, ...told } = c.req.valid('json')
      const { today } = daysOf(c)
      notAhead(openedOn ?? today, today, '/openedOn')
      const [rows] = await read(db, [queries.findFunder(db, funder)])
      const funderId = funderOf(rows, funder)

      const made = { id: newId(), lenderId: lender.id, on: openedOn ?? today, at: now }
      const fund = openFund({ ...told, funderId }, made)

      const around = { ...nameOf(lender), funderSlug: funderId && funder }
      const body = answers.describeFund({ ...fund, ...NOTHING, ...around })
      const event = { ...actOf(c), subject: historyOf(fund.id), seq: 1, type: 'opened', data: told }
      await commit(c, [queries.insertFund(db, fund), recordEvents(db, [event])], body)
      return c.json(body, 201)
    },
  )
  .patch(
    '/:slug/funds/:id',
    about('Say a fund’s source, restriction or promise anew, or close it', answers.FundAnswer),
    allow('fund.manage'),
    parseJson(requests.FundChangeRequest),
    async (c) => {
      const { db } = c.var
      const lender = lenderOf(c)
      const { funder, ...told } = c.req.valid('json')
      const [rows, funders] = await read(db, [
        queries.findFund(db, lender.id, c.req.param('id')),
        queries.findFunder(db, funder),
      ])
      const row = found(rows[0], 'fund')
      const funderId = funderOf(funders, funder)

      const { id, version, ...changed } = changeFund(row, row, { ...told, funderId })

      const fund = { ...row, ...changed, id, version }
      const body = answers.describeFund({ ...fund, funderSlug: funderId && funder })
      const event = {
        ...actOf(c),
        subject: historyOf(id),
        seq: version,
        type: 'changed',
        data: told,
      }
      await commit(c, [recordEvents(db, [event]), queries.changeFundRow(db, fund)], body)
      return c.json(body)
    },
  )
  .post(
    '/:slug/fund-receipts',
    about('Record money received for lending', answers.FundReceiptAnswer, 201),
    allow('fund.receive'),
    once(),
    parseJson(requests.FundReceiptRequest),
    async (c) => {
      const { db, newId } = c.var
      const { amount, source, receivedOn, fundId, channel } = c.req.valid('json')
      const lender = lenderOf(c)
      const { today } = daysOf(c)
      const on = receivedOn ?? today
      notAhead(on, today, '/receivedOn')
      const [answered, rows] = await read(db, [
        findAnswered(c),
        queries.findFund(db, lender.id, fundOf(lender.id, fundId)),
      ])
      replayAnswered(c, answered)
      const fund = found(rows[0], 'fund')

      receive(fund, fund, amount)
      const received = { id: newId(), fund: fund.id, source, amount, channel }
      const act = actOf(c)
      const draft = fundReceived({ book: lender.id, on }, received)

      const body = { id: received.id, fundId: fund.id, amount, source, receivedOn: on }
      const event = { ...act, subject: received.id, seq: 1, type: 'received', data: body }
      await commit(
        c,
        [
          recordEvents(db, [event]),
          ...recordEntries(db, [entryOf(draft, { ...act, id: newId() })]),
          queries.guardPromise(db, fund.id),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
