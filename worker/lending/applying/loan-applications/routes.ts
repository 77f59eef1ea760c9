/** Applying: what somebody asks for, for herself, a group or an enterprise. */
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { organizationsWith, signedIn, type Person } from '#worker/identity/actor'
import { insertConsent } from '#worker/identity/consents/queries'
import type { Purpose } from '#worker/identity/consents/texts'
import { shortCode } from '#worker/kernel/id'
import { found, Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { deleteDraft } from '#worker/lending/applying/application-drafts/queries'
import { insertIdentity, type SealedIdentity } from '#worker/lending/applying/identities/queries'
import { sealedIdentity } from '#worker/lending/applying/identities/routes'
import * as answers from '#worker/lending/applying/loan-applications/answers'
import {
  borrowerKindOf,
  endsAt,
  submit,
  type Application,
} from '#worker/lending/applying/loan-applications/loan-application'
import * as queries from '#worker/lending/applying/loan-applications/queries'
import * as requests from '#worker/lending/applying/loan-applications/requests'
import { findProduct, productOf } from '#worker/lending/offering/loan-products/queries'
import { pledgeMessages } from '#worker/lending/applying/pledges/messages'
import { ask, consentedByApplicant, type Pledge } from '#worker/lending/applying/pledges/pledge'
import {
  insertPledges,
  listBacked,
  listGroupPeople,
} from '#worker/lending/applying/pledges/queries'
import { insertMessages } from '#worker/outbox/queries'

/** The groups she may apply for, and share the sales of. */
export const groupsOf = (c: Ctx) => organizationsWith(c.var.actor, 'group-loan.apply')

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
    about(
      'Apply for a loan: for oneself, a group or an enterprise',
      answers.ApplicationAnswer,
      201,
    ),
    allow('self'),
    once(),
    parseJson(requests.ApplicationRequest),
    async (c) => {
      const { db, now, newId, random } = c.var
      const { productId, shareSalesOf, ...asked } = c.req.valid('json')
      const { shares, guarantors, account, nik, consents, draftId, ...wish } = asked
      const applicant = signedIn(c.var.actor)
      const mine = (id: string | null) => id === null || groupsOf(c).includes(id)
      refuseUnless(mine(wish.groupId), 'not-found', 'No such group of yours.')
      refuseUnless(mine(shareSalesOf), 'not-found', 'No such enterprise of yours.')
      if (nik !== null && !consents.includes('identity')) throw withoutConsent()
      const [products, around, people, backed] = await read(db, [
        findProduct(db, productId),
        queries.findNames(db, productId),
        listGroupPeople(db, wish.groupId),
        listBacked(db, applicant.id),
      ])
      const product = productOf(found(products[0], 'loan product'))

      const salesConsentId = shareSalesOf === null ? null : newId()
      const application = submit(product, {
        ...wish,
        ...{ id: newId(), code: shortCode(random), applicantId: applicant.id, at: now },
        ...{ salesOf: shareSalesOf, salesConsentId },
        borrowerKind: borrowerKindOf(wish.groupId, shares),
        bankName: account?.bank ?? null,
        bankAccount: account?.number ?? null,
        bankHolder: account?.holder ?? null,
      })
      const members = wish.groupId === null ? [] : people
      const numbers = backed.map((one) => one.destination)
      const shareConsentId = newId()
      const pledges = consentedByApplicant(
        ask({ shares, guarantors }, { application, members, backed: numbers, newId, at: now }),
        { personId: applicant.id, consentId: shareConsentId, at: now },
      )

      const group = applicant.memberships.find((one) => one.organizationId === wish.groupId)
      const names = { groupSlug: group?.slug ?? null, groupName: group?.name ?? null }
      const known = { ...found(around[0], 'loan product'), ...names }
      const by = { applicantName: applicant.name, recommenderName: null, deciderName: null }
      const body = answers.describeApplication(application, { ...known, ...by })
      const own = pledges.some((one) => one.consentId !== null)
      const given = [
        ...consents.map((purpose) => ({ purpose, id: newId() })),
        ...(salesConsentId ? [{ purpose: 'sales-history' as const, id: salesConsentId }] : []),
        ...(own ? [{ purpose: 'group-sharing' as const, id: shareConsentId }] : []),
      ]
      const locales = new Map(people.map((one) => [one.personId, one.locale]))
      const told = { applicant: applicant.name, group: names.groupName, lender: known.lenderName }
      const messages = pledgeMessages(
        pledges.map((one) => ({ ...one, locale: locales.get(one.personId ?? '') ?? 'id' })),
        { ...told, site: siteOf(c) },
      )
      await commit(
        c,
        [
          ...consentsOf(c, application, { applicant, given }),
          queries.insertApplication(db, application),
          recorded(c, application, 'submitted'),
          ...asking(c, application, {
            pledges,
            identity: await sealedIdentity(c, application, nik),
          }),
          ...insertMessages(
            db,
            messages.map((one) => ({ id: newId(), ...one })),
            now,
          ),
          ...(draftId === null ? [] : [deleteDraft(db, draftId, applicant.id)]),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )

const withoutConsent = () =>
  new Refusal('malformed', 'A NIK is kept with consent only.', {
    errors: [
      {
        pointer: '/consents',
        detail: sentence('Centang persetujuan ini.', 'Agree to this first.'),
      },
    ],
  })

type Agreed = { applicant: Person; given: readonly { purpose: Purpose; id: string }[] }

/** Before the application, which names the one by which sales are seen. */
function consentsOf(c: Ctx, application: Application, { applicant, given }: Agreed): Statement[] {
  const { id: personId, locale } = applicant
  const { id: subject, lenderId: organizationId } = application
  const common = { personId, organizationId, subject, locale, at: c.var.now }
  return given.map((one) => insertConsent(c.var.db, { ...common, ...one }))
}

type Beside = { pledges: readonly Pledge[]; identity: SealedIdentity }

function asking(c: Ctx, application: Application, { pledges, identity }: Beside): Statement[] {
  const { db } = c.var
  const { id: applicationId, lenderId, applicantId } = application
  return [
    insertIdentity(db, { applicationId, lenderId }, identity),
    ...insertPledges(db, pledges, applicantId),
    ...recordedPledges(c, pledges),
  ]
}

/** The first event of each who was asked. */
export function recordedPledges(c: Ctx, pledges: readonly Pledge[]): Statement[] {
  if (pledges.length === 0) return []
  const act = actOf(c)
  const events = pledges.map(({ id, version, status }) => ({
    ...{ ...act, subject: id, seq: version, type: status },
  }))
  return [recordEvents(c.var.db, events)]
}

/** The statements of every change: the row, and the event that locks and remembers it. */
export function changed(c: Ctx, application: Application, type: string, data?: object) {
  const expiresAt = endsAt(application.status, c.var.now)
  const living = { ...application, expiresAt }
  return [queries.changeApplication(c.var.db, living), recorded(c, living, type, data)]
}

function recorded(c: Ctx, application: Application, type: string, data: object = {}) {
  const happened = { ...actOf(c), subject: application.id, seq: application.version, type }
  return recordEvents(c.var.db, [{ ...happened, data: { ...data } }])
}
