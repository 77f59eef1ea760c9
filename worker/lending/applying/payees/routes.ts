/** Naming the account that the money goes to, and approving another one. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { applicationMessages } from '#worker/lending/applying/loan-applications/messages'
import * as applications from '#worker/lending/applying/loan-applications/queries'
import { AccountRequest } from '#worker/lending/applying/loan-applications/requests'
import { changed } from '#worker/lending/applying/loan-applications/routes'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import * as answers from '#worker/lending/applying/payees/answers'
import { changePayee, decidePayee } from '#worker/lending/applying/payees/payee'
import * as queries from '#worker/lending/applying/payees/queries'
import * as requests from '#worker/lending/applying/payees/requests'
import { insertMessages } from '#worker/outbox/queries'

/** Under `/loan-applications`. */
export const payees = new Hono<HonoEnv>()
  .post(
    '/:id/bank-account',
    about(
      'Name the account for the money; after the approval it waits',
      answers.AccountSetAnswer,
      201,
    ),
    allow('self'),
    once(),
    parseJson(AccountRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const { id: personId } = signedIn(c.var.actor)
      const [answered, rows] = await read(db, [
        findAnswered(c),
        applications.findOwnApplication(db, c.req.param('id'), { organizations: [], personId }),
      ])
      replayAnswered(c, answered)
      const row = found(rows[0], 'application')

      const account = c.req.valid('json')
      const asked = { id: newId(), by: personId, at: now }
      const { application, change } = changePayee(row, account, asked)

      const body = { account, waits: change !== null }
      const type = change ? 'account-asked' : 'account-named'
      await commit(
        c,
        [...(change ? [queries.insertPayee(db, change)] : []), ...changed(c, application, type)],
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/bank-account/decision',
    about('Let the money go to another account, or not', answers.PayeeAnswer, 201),
    allow('payee.decide'),
    once(),
    parseJson(requests.PayeeDecisionRequest),
    async (c) => {
      const { db, now, newId, scope } = c.var
      const id = c.req.param('id')
      const [answered, rows, kept] = await read(db, [
        findAnswered(c),
        applications.findApplication(db, id, scope),
        queries.findPayee(db, id),
      ])
      replayAnswered(c, answered)
      const row = found(rows[0], 'application')
      const { deciderName: _, ...before } = found(kept[0], 'change of account')

      const person = signedIn(c.var.actor)
      const decided = { ...c.req.valid('json'), by: person.id, at: now }
      const { application, change } = decidePayee(row, before, decided)

      const body = answers.describePayee({ ...change, deciderName: person.name })
      const news = `account-${decided.outcome}` as const
      const told = applicationMessages(news, row, siteOf(c))
      await commit(
        c,
        [
          queries.recordPayeeDecision(db, change),
          ...changed(c, application, news),
          ...insertMessages(
            db,
            told.map((one) => ({ id: newId(), ...one })),
            now,
          ),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )

/** Under `/lenders/{slug}`. */
export const lenderPayees = new Hono<HonoEnv>().get(
  '/:slug/payees',
  about('Changes of accounts that wait for an approver', answers.PayeesAnswer),
  allow('loan-application.read'),
  parseQuery(requests.PayeesQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const page = { after: after?.[0], limit }
    const [rows] = await read(c.var.db, [queries.listWaitingPayees(c.var.db, lender.id, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
    const items = shown.map((row) => ({
      ...answers.describePayee(row),
      application: { id: row.applicationId, code: row.code, applicant: row.applicantName },
      before:
        row.nowName === null
          ? null
          : { bank: row.nowName, number: row.nowAccount ?? '', holder: row.nowHolder ?? '' },
    }))
    return c.json({ items, next })
  },
)
