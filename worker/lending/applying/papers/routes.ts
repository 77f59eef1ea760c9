/** What goes with an application, for who reviews it. Under `/loan-applications`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { found } from '#worker/kernel/refusal'
import { describeAttachment } from '#worker/lending/applying/attachments/answers'
import { listAttachments } from '#worker/lending/applying/attachments/queries'
import { describeDuplicate, describeIdentity } from '#worker/lending/applying/identities/answers'
import {
  findIdentity,
  listDuplicates,
  listOpenings,
} from '#worker/lending/applying/identities/queries'
import { findApplication } from '#worker/lending/applying/loan-applications/queries'
import { describeObjection } from '#worker/lending/applying/objections/answers'
import { findObjection } from '#worker/lending/applying/objections/queries'
import { PapersAnswer } from '#worker/lending/applying/papers/answers'
import { findBureauConsent } from '#worker/lending/applying/papers/queries'
import { describePayee } from '#worker/lending/applying/payees/answers'
import { findPayee } from '#worker/lending/applying/payees/queries'
import { describeStanding } from '#worker/lending/applying/pledges/answers'
import { listPledges } from '#worker/lending/applying/pledges/queries'

export const papers = new Hono<HonoEnv>().get(
  '/:id/papers',
  about(
    'Who stands for an application, its papers and facts, what its applicant wants',
    PapersAnswer,
  ),
  allow('loan-application.read'),
  async (c) => {
    const { db, scope } = c.var
    const id = c.req.param('id')
    const [rows, pledges, attachments, identity, openings, alike, bureau, objections, payees] =
      await read(db, [
        findApplication(db, id, scope),
        listPledges(db, id),
        listAttachments(db, id),
        findIdentity(db, id),
        listOpenings(db, id),
        listDuplicates(db, id),
        findBureauConsent(db, id),
        findObjection(db, id),
        findPayee(db, id),
      ])
    found(rows[0], 'application')
    return c.json({
      pledges: pledges.map(describeStanding),
      attachments: attachments.map(describeAttachment),
      identity: describeIdentity(identity[0], openings),
      bureau: bureau.length > 0,
      duplicates: alike.map(describeDuplicate),
      objection: objections[0] ? describeObjection(objections[0]) : null,
      payee: payees[0] ? describePayee(payees[0]) : null,
    })
  },
)
