/** Which members paid a payment of the group that came otherwise than at a meeting. Under `/loans`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { found, Refusal, refuseUnless } from '#worker/kernel/refusal'
import { PaymentPartsAnswer } from '#worker/lending/group-lending/loan-shares/answers'
import { membersOf } from '#worker/lending/group-lending/loan-shares/group-loan'
import * as queries from '#worker/lending/group-lending/loan-shares/queries'
import { PaymentPartsRequest } from '#worker/lending/group-lending/loan-shares/requests'
import { happened } from '#worker/lending/group-lending/loan-shares/routes'
import type { Share } from '#worker/lending/group-lending/loan-shares/share'
import { findLoanWithin, listLoanEvents, loanOf } from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf } from '#worker/lending/servicing/loans/routes'

export const paymentParts = new Hono<HonoEnv>().post(
  '/:id/repayments/:seq/parts',
  about('Say which members paid a payment of the group', PaymentPartsAnswer, 201),
  allow('meeting.record'),
  once(),
  parseJson(PaymentPartsRequest),
  async (c) => {
    const { db, scope } = c.var
    const [id, seq] = [c.req.param('id'), Number(c.req.param('seq'))]
    const { parts } = c.req.valid('json')
    const [answered, rows, events, shares, credits, versions] = await read(db, [
      findAnswered(c),
      findLoanWithin(db, id, scope),
      listLoanEvents(db, id),
      queries.listShares(db, id),
      queries.listCredits(db, id),
      queries.findSharesVersion(db, id),
    ])
    replayAnswered(c, answered)
    const loan = loanOf(found(rows[0], 'loan'))
    const given = { loan, events: events.map(loanEvent), shares, credits }
    const { projection } = membersOf({ ...given, today: daysOf(c).today })
    const payment = found(
      projection.allocations.find((one) => one.seq === seq),
      'repayment',
    )
    refuseUnless(
      !credits.some((one) => one.seq === seq),
      'already-exists',
      'This payment has been divided among members already.',
    )
    refuseOthers(parts, { shares, amount: payment.amount })

    const body = { seq, parts }
    const data = { seq, parts }
    await commit(
      c,
      [
        ...queries.insertPaymentParts(db, { loanId: id, seq }, parts),
        happened(c, { id, version: versions[0]!.version, type: 'divided', data }),
      ],
      body,
    )
    return c.json(body, 201)
  },
)

type Divided = readonly { shareId: string; amount: number }[]

/** Refuses a stranger, one named twice, and another sum than the payment. */
function refuseOthers(
  parts: Divided,
  { shares, amount }: { shares: readonly Share[]; amount: number },
): void {
  const members = new Set(shares.map((one) => one.id))
  for (const [i, { shareId }] of parts.entries()) {
    if (members.delete(shareId)) continue
    const pointer = `/parts/${i}/shareId`
    const detail = 'No member of this group, or named twice.'
    throw new Refusal('outside-limits', detail, { errors: [{ pointer, detail }] })
  }
  const whole = parts.reduce((all, one) => all + one.amount, 0)
  refuseUnless(whole === amount, 'amount-mismatch', `The parts sum to ${whole}, not ${amount}.`)
}
