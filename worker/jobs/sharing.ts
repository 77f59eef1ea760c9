/**
 * Part of what sellers have earned pays their loans, as they agreed. Each is one batch: the operator's book
 * owes it to the lender instead of the seller, the loan is repaid, the receipt is written and sent. Who
 * pays, is paid or ends the share in the same moment collides with it; the next minute looks again.
 */
import { commit, read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { siteFrom } from '#worker/http/site'
import { log } from '#worker/http/log'
import type { Tick } from '#worker/jobs/tick'
import { dateIn } from '#worker/kernel/calendar'
import { add, ZERO, type Amount } from '#worker/kernel/money'
import { found, Refusal } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { payoutShareTaken } from '#worker/ledger/posting-rules/payout-shares'
import { recordEntries } from '#worker/ledger/queries'
import {
  findSharesVersion,
  insertPaymentParts,
  listCredits,
  listShares,
  sharesSubject,
} from '#worker/lending/group-lending/loan-shares/queries'
import type { Given } from '#worker/lending/servicing/loans/change'
import { repay } from '#worker/lending/servicing/loans/loan'
import {
  findLoanWithin,
  listLoanEvents,
  loanOf,
  type LoanRow,
} from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { askingOf, partsOf } from '#worker/lending/servicing/payout-shares/group-parts'
import { endShare, shareOf } from '#worker/lending/servicing/payout-shares/payout-share'
import {
  changeShare,
  earningOf,
  findPayer,
  listEarning,
  shareFrom,
  type EarningRow,
} from '#worker/lending/servicing/payout-shares/queries'
import type { Payer } from '#worker/lending/servicing/repayments/messages'
import { recordReceived } from '#worker/lending/servicing/repayments/queries'

const AT_ONCE = 10

export async function takePayoutShares(tick: Tick): Promise<number> {
  const [rows] = await read(tick.db, [listEarning(tick.db, AT_ONCE)])
  let done = 0
  for (const row of rows) done += (await taken(tick, row)) ? 1 : 0
  return done
}

async function taken(tick: Tick, row: EarningRow): Promise<boolean> {
  try {
    await takeShare(tick, row)
    return true
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    log('info', { share: row.id, refused: reason.type, detail: reason.detail })
    return false
  }
}

async function takeShare(tick: Tick, row: EarningRow): Promise<void> {
  const { db, act, now } = tick
  const share = shareFrom(row)
  if (row.loanStatus !== 'active') {
    const ended = { ...endShare(share, now), line: row.newest }
    const event = { ...act, subject: share.id, seq: ended.version, type: 'ended' }
    await commit(db, [changeShare(db, ended, 0), recordEvents(db, [event])])
    return
  }
  const [loans, recorded, payers, shares, credits, versions] = await read(db, [
    findLoanWithin(db, share.loanId, [share.lenderId]),
    listLoanEvents(db, share.loanId),
    findPayer(db, share.agreedBy),
    listShares(db, share.loanId),
    listCredits(db, share.loanId),
    findSharesVersion(db, share.loanId),
  ])
  const loan = found(loans[0], 'loan')
  const today = dateIn(tick.env.ZONE, now)
  const given = { loan: loanOf(loan), events: recorded.map(loanEvent), today }
  const asking = askingOf(share, { ...given, shares, credits })
  const { asked } = asking
  const amount = shareOf(share, earningOf(row), asked)
  const taken = add(share.taken, amount)
  const looked = { ...share, line: row.newest, taken, version: share.version + 1 }
  const data = { earned: row.earned, amount, asked }
  const paying = {
    ...{ amount, given, loan, payer: found(payers[0], 'payer') },
    parts: partsOf(amount, asking),
    sharesVersion: versions[0]?.version ?? 0,
  }
  await commit(db, [
    changeShare(db, looked, 0),
    recordEvents(db, [{ ...act, subject: share.id, seq: looked.version, type: 'looked', data }]),
    ...(amount > ZERO ? paid(tick, row, paying) : []),
  ])
}

type Paying = {
  amount: Amount
  given: Given
  loan: LoanRow
  payer: Payer
  /** Of a group's loan, whose parts it pays. */
  parts: readonly { shareId: string; amount: Amount }[]
  sharesVersion: number
}

/** What it rests on in the operator's book, and the repayment in the lender's, with its receipt. */
function paid(tick: Tick, row: EarningRow, paying: Paying) {
  const { amount, given, loan, payer, parts, sharesVersion } = paying
  const { db, act, newId, random, env } = tick
  const on = given.today
  const change = repay(given, { amount, on, channel: 'payout' })
  const number = String(loan.number)
  const kept = payoutShareTaken(
    { book: row.book, on },
    { id: row.id, enterpriseId: row.enterpriseId, lenderId: row.lenderId, loan: number, amount },
  )
  const { statements } = recordReceived(
    db,
    {
      ...{ row: loan, change },
      money: {
        ...{ amount, on, channel: 'payout', payer, payerId: row.agreedBy, issuedBy: null },
        description: `Angsuran dari hasil jual, pinjaman ${number}`,
      },
    },
    { act, today: on, newId, random, site: siteFrom(env) },
  )
  const { seq } = change.event
  const subject = sharesSubject(loan.id)
  const divided = { ...act, subject, seq: sharesVersion + 1, type: 'divided', data: { seq, parts } }
  return [
    ...recordEntries(db, [entryOf(kept, { ...act, id: newId() })]),
    ...statements,
    ...insertPaymentParts(db, { loanId: loan.id, seq }, parts),
    ...(parts.length > 0 ? [recordEvents(db, [divided])] : []),
  ]
}
