/** Objecting to a rejection, and the lender's answer by another person. */
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
import { changed } from '#worker/lending/applying/loan-applications/routes'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import * as answers from '#worker/lending/applying/objections/answers'
import { answerObjection, object, reopened } from '#worker/lending/applying/objections/objection'
import * as queries from '#worker/lending/applying/objections/queries'
import * as requests from '#worker/lending/applying/objections/requests'
import { insertMessages } from '#worker/outbox/queries'

/** Under `/loan-applications`. */
export const objections = new Hono<HonoEnv>()
  .post(
    '/:id/objection',
    about('Object to a rejection: once, within fourteen days', answers.ObjectionAnswer, 201),
    allow('self'),
    once(),
    parseJson(requests.ObjectionRequest),
    async (c) => {
      const { db, now } = c.var
      const id = c.req.param('id')
      const reach = { organizations: [], personId: signedIn(c.var.actor).id }
      const [answered, rows, before] = await read(db, [
        findAnswered(c),
        applications.findOwnApplication(db, id, reach),
        queries.findObjection(db, id),
      ])
      replayAnswered(c, answered)
      const row = found(rows[0], 'application')

      const { words } = c.req.valid('json')
      const objection = object(row, before[0], { words, at: now })

      const body = answers.describeObjection({ ...objection, answererName: null })
      const objected = { ...row, version: row.version + 1 }
      await commit(
        c,
        [queries.insertObjection(db, objection), ...changed(c, objected, 'objected')],
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/objection/answer',
    about(
      'Answer an objection: the decision stands, or it is reviewed anew',
      answers.ObjectionAnswer,
      201,
    ),
    allow('objection.answer'),
    once(),
    parseJson(requests.ObjectionAnswerRequest),
    async (c) => {
      const { db, now, scope, newId } = c.var
      const id = c.req.param('id')
      const [answered, rows, kept] = await read(db, [
        findAnswered(c),
        applications.findApplication(db, id, scope),
        queries.findObjection(db, id),
      ])
      replayAnswered(c, answered)
      const row = found(rows[0], 'application')
      const before = found(kept[0], 'objection')

      const person = signedIn(c.var.actor)
      const given = { ...c.req.valid('json'), by: person.id, at: now }
      const objection = answerObjection(before, given)
      const again = given.outcome === 'reopened'
      const after = again ? reopened(row) : { ...row, version: row.version + 1 }

      const body = answers.describeObjection({ ...objection, answererName: person.name })
      const type = again ? 'reopened' : 'objection-answered'
      const told = applicationMessages(type, row, siteOf(c))
      await commit(
        c,
        [
          queries.changeObjection(db, objection),
          ...changed(c, after, type, again ? { reasons: row.reasons, by: row.decidedBy } : {}),
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
export const lenderObjections = new Hono<HonoEnv>().get(
  '/:slug/objections',
  about('Objections that wait for an answer, longest first', answers.ObjectionsAnswer),
  allow('loan-application.read'),
  parseQuery(requests.ObjectionsQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const page = { after, limit }
    const [rows] = await read(c.var.db, [queries.listWaitingObjections(c.var.db, lender.id, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.objectedAt, row.applicationId])
    const items = shown.map((row) => ({
      ...answers.describeObjection(row),
      application: { id: row.applicationId, code: row.code, applicant: row.applicantName },
    }))
    return c.json({ items, next })
  },
)
