/** Applying: what the applicant does with her own application. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { insertConsent, withdrawConsent } from '#worker/identity/consents/queries'
import { shortCode } from '#worker/kernel/id'
import { found, refuseUnless } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/loan-applications/answers'
import {
  accept,
  submit,
  withdraw,
  type Application,
} from '#worker/lending/loan-applications/loan-application'
import * as queries from '#worker/lending/loan-applications/queries'
import * as requests from '#worker/lending/loan-applications/requests'
import { findProduct, productOf } from '#worker/lending/loan-products/queries'

/** The groups she may apply for, and share the sales of. */
const groupsOf = (c: Ctx) => organizationsWith(c.var.actor, 'group-loan.apply')

export const loanApplications = new Hono<HonoEnv>()
  .get(
    '/',
    about('My applications, newest first', answers.ApplicationsAnswer),
    allow('self'),
    parseQuery(requests.ApplicationsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const reach = { organizations: groupsOf(c), personId: signedIn(c.var.actor).id }
      const page = { after: after?.[0], limit }
      const [rows] = await read(c.var.db, [queries.listOwnApplications(c.var.db, reach, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map((row) => answers.describeApplication(row, row)), next })
    },
  )
  .post(
    '/',
    about('Apply for a loan, for oneself or for a group', answers.ApplicationAnswer, 201),
    allow('self'),
    once(),
    parseJson(requests.ApplicationRequest),
    async (c) => {
      const { db, now, newId, random } = c.var
      const { productId, shareSalesOf, ...wish } = c.req.valid('json')
      const applicant = signedIn(c.var.actor)
      const groups = groupsOf(c)
      const mine = (id: string | null) => id === null || groups.includes(id)
      refuseUnless(mine(wish.groupId), 'not-found', 'No such group of yours.')
      refuseUnless(mine(shareSalesOf), 'not-found', 'No such enterprise of yours.')
      const [products, around] = await read(db, [
        findProduct(db, productId),
        queries.findNames(db, productId),
      ])
      const product = productOf(found(products[0], 'loan product'))

      const consentId = shareSalesOf === null ? null : newId()
      const application = submit(product, {
        ...wish,
        id: newId(),
        code: shortCode(random),
        applicantId: applicant.id,
        salesOf: shareSalesOf,
        salesConsentId: consentId,
        at: now,
      })

      const group = applicant.memberships.find((one) => one.organizationId === wish.groupId)
      const body = answers.describeApplication(application, {
        ...found(around[0], 'loan product'),
        applicantName: applicant.name,
        groupSlug: group?.slug ?? null,
        groupName: group?.name ?? null,
        recommenderName: null,
        deciderName: null,
      })
      const consent = consentId && {
        id: consentId,
        personId: applicant.id,
        organizationId: product.lenderId,
        purpose: 'sales-history' as const,
        locale: applicant.locale,
        at: now,
      }
      await commit(
        c,
        [
          ...(consent ? [insertConsent(db, consent)] : []),
          queries.insertApplication(db, application),
          recorded(c, application, 'submitted'),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .get(
    '/:id',
    about('One of my applications', answers.ApplicationAnswer),
    allow('self'),
    async (c) => {
      const row = await ownApplication(c, c.req.param('id'))
      return c.json(answers.describeApplication(row, row))
    },
  )
  .post(
    '/:id/acceptance',
    about('Accept what was approved', answers.ApplicationAnswer, 201),
    allow('self'),
    once(),
    async (c) => {
      const row = await ownApplication(c, c.req.param('id'))
      const accepted = accept(row, c.var.now)
      const body = answers.describeApplication(accepted, row)
      await commit(c, changed(c, accepted, 'accepted'), body)
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/withdrawal',
    about('Withdraw an application', answers.ApplicationAnswer, 201),
    allow('self'),
    once(),
    async (c) => {
      const row = await ownApplication(c, c.req.param('id'))
      const withdrawn = withdraw(row)
      const body = answers.describeApplication(withdrawn, row)
      await commit(c, changed(c, withdrawn, 'withdrawn'), body)
      return c.json(body, 201)
    },
  )

  .delete(
    '/:id/sales-consent',
    about('Withdraw the consent by which the lender sees sales', null, 204),
    allow('self'),
    async (c) => {
      const { db, now, actor } = c.var
      const { applicantId, salesConsentId } = await ownApplication(c, c.req.param('id'))
      const personId = signedIn(actor).id
      refuseUnless(applicantId === personId, 'not-found', 'No such consent of yours.')
      const id = found(salesConsentId, 'consent')

      await commit(c, [
        withdrawConsent(db, { id, personId, at: now }),
        recordEvents(db, [{ ...actOf(c), subject: id, seq: 1, type: 'withdrawn' }]),
      ])
      return c.body(null, 204)
    },
  )

async function ownApplication(c: Ctx, id: string) {
  const reach = { organizations: groupsOf(c), personId: signedIn(c.var.actor).id }
  const [answered, rows] = await read(c.var.db, [
    findAnswered(c),
    queries.findOwnApplication(c.var.db, id, reach),
  ])
  replayAnswered(c, answered)
  return found(rows[0], 'application')
}

/** The statements of every change: the row, and the event that locks and remembers it. */
export function changed(c: Ctx, application: Application, type: string) {
  return [queries.changeApplication(c.var.db, application), recorded(c, application, type)]
}

function recorded(c: Ctx, application: Application, type: string) {
  const happened = { ...actOf(c), subject: application.id, seq: application.version, type }
  return recordEvents(c.var.db, [happened])
}
