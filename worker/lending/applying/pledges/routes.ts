/** What a person is asked to stand for in somebody else's application: each answers for herself. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { insertConsent } from '#worker/identity/consents/queries'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/applying/pledges/answers'
import { answeredMessage } from '#worker/lending/applying/pledges/messages'
import { answer } from '#worker/lending/applying/pledges/pledge'
import * as queries from '#worker/lending/applying/pledges/queries'
import * as requests from '#worker/lending/applying/pledges/requests'
import { insertMessages } from '#worker/outbox/queries'

export const pledges = new Hono<HonoEnv>()
  .get(
    '/',
    about('What I am asked to stand for: shares and guarantees', answers.PledgesAnswer),
    allow('self'),
    parseQuery(requests.PledgesQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const page = { after: after?.[0], limit }
      const bearer = signedIn(c.var.actor)
      const [rows] = await read(c.var.db, [queries.listOwnPledges(c.var.db, bearer, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map((row) => answers.describePledge(row, row)), next })
    },
  )
  .get(
    '/:id',
    about('What I am asked to stand for', answers.PledgeAnswer),
    allow('self'),
    async (c) => {
      const { db, actor } = c.var
      const [rows] = await read(db, [queries.findOwnPledge(db, c.req.param('id'), signedIn(actor))])
      const row = found(rows[0], 'pledge')
      return c.json(answers.describePledge(row, row))
    },
  )
  .post(
    '/:id/answer',
    about('Agree to a share or a guarantee, or decline it', answers.PledgeAnswer, 201),
    allow('self'),
    once(),
    parseJson(requests.PledgeAnswerRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const person = signedIn(c.var.actor)
      const [answered, rows] = await read(db, [
        findAnswered(c),
        queries.findOwnPledge(db, c.req.param('id'), person),
      ])
      replayAnswered(c, answered)
      const row = found(rows[0], 'pledge')

      const agrees = c.req.valid('json').answer === 'confirmed'
      const consentId = agrees ? newId() : null
      const given = { ...c.req.valid('json'), by: person.id, consentId, at: now }
      const pledge = answer(row, answers.isOpen(row), given)

      const body = answers.describePledge(pledge, row)
      const told = { destination: row.applicantDestination, locale: row.applicantLocale }
      const message = answeredMessage(pledge, told, { code: row.code, site: siteOf(c) })
      const purpose = row.kind === 'share' ? 'group-sharing' : 'guarantee'
      await commit(
        c,
        [
          ...(consentId
            ? [
                insertConsent(db, {
                  ...{ id: consentId, personId: person.id, organizationId: row.lenderId, purpose },
                  ...{ subject: row.applicationId, locale: person.locale, at: now },
                }),
              ]
            : []),
          ...queries.changePledge(db, pledge),
          recordEvents(db, [
            { ...actOf(c), subject: row.id, seq: pledge.version, type: pledge.status },
          ]),
          ...insertMessages(db, [{ id: newId(), ...message }], now),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
