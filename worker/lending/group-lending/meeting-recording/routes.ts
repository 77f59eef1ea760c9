/** The one batch of a meeting: repayments, receipts, members’ parts, covers, reserve, entries, events. */
import { dayText } from '#worker/kernel/calendar'
import type { Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { actOf } from '#worker/http/act'
import type { Ctx } from '#worker/http/context'
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { shortCode } from '#worker/kernel/id'
import { amount } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { meetingHeld } from '#worker/ledger/posting-rules/groups'
import { recordEntries } from '#worker/ledger/queries'
import type { CoverRow } from '#worker/lending/group-lending/covers/queries'
import type { KeptCredit } from '#worker/lending/group-lending/loan-shares/group-loan'
import type { listShares } from '#worker/lending/group-lending/loan-shares/queries'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import {
  changeLoan,
  loanOf,
  recordLoanChange,
  type LoanRow,
} from '#worker/lending/servicing/loans/queries'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import { recordSheet } from '#worker/lending/group-lending/meeting-recording/queries'
import {
  holdMeeting,
  type Asked,
  type HeldMeeting,
} from '#worker/lending/group-lending/meeting-recording/recording'
import { meetingMessages } from '#worker/lending/group-lending/meetings/messages'
import { insertMeeting } from '#worker/lending/group-lending/meetings/queries'
import { insertReceipt } from '#worker/lending/servicing/receipts/queries'
import { insertMessages } from '#worker/outbox/queries'

const CODE_LENGTH = 12

type Found = {
  row: LoanRow & { groupId: string }
  events: readonly LoanEvent[]
  shares: Awaited<ReturnType<typeof listShares>>
  credits: readonly KeptCredit[]
  covers: readonly CoverRow[]
  reserve: number
  sharesVersion: number
  asked: Asked
}

export function recordedMeeting(c: Ctx, { row, sharesVersion, asked, ...known }: Found) {
  const { db, now, newId, random } = c.var
  const { today } = daysOf(c)
  const loan = { ...loanOf(row), groupId: row.groupId }
  const facts = { ...known, loan, today, reserve: amount(known.reserve) }
  const by = signedIn(c.var.actor).id

  const held = holdMeeting(facts, asked, { id: newId(), by, at: now })

  const { meeting, settled } = held
  const lines = held.lines.map((line) => ({ ...line, code: shortCode(random, CODE_LENGTH) }))
  const covered = settled.covers.reduce((all, one) => all + one.amount, 0)
  const { id, status, cash, toLoan, fromReserve } = meeting
  const body = { id, status, cash, toLoan, fromReserve, covered }
  const common = { book: meeting.lenderId, on: today }
  const entry = entryOf(meetingHeld(common, meeting), { ...actOf(c), id: newId() })
  const told = lines.map((line, i) => {
    const { name, phone, locale } = known.shares[i]!
    return { ...line, name, phone, locale, covered: line.coveredByMembers + line.coveredByReserve }
  })
  const said = {
    group: row.groupName ?? '',
    lender: row.lenderName,
    on: meeting.heldOn,
    url: siteOf(c).url,
  }
  const statements: Statement[] = [
    insertMeeting(db, meeting),
    ...loanStatements(c, row, held),
    ...recordSheet(db, { meeting, settled, lines, sharesVersion, newId }),
    ...recordEntries(db, [entry]),
    recordEvents(db, [{ ...actOf(c), subject: id, seq: 1, type: 'recorded', data: { cash } }]),
    ...insertMessages(
      db,
      meetingMessages(told, said).map((one) => ({ id: newId(), ...one })),
      now,
    ),
  ]
  return { body, statements }
}

/** The repayments of a meeting, and the group's receipt for each. */
function loanStatements(c: Ctx, row: LoanRow, { meeting, changes }: HeldMeeting): Statement[] {
  const { db, now, newId, random } = c.var
  const { today } = daysOf(c)
  const act = actOf(c)
  const last = changes.at(-1)
  const description = `Angsuran pinjaman ${row.number}, pertemuan ${dayText(meeting.heldOn)}`
  return [
    ...(last ? [changeLoan(db, last.change.loan)] : []),
    ...changes.flatMap(({ change, channel }) => {
      const { seq } = change.event
      const { split } = found(
        change.after.entries.find((one) => one.seq === seq),
        'repayment',
      )
      const receipt = {
        code: shortCode(random, CODE_LENGTH),
        lenderId: row.lenderId,
        loanId: row.id,
        seq,
        payerName: row.groupName ?? row.borrowerName,
        channel,
        meetingId: meeting.id,
        amount: channel === 'reserve' ? meeting.fromReserve : meeting.toLoan,
        receivedOn: meeting.heldOn,
        split,
        balance: change.loan.balance,
        issuedAt: now,
        issuedBy: meeting.recordedBy,
      }
      const entry = { act, today, entryId: newId(), rule: 'loan-repaid', description }
      return [...recordLoanChange(db, change, entry), insertReceipt(db, receipt)]
    }),
  ]
}
