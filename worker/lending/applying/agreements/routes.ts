/** The agreement: read by the borrower, and accepted with a code that goes to her own telephone. */
import { Hono } from 'hono'
import { commit as commitBatch, read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { instantText } from '#worker/http/fields'
import { sha256 } from '#worker/http/fingerprint'
import { handOver } from '#worker/http/handover'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { countUse } from '#worker/http/uses'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { countTry, insertSignInCode, useCode } from '#worker/identity/sign-in-codes/queries'
import { CODE_LASTS_MS, MOST_TRIES } from '#worker/identity/sign-in-codes/sign-in-code'
import { dateIn } from '#worker/kernel/calendar'
import { numericCode } from '#worker/kernel/id'
import { found, Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import * as codes from '#worker/lending/applying/agreements/acceptance-code'
import { agreementOf, type Agreement } from '#worker/lending/applying/agreements/agreement'
import * as answers from '#worker/lending/applying/agreements/answers'
import {
  findAgreement,
  findAgreementOfLoan,
  insertAgreement,
} from '#worker/lending/applying/agreements/queries'
import * as requests from '#worker/lending/applying/agreements/requests'
import { accountOf, ApplicationAnswer } from '#worker/lending/applying/loan-applications/answers'
import { describeApplication } from '#worker/lending/applying/loan-applications/answers'
import { accept } from '#worker/lending/applying/loan-applications/loan-application'
import * as applications from '#worker/lending/applying/loan-applications/queries'
import { changed } from '#worker/lending/applying/loan-applications/routes'
import { findLoan } from '#worker/lending/servicing/loans/queries'
import { reachOf } from '#worker/lending/servicing/loans/routes'
import { findProductOf, productOf } from '#worker/lending/offering/loan-products/queries'
import {
  agreedShares,
  refuseUnconfirmed,
  type Pledge,
} from '#worker/lending/applying/pledges/pledge'
import { listPledges, recordAgreedShares } from '#worker/lending/applying/pledges/queries'
import { listTranches } from '#worker/lending/disbursing/tranches/queries'
import type { Tranche } from '#worker/lending/disbursing/tranches/tranche'
import { insertMessages } from '#worker/outbox/queries'
import { vaultOf } from '#worker/providers/vault'

/** Under `/loans`. */
export const agreementsOfLoans = new Hono<HonoEnv>().get(
  '/:id/agreement',
  about('What was accepted for a loan, word for word', answers.AgreementOfLoanAnswer),
  allow('self'),
  async (c) => {
    const { db } = c.var
    const id = c.req.param('id')
    const [rows, kept] = await read(db, [findLoan(db, id, reachOf(c)), findAgreementOfLoan(db, id)])
    found(rows[0], 'loan')
    return c.json({ accepted: kept[0] ? asKept(kept[0]) : null })
  },
)

type Kept = { content: string; hash: string; acceptedAt: number }

const asKept = (kept: Kept) =>
  answers.describeAgreement(JSON.parse(kept.content) as Agreement, kept)

/** Under `/loan-applications`. */
export const agreements = new Hono<HonoEnv>()
  .get(
    '/:id/agreement',
    about('The agreement: to be accepted, or as it was accepted', answers.AgreementAnswer),
    allow('self'),
    async (c) => {
      const { db, actor } = c.var
      const id = c.req.param('id')
      const lenders = organizationsWith(actor, 'loan.read')
      const [rows, products, pledges, tranches, kept] = await read(db, [
        applications.findSeenApplication(db, id, { personId: signedIn(actor).id, lenders }),
        findProductOf(db, id),
        listPledges(db, id),
        listTranches(db, id),
        findAgreement(db, id),
      ])
      const row = found(rows[0], 'application')
      if (kept[0]) return c.json(asKept(kept[0]))
      const { agreement, hash } = await drawnUp(c, { row, products, pledges, tranches })
      return c.json(answers.describeAgreement(agreement, { hash, acceptedAt: null }))
    },
  )
  .post(
    '/:id/acceptance-codes',
    about(
      'Send the borrower the code for accepting what she read',
      answers.AcceptanceCodeAnswer,
      202,
    ),
    allow('self'),
    parseJson(requests.AcceptanceCodeRequest),
    async (c) => {
      const { db, now, random, newId } = c.var
      const id = c.req.param('id')
      const personId = signedIn(c.var.actor).id
      const [rows, products, pledges, tranches] = await read(db, [
        applications.findOwnApplication(db, id, { organizations: [], personId }),
        findProductOf(db, id),
        listPledges(db, id),
        listTranches(db, id),
      ])
      const row = found(rows[0], 'application')
      const { agreement, hash } = await drawnUp(c, { row, products, pledges, tranches })
      refuseOther(c.req.valid('json').agreement, hash)
      refuseUnconfirmed(pledges)

      const code = numericCode(random)
      const to = { destination: row.applicantDestination, locale: row.applicantLocale }
      const about = { amount: agreement.terms.principal, lender: row.lenderName, hash }
      const message = { id: newId(), ...codes.acceptanceMessage(to, code, about) }
      const secret = codes.secretOf(id, hash, code)
      const expiresAt = now + CODE_LASTS_MS
      await commitBatch(db, [
        countUse(db, { key: `acceptance:${id}`, ...codes.CODES_ALLOWED }, now),
        insertSignInCode(db, {
          destination: codes.keptUnder(id),
          codeHash: await (await vaultOf(c.env)).hash('acceptance-code', secret),
          ...{ expiresAt, createdAt: now },
        }),
        ...insertMessages(db, [message], now),
      ])
      handOver(c, [{ id: message.id, attempt: 0 }])
      const shown = c.env.MODE === 'demo' ? { code } : {}
      const sent = codes.hiddenDestination(to.destination)
      return c.json({ to: sent, expiresAt: instantText(expiresAt), ...shown }, 202)
    },
  )
  .post(
    '/:id/acceptance',
    about('Accept the agreement that was read, with the code', ApplicationAnswer, 201),
    allow('self'),
    once(),
    parseJson(requests.AcceptanceRequest),
    async (c) => {
      const { db, now } = c.var
      const id = c.req.param('id')
      const person = signedIn(c.var.actor)
      const reach = { organizations: [], personId: person.id }
      // The try is counted before it is judged, in the same trip as what it is judged by.
      const [answered, rows, products, pledges, tranches, tries] = await commitBatch(db, [
        findAnswered(c),
        applications.findOwnApplication(db, id, reach),
        findProductOf(db, id),
        listPledges(db, id),
        listTranches(db, id),
        countTry(db, codes.keptUnder(id), now),
      ])
      replayAnswered(c, answered)
      const row = found(rows[0], 'application')
      const { agreement, hash, content } = await drawnUp(c, { row, products, pledges, tranches })
      const asked = c.req.valid('json')
      refuseOther(asked.agreement, hash)
      refuseUnconfirmed(pledges)
      const secret = codes.secretOf(id, hash, asked.code)
      const codeHash = await rightHash(c, secret, tries[0])

      const kept = JSON.stringify({ hash, text: agreement.text })
      const accepted = accept(row, kept, now)

      const body = describeApplication({ ...accepted, expiresAt: null }, row)
      const destination = codes.hiddenDestination(row.applicantDestination)
      const by = { acceptedBy: person.id, destination, acceptedAt: now }
      await commit(
        c,
        [
          ...useCode(db, codes.keptUnder(id), codeHash),
          ...changed(c, accepted, 'accepted', { agreement: hash, text: agreement.text }),
          insertAgreement(db, { applicationId: id, hash, content, ...by }),
          ...recordAgreedShares(db, id, agreedShares(pledges, agreement.terms.principal)),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )

type Drawn = {
  row: applications.ApplicationRow
  products: Awaited<ReturnType<typeof findProductOf>>
  pledges: readonly Pledge[]
  tranches: readonly Tranche[]
}

/** The agreement of today about what was approved, with its very text and the hash of that. */
async function drawnUp(c: Ctx, { row, products, pledges, tranches }: Drawn) {
  const product = productOf(found(products[0], 'loan product'))
  const on = dateIn(c.env.ZONE, c.var.now)
  const agreement = agreementOf({
    ...{ application: row, product, pledges, tranches, on, account: accountOf(row) },
  })
  const content = JSON.stringify(agreement)
  return { agreement, content, hash: await sha256(content) }
}

function refuseOther(read: string, hash: string): void {
  refuseUnless(read === hash, 'outdated', 'The agreement has changed. Read it again.')
}

type Tried = { codeHash: string; attempts: number } | undefined

/** The hash of the code when it is right; refuses a wrong one, and one that is no longer valid. */
async function rightHash(c: Ctx, secret: string, tried: Tried): Promise<string> {
  if (!tried) throw new Refusal('code-expired', 'This code is no longer valid. Ask for a new one.')
  const vault = await vaultOf(c.env)
  if (await vault.matches('acceptance-code', secret, tried.codeHash)) return tried.codeHash
  throw new Refusal('code-wrong', 'This is not the code.', {
    errors: [{ pointer: '/code', detail: sentence('Kode ini salah.', 'This is not the code.') }],
    facts: { triesLeft: MOST_TRIES - tried.attempts },
  })
}
