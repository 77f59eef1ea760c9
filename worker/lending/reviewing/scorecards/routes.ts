/** The scorecard of a lender: read by who reviews, changed by owner and approver. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { refuseUnless } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import * as answers from '#worker/lending/reviewing/scorecards/answers'
import { FIRST_CARD } from '#worker/lending/reviewing/scorecards/first-card'
import * as queries from '#worker/lending/reviewing/scorecards/queries'
import * as requests from '#worker/lending/reviewing/scorecards/requests'
import { scorecard } from '#worker/lending/reviewing/scorecards/scorecard'

const FIRST = { version: 1, note: '', by: null, at: null }

export const scorecardsOfLenders = new Hono<HonoEnv>()
  .get(
    '/:slug/scorecards',
    about('The versions of a scorecard, the one in force first', answers.ScorecardsAnswer),
    allow('loan-application.read'),
    parseQuery(requests.ScorecardsQuery),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const { after, limit } = c.req.valid('query')
      const page = after ? { after: after[0], limit } : { limit }
      const [rows] = await read(c.var.db, [queries.listVersions(c.var.db, lender.id, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.version])
      const kept = shown.map(answers.describeVersion)
      const items = kept.length > 0 || after ? kept : [answers.describeCard(FIRST_CARD, FIRST)]
      return c.json({ items, next })
    },
  )
  .post(
    '/:slug/scorecards',
    about('Change the scorecard: the next version, in force at once', answers.ScorecardAnswer, 201),
    allow('scorecard.manage'),
    parseJson(requests.ScorecardRequest),
    async (c) => {
      const { db, now, actor } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const { note, since, ...asked } = c.req.valid('json')
      const [rows] = await read(db, [queries.listVersions(db, lender.id, { limit: 1 })])
      const last = rows[0]?.version ?? 1

      const card = scorecard(asked)
      refuseUnless(since === last, 'outdated', 'Somebody has changed the card meanwhile.')
      const version = last + 1

      const person = signedIn(actor)
      const changed = { lenderId: lender.id, version, card, note, changedAt: now }
      const subject = `scorecard:${lender.id}`
      await commit(c, [
        queries.keepFirstCard(db, lender.id, now),
        queries.insertVersion(db, { ...changed, changedBy: person.id }),
        recordEvents(db, [
          { ...actOf(c), subject, seq: version - 1, type: 'changed', data: { note } },
        ]),
      ])
      return c.json(answers.describeCard(card, { version, note, by: person.name, at: now }), 201)
    },
  )
