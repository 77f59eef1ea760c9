/** What goes with an application, for who reviews it. Under `/loan-applications`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { found } from '#worker/kernel/refusal'
import { describeAttachment } from '#worker/lending/attachments/answers'
import { listAttachments } from '#worker/lending/attachments/queries'
import { describeDuplicate, describeIdentity } from '#worker/lending/identities/answers'
import { findIdentity, listDuplicates, listOpenings } from '#worker/lending/identities/queries'
import { findApplication } from '#worker/lending/loan-applications/queries'
import { describeObjection } from '#worker/lending/objections/answers'
import { findObjection } from '#worker/lending/objections/queries'
import { PapersAnswer } from '#worker/lending/papers/answers'
import { findBureauConsent } from '#worker/lending/papers/queries'
import { describePayee } from '#worker/lending/payees/answers'
import { findPayee } from '#worker/lending/payees/queries'
import { describeStanding } from '#worker/lending/pledges/answers'
import { listPledges } from '#worker/lending/pledges/queries'

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
