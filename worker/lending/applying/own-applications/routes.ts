/** What an applicant sees and does with her own application. Under `/loan-applications`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { listConsents, withdrawConsent } from '#worker/identity/consents/queries'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { listAttachments } from '#worker/lending/applying/attachments/queries'
import { findIdentity, listOpenings } from '#worker/lending/applying/identities/queries'
import {
  ApplicationAnswer,
  describeApplication,
} from '#worker/lending/applying/loan-applications/answers'
import { withdraw } from '#worker/lending/applying/loan-applications/loan-application'
import * as applications from '#worker/lending/applying/loan-applications/queries'
import {
  changed,
  groupsOf,
  recordedPledges,
} from '#worker/lending/applying/loan-applications/routes'
import { findObjection } from '#worker/lending/applying/objections/queries'
import {
  describeOwnApplication,
  OwnApplicationAnswer,
} from '#worker/lending/applying/own-applications/answers'
import {
  findLoanOfApplication,
  listMoments,
} from '#worker/lending/applying/own-applications/queries'
import { findPayee } from '#worker/lending/applying/payees/queries'
import { describeStanding, StandingsAnswer } from '#worker/lending/applying/pledges/answers'
import { pledgeMessages } from '#worker/lending/applying/pledges/messages'
import { askAnew } from '#worker/lending/applying/pledges/pledge'
import * as pledging from '#worker/lending/applying/pledges/queries'
import { PledgesRequest } from '#worker/lending/applying/pledges/requests'
import { insertMessages } from '#worker/outbox/queries'

export const ownApplications = new Hono<HonoEnv>()
  .get(
    '/:id',
    about('One of my applications, with all that was said about it', OwnApplicationAnswer),
    allow('self'),
    async (c) => c.json(await ownFacts(c, c.req.param('id'))),
  )
  .post(
    '/:id/withdrawal',
    about('Withdraw an application', ApplicationAnswer, 201),
    allow('self'),
    once(),
    async (c) => {
      const row = await ownApplication(c, c.req.param('id'))
      const withdrawn = withdraw(row)
      const body = describeApplication({ ...withdrawn, expiresAt: null }, row)
      await commit(c, changed(c, withdrawn, 'withdrawn'), body)
      return c.json(body, 201)
    },
  )
  .put(
    '/:id/pledges',
    about('Change who carries shares and who vouches, until it is decided', StandingsAnswer),
    allow('self'),
    parseJson(PledgesRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const person = signedIn(c.var.actor)
      const id = c.req.param('id')
      const reach = { organizations: [], personId: person.id }
      const [rows, before, people, backed] = await read(db, [
        applications.findOwnApplication(db, id, reach),
        pledging.listPledges(db, id),
        pledging.listPeopleOfApplication(db, id),
        pledging.listBacked(db, person.id),
      ])
      const row = found(rows[0], 'application')
      const wanted = c.req.valid('json')
      const asking = { application: row, members: people, newId, at: now }
      const numbers = backed.map((one) => one.destination)

      const pledges = askAnew(row, before, wanted, { ...asking, backed: numbers })

      const around = { applicant: row.applicantName, group: row.groupName, lender: row.lenderName }
      const fresh = pledges.filter((one) => !before.some(({ id: known }) => known === one.id))
      const messages = pledgeMessages(fresh, { ...around, site: siteOf(c) })
      await commit(c, [
        ...changed(c, { ...row, version: row.version + 1 }, 'pledges-changed'),
        pledging.deletePledges(db, id),
        ...pledging.insertPledges(db, pledges, person.id),
        ...recordedPledges(c, fresh),
        ...insertMessages(
          db,
          messages.map((one) => ({ id: newId(), ...one })),
          now,
        ),
      ])
      return c.json({ items: pledges.map(describeStanding), next: null as string | null })
    },
  )
  .delete(
    '/:id/consents/:purpose',
    about('Withdraw what one agreed to for an application', null, 204),
    allow('self'),
    async (c) => {
      const { db, now, actor } = c.var
      const personId = signedIn(actor).id
      const { id: subject, purpose } = c.req.param()
      const [given] = await read(db, [listConsents(db, subject, personId)])
      const consent = found(
        given.find((one) => one.purpose === purpose && one.withdrawnAt === null),
        'consent',
      )
      const carried = consent.purpose === 'group-sharing' || consent.purpose === 'guarantee'
      refuseUnless(!carried, 'illegal-transition', 'Decline what you were asked for instead.')

      await commit(c, [
        withdrawConsent(db, { id: consent.id, personId, at: now }),
        recordEvents(db, [{ ...actOf(c), subject: consent.id, seq: 1, type: 'withdrawn' }]),
      ])
      return c.body(null, 204)
    },
  )

/** Hers, or one of a group she leads; or the answer that was given under this key. */
export async function ownApplication(c: Ctx, id: string) {
  const reach = { organizations: groupsOf(c), personId: signedIn(c.var.actor).id }
  const [answered, rows] = await read(c.var.db, [
    findAnswered(c),
    applications.findOwnApplication(c.var.db, id, reach),
  ])
  replayAnswered(c, answered)
  return found(rows[0], 'application')
}

async function ownFacts(c: Ctx, id: string): Promise<OwnApplicationAnswer> {
  const { db } = c.var
  const personId = signedIn(c.var.actor).id
  const reach = { organizations: groupsOf(c), personId }
  const [rows, moments, pledges, attachments, identity, openings, consents, ...rest] = await read(
    db,
    [
      applications.findOwnApplication(db, id, reach),
      listMoments(db, id),
      pledging.listPledges(db, id),
      listAttachments(db, id),
      findIdentity(db, id),
      listOpenings(db, id),
      listConsents(db, id, personId),
      findObjection(db, id),
      findPayee(db, id),
      findLoanOfApplication(db, id),
    ],
  )
  const [objections, payees, loans] = rest
  return describeOwnApplication(found(rows[0], 'application'), {
    ...{ moments, pledges, attachments, identity: identity[0], openings, consents },
    ...{ objection: objections[0], payee: payees[0], loanId: loans[0]?.loanId ?? null },
  })
}
