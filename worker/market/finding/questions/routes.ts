/** Questions about goods: asked by somebody signed in, answered by who sells them, read by everyone. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { countUse } from '#worker/http/uses'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/market/finding/questions/answers'
import { answeredMessages, askedMessage } from '#worker/market/finding/questions/messages'
import * as queries from '#worker/market/finding/questions/queries'
import { answer, ask, show } from '#worker/market/finding/questions/question'
import {
  AnswerRequest,
  QuestionRequest,
  QuestionsQuery,
} from '#worker/market/finding/questions/requests'
import { OwnTalkQuery, TalkQuery, VisibilityRequest } from '#worker/market/finding/reviews/requests'
import { insertMessages } from '#worker/outbox/queries'

const DAY = 24 * 60 * 60 * 1000

export const questionsOfProducts = new Hono<HonoEnv>()
  .get(
    '/:slug/questions',
    about('Answered questions about a product, and your own', answers.QuestionPage),
    allow('public'),
    parseQuery(TalkQuery),
    async (c) => {
      const { db, actor } = c.var
      const { after, limit } = c.req.valid('query')
      const slug = c.req.param('slug')
      const personId = actor.kind === 'person' ? actor.id : ''
      const [goods, rows] = await read(db, [
        queries.findAskedAbout(db, slug),
        queries.listOfProduct(db, { slug, personId }, { after: after?.[0], limit: limit + 1 }),
      ])
      found(goods[0], 'product')
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(answers.describeQuestion), next })
    },
  )
  .post(
    '/:slug/questions',
    about('Ask about something on sale', answers.QuestionAnswer, 201),
    allow('self'),
    parseJson(QuestionRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const person = signedIn(c.var.actor)
      const [goods] = await read(db, [queries.findAskedAbout(db, c.req.param('slug'))])
      const product = found(goods[0], 'product')

      const asked = { id: newId(), text: c.req.valid('json').text, product, person }
      const { question, event } = ask(asked, actOf(c))

      const { sellerSlug: slug, sellerPhone: phone, title } = product
      const told = askedMessage({ seller: { slug, phone }, title, url: siteOf(c).url })
      await commit(c, [
        countUse(db, { key: `questions:${person.id}`, most: 20, windowMs: DAY }, now),
        countUse(db, { key: `questions:${person.id}:${product.id}`, most: 3, windowMs: DAY }, now),
        queries.insertQuestion(db, question),
        recordEvents(db, [event]),
        ...insertMessages(db, [{ ...told, id: newId() }], now),
      ])
      return c.json(answers.describeQuestion(question), 201)
    },
  )

export const questionsOfEnterprises = new Hono<HonoEnv>().get(
  '/:slug/questions',
  about('Questions about an enterprise’s goods, the newest first', answers.OwnQuestions),
  allow('question.answer'),
  parseQuery(OwnTalkQuery),
  async (c) => {
    const { db } = c.var
    const { which, after, limit } = c.req.valid('query')
    const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    const page = { which, after: after?.[0], limit: limit + 1 }
    const [rows] = await read(db, [queries.listOfEnterprise(db, organizationId, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
    return c.json({ items: shown.map(answers.describeOwn), next })
  },
)

export const questions = new Hono<HonoEnv>()
  .get(
    '/',
    about(
      'Questions of the network, or those that are hidden, the newest first',
      answers.OwnQuestions,
    ),
    allow('review.hide'),
    parseQuery(QuestionsQuery),
    async (c) => {
      const { db } = c.var
      const { which, after, limit } = c.req.valid('query')
      const page = { which, after: after?.[0], limit: limit + 1 }
      const [rows] = await read(db, [queries.listQuestions(db, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(answers.describeOwn), next })
    },
  )
  .post(
    '/:id/answer',
    about('Answer a question about your goods, for everyone', answers.OwnQuestion, 201),
    allow('question.answer'),
    parseJson(AnswerRequest),
    async (c) => {
      const { db, now, scope, newId } = c.var
      const within = queries.withinOrOperator(scope)
      const [rows] = await read(db, [queries.findQuestion(db, c.req.param('id'), within)])
      const row = found(rows[0], 'question')

      const { question, event } = answer(row, c.req.valid('json').text, actOf(c))

      const asker = { phone: row.askerPhone, email: row.askerEmail, locale: row.askerLocale }
      const told = answeredMessages({ asker, product: row, url: siteOf(c).url })
      await commit(c, [
        queries.changeQuestion(db, question),
        recordEvents(db, [event]),
        ...insertMessages(
          db,
          told.map((one) => ({ ...one, id: newId() })),
          now,
        ),
      ])
      return c.json(answers.describeOwn({ ...row, ...question }), 201)
    },
  )
  .put(
    '/:id/visibility',
    about('Hide a question, with a reason, or show it again', answers.OwnQuestion),
    allow('question.hide'),
    parseJson(VisibilityRequest),
    async (c) => {
      const { db, scope } = c.var
      const within = queries.withinOrOperator(scope)
      const [rows] = await read(db, [queries.findQuestion(db, c.req.param('id'), within)])
      const row = found(rows[0], 'question')

      const { question, event } = show(row, c.req.valid('json'), actOf(c))

      await commit(c, [queries.changeQuestion(db, question), recordEvents(db, [event])])
      return c.json(answers.describeOwn({ ...row, ...question }))
    },
  )
