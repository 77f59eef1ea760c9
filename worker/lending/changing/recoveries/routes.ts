/** Money that comes back after a write-off, taken at the counter with its receipt. Under `/loans`. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { shortCode } from '#worker/kernel/id'
import { found } from '#worker/kernel/refusal'
import { RecoveryRequest } from '#worker/lending/changing/loan-changes/requests'
import { describeLoan, RepaymentAnswer } from '#worker/lending/servicing/loans/answers'
import { recover } from '#worker/lending/servicing/loans/loan'
import { changeLoan, recordLoanChange } from '#worker/lending/servicing/loans/queries'
import { daysOf, loanAtTheDesk } from '#worker/lending/servicing/loans/routes'
import { insertReceipt } from '#worker/lending/servicing/receipts/queries'

const CODE_LENGTH = 12

export const recoveries = new Hono<HonoEnv>().post(
  '/:id/recoveries',
  about('Record money received after a write-off and issue its receipt', RepaymentAnswer, 201),
  allow('loan.repay'),
  once(),
  parseJson(RecoveryRequest),
  async (c) => {
    const { db, now, random, newId } = c.var
    const { amount, channel, payerName, receivedOn } = c.req.valid('json')
    const { row, given } = await loanAtTheDesk(c, c.req.param('id'))

    const on = receivedOn ?? given.today
    const by = channel === 'cash' ? ('cash' as const) : ('bank' as const)
    const change = recover(given, { amount, on, channel: by })
    const { seq } = change.event
    const entry = change.after.entries.find((one) => one.seq === seq)
    const { split } = found(entry, 'recovery')

    const code = shortCode(random, CODE_LENGTH)
    const { id: loanId, lenderId, balance } = change.loan
    const receipt = {
      ...{ code, lenderId, loanId, seq, payerName: payerName ?? row.borrowerName, channel },
      ...{ amount, receivedOn: on, split, balance, issuedAt: now },
      issuedBy: signedIn(c.var.actor).id,
    }
    const body = { loan: describeLoan(change.loan, row, daysOf(c)), split, receipt: code }
    const booked = { rule: 'loan-recovered', description: `Tagihan kembali pinjaman ${row.number}` }
    const entryId = newId()
    await commit(
      c,
      [
        changeLoan(db, change.loan),
        ...recordLoanChange(db, change, {
          ...{ act: actOf(c), today: given.today, entryId, ...booked },
        }),
        insertReceipt(db, receipt),
      ],
      body,
    )
    return c.json(body, 201)
  },
)
