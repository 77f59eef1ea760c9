/** Conditions of an approval, ticked before the money is handed over. Under `/loan-applications`. */
import { Hono } from 'hono'
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
import { ConditionAnswer, describeCondition } from '#worker/lending/reviewing/conditions/answers'
import { tick } from '#worker/lending/reviewing/conditions/condition'
import * as queries from '#worker/lending/reviewing/conditions/queries'
import { TickRequest } from '#worker/lending/reviewing/conditions/requests'
import { findApplication } from '#worker/lending/applying/loan-applications/queries'
import { impartialNow } from '#worker/lending/reviewing/reviews/queries'

export const conditionsOfApplications = new Hono<HonoEnv>().put(
  '/:id/conditions/:n',
  about('Tick a condition, or open it again', ConditionAnswer),
  allow('loan-condition.tick'),
  parseJson(TickRequest),
  async (c) => {
    const { db, now, scope, actor } = c.var
    const { id, n } = c.req.param()
    const [rows, conditions] = await read(db, [
      findApplication(db, id, scope),
      queries.listConditions(db, id),
    ])
    const { id: personId, name } = signedIn(actor)
    const asked = { n: Number(n), ...c.req.valid('json'), personId, at: now }

    const { application, condition } = tick(found(rows[0], 'application'), conditions, asked)

    const { version: seq } = application
    const type = condition.metAt === null ? 'condition-opened' : 'condition-met'
    const data = { n: condition.n, note: condition.note }
    await commit(c, [
      queries.changeCondition(db, id, condition),
      queries.changeVersion(db, id, seq),
      recordEvents(db, [{ ...actOf(c), subject: id, seq, type, data }]),
      impartialNow(db, id, personId),
    ])
    return c.json(describeCondition({ ...condition, metByName: name }))
  },
)
