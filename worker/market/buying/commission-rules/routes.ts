/** The operator's rules of commission. One is never changed, it is ended and another made. */
import { Hono } from 'hono'
import { commit, read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { paged } from '#worker/http/paging'
import { malformed, parseJson, parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { rateOn, ratesFrom } from '#worker/market/buying/checkout/commission'
import * as answers from '#worker/market/buying/commission-rules/answers'
import * as queries from '#worker/market/buying/commission-rules/queries'
import * as requests from '#worker/market/buying/commission-rules/requests'

export const commissionRules = new Hono<HonoEnv>()
  .get(
    '/',
    about('The rules of commission, the newest first', answers.CommissionRulePage),
    allow('commission.manage'),
    parseQuery(requests.CommissionRulesQuery),
    async (c) => {
      const { db, now } = c.var
      const { after, limit } = c.req.valid('query')
      const on = dateIn(c.env.ZONE, now)
      const asked = { after: after?.[0], limit: limit + 1 }
      const [rows] = await read(db, [queries.listCommissionRules(db, asked)])
      const page = paged(rows, limit, (row) => [row.id])
      const items = page.rows.map((row) => {
        const rule = queries.commissionRuleFrom(row)
        return answers.describeCommissionRule(rule, { named: row.named, on })
      })
      const rates = ratesFrom(c.env.COMMISSION_BPS ?? '0') ?? []
      const settingBps = rates.length > 0 ? rateOn(rates, on) : 0
      return c.json({ items, next: page.next, settingBps })
    },
  )
  .post(
    '/',
    about('Make a rule of commission', answers.CommissionRuleAnswer, 201),
    allow('commission.manage'),
    parseJson(requests.CommissionRuleRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const asked = c.req.valid('json')
      const on = dateIn(c.env.ZONE, now)
      const [known] = await read(db, [queries.findReference(db, asked.scope, asked.reference)])
      const [reference] = known
      if (!reference) {
        const detail = sentence('Ini tidak ada.', 'There is no such thing.')
        throw malformed([{ pointer: '/reference', detail }])
      }
      refuseUnless(
        asked.since >= on,
        'outside-limits',
        'A rule begins today or later: what was bought is not reckoned anew.',
      )
      const row = { ...asked, reference: reference.id, id: newId(), createdAt: now, version: 1 }
      const event = { ...actOf(c), subject: row.id, seq: 1, type: 'made', data: asked }
      await commit(db, [queries.insertCommissionRule(db, row), recordEvents(db, [event])])
      const rule = queries.commissionRuleFrom(row)
      return c.json(answers.describeCommissionRule(rule, { named: reference.named, on }), 201)
    },
  )
  .post(
    '/:id/end',
    about('Say which day is a rule’s last', answers.CommissionRuleAnswer, 201),
    allow('commission.manage'),
    parseJson(requests.EndRequest),
    async (c) => {
      const { db, now } = c.var
      const { until } = c.req.valid('json')
      const on = dateIn(c.env.ZONE, now)
      const [rows] = await read(db, [queries.findCommissionRule(db, c.req.param('id'))])
      const row = found(rows[0], 'rule')
      const isOver = row.until !== null && row.until < on
      refuseUnless(!isOver, 'illegal-transition', 'This rule has ended already.')
      refuseUnless(until >= row.since, 'outside-limits', 'A rule does not end before it begins.')
      refuseUnless(until >= on, 'outside-limits', 'What was bought is not reckoned anew.')

      const ended = { ...row, until, version: row.version + 1 }
      const event = { ...actOf(c), subject: row.id, seq: ended.version, type: 'ended' }
      await commit(db, [
        queries.endCommissionRule(db, ended),
        recordEvents(db, [{ ...event, data: { until } }]),
      ])
      const rule = queries.commissionRuleFrom(ended)
      return c.json(answers.describeCommissionRule(rule, { named: null, on }), 201)
    },
  )
