/** The borrower's word that part of what she earns pays her loan. Under `/loans`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { insertConsent } from '#worker/identity/consents/queries'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { findLoan, loanOf } from '#worker/lending/servicing/loans/queries'
import { daysOf, reachOf } from '#worker/lending/servicing/loans/routes'
import * as answers from '#worker/lending/servicing/payout-shares/answers'
import { monthOf } from '#worker/lending/servicing/payout-shares/floor'
import { agreeOnShare, endShare } from '#worker/lending/servicing/payout-shares/payout-share'
import * as queries from '#worker/lending/servicing/payout-shares/queries'
import { PayoutShareRequest } from '#worker/lending/servicing/payout-shares/requests'

const PERCENT = 100

const monthBegan = (c: Ctx) => `${monthOf(daysOf(c).today)}-01`

/** Only the borrower, or who leads the borrowing group, speaks for its earnings. */
const borrowing = (c: Ctx) => ({ ...reachOf(c), lenders: [] })

export const payoutShares = new Hono<HonoEnv>()
  .get(
    '/:id/payout-share',
    about('The share of sales that pays a loan', answers.PayoutShareOfLoanAnswer),
    allow('self'),
    async (c) => {
      const { db } = c.var
      const id = c.req.param('id')
      const [rows, shares] = await read(db, [
        findLoan(db, id, reachOf(c)),
        queries.findShareOf(db, id, monthBegan(c)),
      ])
      found(rows[0], 'loan')
      return c.json({ share: shares[0] ? answers.describeShare(shares[0]) : null })
    },
  )
  .post(
    '/:id/payout-share',
    about('Let part of what is earned pay a loan', answers.PayoutShareOfLoanAnswer, 201),
    allow('self'),
    once(),
    parseJson(PayoutShareRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const { enterpriseId, percent, floor, ahead } = c.req.valid('json')
      const person = signedIn(c.var.actor)
      const id = c.req.param('id')
      const enterprise = person.memberships.find((one) => one.organizationId === enterpriseId)
      const hers = organizationsWith(person, 'balance.read')
      refuseUnless(hers.includes(enterpriseId), 'not-found', 'No such enterprise of yours.')
      const [answered, rows, lines] = await read(db, [
        findAnswered(c),
        findLoan(db, id, borrowing(c)),
        queries.findLastLine(db, enterpriseId),
      ])
      replayAnswered(c, answered)
      const loan = loanOf(found(rows[0], 'loan'))

      const consentId = newId()
      const share = agreeOnShare(loan, {
        ...{ id: newId(), enterpriseId, agreedBy: person.id, consentId, floor, ahead },
        rate: percent * PERCENT,
        agreedAt: now,
        line: lines[0]?.line ?? 0,
        floorMonth: monthOf(daysOf(c).today),
      })

      const { slug, name } = found(enterprise, 'enterprise')
      const row = { ...share, ahead: ahead ? 1 : 0, waiting: 0, thisMonth: 0 }
      const shown = { ...row, enterpriseSlug: slug, enterpriseName: name }
      const body = { share: answers.describeShare(shown) }
      const data = { loanId: id, enterpriseId, percent, floor, ahead }
      await commit(
        c,
        [
          insertConsent(db, {
            id: consentId,
            personId: person.id,
            organizationId: loan.lenderId,
            purpose: 'payout-share',
            subject: share.id,
            locale: person.locale,
            at: now,
          }),
          queries.insertShare(db, share),
          recordEvents(db, [{ ...actOf(c), subject: share.id, seq: 1, type: 'agreed', data }]),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .delete(
    '/:id/payout-share',
    about('End the share; what was taken stays paid', answers.PayoutShareOfLoanAnswer),
    allow('self'),
    async (c) => {
      const { db, now } = c.var
      const id = c.req.param('id')
      const [rows, shares] = await read(db, [
        findLoan(db, id, borrowing(c)),
        queries.findShareOf(db, id, monthBegan(c)),
      ])
      found(rows[0], 'loan')
      const share = queries.shareFrom(found(shares[0], 'payout share'))

      const ended = endShare(share, now)

      const event = { ...actOf(c), subject: share.id, seq: ended.version, type: 'ended' }
      const body = { share: null }
      await commit(c, [queries.changeShare(db, ended, 0), recordEvents(db, [event])], body)
      return c.json(body)
    },
  )
