/** How a lender decides: committee, limits of approvers and of borrowers. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { ApprovalRulesAnswer, describeRules } from '#worker/lending/reviewing/approvals/answers'
import * as queries from '#worker/lending/reviewing/approvals/queries'
import * as requests from '#worker/lending/reviewing/approvals/requests'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'

export const approvalsOfLenders = new Hono<HonoEnv>()
  .get(
    '/:slug/approval-rules',
    about('How this lender decides, and up to how much each decides', ApprovalRulesAnswer),
    allow('loan-application.read'),
    async (c) => {
      const { db } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const [rules, deciders] = await read(db, [
        queries.findRules(db, sql`${lender.id}`),
        queries.listDeciders(db, lender.id),
      ])
      return c.json(describeRules(queries.rulesOf(rules), deciders))
    },
  )
  .put(
    '/:slug/approval-rules',
    about('Set how decisions are made from now on', ApprovalRulesAnswer),
    allow('approval-limit.manage'),
    parseJson(requests.ApprovalRulesRequest),
    async (c) => {
      const { db } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const asked = c.req.valid('json')
      const [kept, deciders] = await read(db, [
        queries.findRules(db, sql`${lender.id}`),
        queries.listDeciders(db, lender.id),
      ])
      const version = queries.rulesOf(kept).version + 1
      const subject = `approval-rules:${lender.id}`
      await commit(c, [
        queries.putRules(db, lender.id, { ...asked, version }),
        recordEvents(db, [{ ...actOf(c), subject, seq: version, type: 'changed', data: asked }]),
      ])
      return c.json(describeRules(asked, deciders))
    },
  )
  .put(
    '/:slug/approval-limits/:person',
    about('Set up to how much one person decides', null, 204),
    allow('approval-limit.manage'),
    parseJson(requests.ApprovalLimitRequest),
    async (c) => {
      const { db, now, actor, newId } = c.var
      const { slug, person } = c.req.param()
      const lender = lenderIn(c, slug)
      const { amount } = c.req.valid('json')
      const [deciders] = await read(db, [queries.listDeciders(db, lender.id)])
      found(
        deciders.find((one) => one.personId === person),
        'approver',
      )
      const limit = { lenderId: lender.id, personId: person, setAt: now }
      const happened = { ...actOf(c), subject: newId(), seq: 1, type: 'limit-set' }
      await commit(c, [
        amount === null
          ? queries.dropLimit(db, lender.id, person)
          : queries.putLimit(db, { ...limit, amount, setBy: signedIn(actor).id }),
        recordEvents(db, [{ ...happened, data: { lenderId: lender.id, person, amount } }]),
      ])
      return c.body(null, 204)
    },
  )
