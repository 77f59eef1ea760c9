/** Reminders: which a lender sends, and which were sent about a loan. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { findLoan } from '#worker/lending/servicing/loans/queries'
import { reachOf } from '#worker/lending/servicing/loans/routes'
import * as answers from '#worker/lending/following/reminders/answers'
import { findRules, listSent, putRules } from '#worker/lending/following/reminders/queries'
import { ReminderRulesRequest } from '#worker/lending/following/reminders/requests'

/** Under `/lenders`. */
export const reminderRules = new Hono<HonoEnv>()
  .get(
    '/:slug/reminder-rules',
    about('The steps of the ladder, and which are sent', answers.ReminderRulesAnswer),
    allow('loan.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const [rules] = await read(c.var.db, [findRules(c.var.db, lender.id)])
      return c.json(answers.describeRules(JSON.parse(rules[0]?.off ?? '[]') as string[]))
    },
  )
  .put(
    '/:slug/reminder-rules',
    about('Switch steps of the ladder off, or on again', answers.ReminderRulesAnswer),
    allow('reminder-rule.manage'),
    parseJson(ReminderRulesRequest),
    async (c) => {
      const { db } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const { off } = c.req.valid('json')
      const [rules] = await read(db, [findRules(db, lender.id)])
      const version = (rules[0]?.version ?? 0) + 1
      const subject = `${lender.id}/reminder-rules`
      await commit(c, [
        putRules(db, lender.id, { off, version }),
        recordEvents(db, [{ ...actOf(c), subject, seq: version, type: 'changed', data: { off } }]),
      ])
      return c.json(answers.describeRules(off))
    },
  )

/** Under `/loans`. */
export const remindersOfLoans = new Hono<HonoEnv>().get(
  '/:id/reminders',
  about('What was sent about a loan, and to whom, the latest first', answers.RemindersAnswer),
  allow('self'),
  async (c) => {
    const { db } = c.var
    const id = c.req.param('id')
    const [loans, sent] = await read(db, [findLoan(db, id, reachOf(c)), listSent(db, id)])
    found(loans[0], 'loan')
    return c.json({ items: sent.map(answers.describeSent), next: null as string | null })
  },
)
