/** Audits of the whole network: those that were done, and doing one now. */
import { Hono } from 'hono'
import { read } from '#db/client'
import * as answers from '#worker/audit/audits/answers'
import { auditedEvent } from '#worker/audit/audits/audited'
import { auditedFrom } from '#worker/audit/audits/audited'
import { listAudits } from '#worker/audit/audits/queries'
import { AuditsQuery } from '#worker/audit/audits/requests'
import { audit, INVARIANTS } from '#worker/audit/queries'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { countUse } from '#worker/http/uses'

/** An audit walks over everything, so nobody asks for one all the time. */
const BY_HAND = { key: 'audit', most: 12, windowMs: 60 * 60 * 1000 }

export const audits = new Hono<HonoEnv>()
  .get(
    '/',
    about('Audits that were done, the newest first', answers.AuditPage),
    allow('audit.read'),
    parseQuery(AuditsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const [rows] = await read(c.var.db, [
        listAudits(c.var.db, { before: after?.[0], limit: limit + 1 }),
      ])

      const page = paged(rows.map(auditedFrom), limit, (one) => [one.seq])
      return c.json({ items: page.rows.map(answers.describeAudit), next: page.next })
    },
  )
  .post(
    '/',
    about('Try every invariant of the books now', answers.AuditReport, 201),
    allow('audit.read'),
    async (c) => {
      const { db, now } = c.var
      const [last] = await read(db, [listAudits(db, { limit: 1 })])
      const violations = await audit(db)

      const seq = (last[0]?.seq ?? 0) + 1
      const event = auditedEvent(violations, { tried: INVARIANTS.length, seq, act: actOf(c) })
      const audited = auditedFrom({ seq, at: now, data: JSON.stringify(event.data) })

      const body = answers.describeReport(audited, INVARIANTS, violations)
      await commit(c, [countUse(db, BY_HAND, now), recordEvents(db, [event])], body)
      return c.json(body, 201)
    },
  )
