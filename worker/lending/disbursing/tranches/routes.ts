/** Deciding that what was approved is handed over in parts. Under `/loan-applications`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { findApplication } from '#worker/lending/applying/loan-applications/queries'
import { changed } from '#worker/lending/applying/loan-applications/routes'
import { describeTranche, TranchesAnswer } from '#worker/lending/disbursing/tranches/answers'
import { putTranches } from '#worker/lending/disbursing/tranches/queries'
import { TranchesRequest } from '#worker/lending/disbursing/tranches/requests'
import { divide } from '#worker/lending/disbursing/tranches/tranche'

export const tranches = new Hono<HonoEnv>().put(
  '/:id/tranches',
  about('Hand what was approved over in parts; an empty list: whole', TranchesAnswer),
  allow('loan-application.decide'),
  parseJson(TranchesRequest),
  async (c) => {
    const { db, scope } = c.var
    const [rows] = await read(db, [findApplication(db, c.req.param('id'), scope)])
    const row = found(rows[0], 'application')
    const { id: by } = signedIn(c.var.actor)
    refuseUnless(by !== row.applicantId, 'own-application', 'Somebody else must decide on this.')
    refuseUnless(by !== row.recommendedBy, 'same-person', 'Whoever recommended does not decide.')

    const divided = divide(row, c.req.valid('json').tranches)

    const after = { ...row, version: row.version + 1 }
    await commit(c, [...changed(c, after, 'divided'), ...putTranches(db, row, divided)])
    return c.json({ items: divided.map(describeTranche), next: null as string | null })
  },
)
