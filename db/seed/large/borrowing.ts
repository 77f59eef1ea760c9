// One loan of the large set from the application on: what is done next, and when. Most repay on
// the day, some late, a few stop, a few pay off early; some applications are refused or still on
// the desk.

import { submitted } from '#db/seed/large/applications'
import { daysAfter, type Loading } from '#db/seed/large/loading'
import type { SellerRow } from '#db/seed/large/sellers'
import { someName } from '#db/seed/large/words'
import { sha256 } from '#worker/http/fingerprint'
import { recordEvents } from '#worker/history/queries'
import { insertPerson } from '#worker/identity/people/queries'
import { addDays, type Instant } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { amount } from '#worker/kernel/money'
import { agreementOf } from '#worker/lending/applying/agreements/agreement'
import { insertAgreement } from '#worker/lending/applying/agreements/queries'
import * as applying from '#worker/lending/applying/loan-applications/loan-application'
import { decide, recommend } from '#worker/lending/reviewing/reviews/judgement'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import * as applications from '#worker/lending/applying/loan-applications/queries'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { disburse, repay, type Loan } from '#worker/lending/servicing/loans/loan'
import { payoffQuote } from '#worker/lending/servicing/loans/payoff-quote'
import { changeLoan, insertLoan, recordLoanChange } from '#worker/lending/servicing/loans/queries'
import { insertReceipt } from '#worker/lending/servicing/receipts/queries'

/** Nobody has read these by a scorecard. */
const UNREAD = { score: null, advice: 'look', facts: [] } as const

export type Desk = {
  lenderId: string
  name: string
  products: readonly LoanProduct[]
  officerId: string
  approverId: string
  cashierId: string
}

type Given = { desk: Desk; sellers: readonly SellerRow[]; phone: string; at: Instant }
type Habit = 'punctual' | 'slow' | 'stops' | 'early'

export class Borrowing {
  /** When it goes on; null when it is over. */
  next: Instant | null
  private readonly loading: Loading
  private readonly given: Given
  private readonly product: LoanProduct
  private readonly habit: Habit
  private borrower = { id: '', name: '' }
  private application: Application | null = null
  private loan: Loan | null = null
  private events: LoanEvent[] = []

  constructor(loading: Loading, given: Given) {
    this.loading = loading
    this.given = given
    this.next = given.at
    this.product = loading.luck.pick(given.desk.products)
    this.habit = loading.luck.weighted([
      ['punctual', 78],
      ['slow', 12],
      ['stops', 6],
      ['early', 4],
    ])
  }

  async go(): Promise<void> {
    const at = this.next
    if (at === null) return
    this.next = null
    if (this.application === null) await this.apply(at)
    else if (this.loan === null) await this.advance(at, this.application)
    else await this.repay(at, this.loan)
  }

  private async apply(at: Instant): Promise<void> {
    const { loading, given, product } = this
    const { db, luck } = loading
    const isGroup =
      product.audience === 'group' || (product.audience === 'any' && luck.happens(0.3))
    const known = given.sellers.filter(({ createdAt }) => createdAt < at)
    const group = isGroup && known.length > 0 ? luck.pick(known) : null
    if (isGroup && group === null) return
    const joining = group === null ? await this.join(at) : []
    if (group) this.borrower = { id: group.chairId, name: group.name }
    const application = submitted(loading, { product, borrower: this.borrower.id, group, at })
    await loading.add([...joining, applications.insertApplication(db, application)])
    await this.record(at, application, { actorId: this.borrower.id, type: 'submitted' })
    this.application = application
    this.next = daysAfter(loading, at, luck.between(1, 4))
  }

  /** A borrower for herself is somebody new. */
  private async join(at: Instant) {
    const { loading, given } = this
    this.borrower = { id: loading.newId(at), name: someName(loading.luck) }
    const person = { ...this.borrower, phone: given.phone, email: null, locale: 'id' as const }
    const act = loading.actOf(person.id, at)
    return [
      insertPerson(loading.db, { ...person, createdAt: at, version: 1 }),
      recordEvents(loading.db, [{ ...act, subject: person.id, seq: 1, type: 'joined' }]),
    ]
  }

  private async advance(at: Instant, before: Application): Promise<void> {
    const { loading, product, given } = this
    const { desk } = given
    const { amount: wanted, instalments } = before
    const judge = (personId: string) => {
      return { personId, organizationIds: [desk.lenderId], isTied: false, at }
    }
    const refused = loading.luck.happens(0.08)
    const reasons = refused ? 'Angsuran melebihi sisa penghasilan.' : 'Usaha sehat, disetujui.'
    if (before.status === 'submitted') {
      const note = 'Usaha sudah dilihat di tempatnya.'
      const terms = { advice: 'lend', amount: wanted, instalments, note } as const
      const reading = { product, judge: judge(desk.officerId), sheet: UNREAD, version: 1 }
      const judged = recommend(before, reading, { ...terms, conditions: [], why: null })
      await this.change(at, judged, { actorId: desk.officerId, type: 'recommended' })
    } else if (before.status === 'recommended') {
      const decision = refused
        ? ({ outcome: 'rejected', causes: ['income'], reasons } as const)
        : ({ outcome: 'approved', amount: wanted, instalments, reasons } as const)
      const decided = decide(before, product, judge(desk.approverId), decision)
      await this.change(at, decided, { actorId: desk.approverId, type: decided.status })
      if (refused) this.next = null
    } else if (before.status === 'approved') {
      await this.accept(at, before)
    } else await this.disburse(at, before)
  }

  /** By the agreement that she would have read on that day. */
  private async accept(at: Instant, approved: Application): Promise<void> {
    const { loading, product, given } = this
    const names = { lenderName: given.desk.name, productName: product.name, groupName: null }
    const agreement = agreementOf({
      application: { ...approved, ...names, applicantName: this.borrower.name },
      ...{ product, pledges: [], tranches: [], account: null, on: loading.dayOf(at) },
    })
    const content = JSON.stringify(agreement)
    const hash = await sha256(content)
    const accepted = applying.accept(approved, JSON.stringify({ hash, text: agreement.text }), at)
    const by = { acceptedBy: this.borrower.id, destination: '•••••••0000', acceptedAt: at }
    await loading.add([
      insertAgreement(loading.db, { applicationId: approved.id, hash, content, ...by }),
    ])
    await this.change(at, accepted, { actorId: this.borrower.id, type: 'accepted' })
  }

  private async change(
    at: Instant,
    application: Application,
    by: { actorId: string; type: string },
  ): Promise<void> {
    await this.loading.add([applications.changeApplication(this.loading.db, application)])
    await this.record(at, application, by)
    this.application = application
    this.next = daysAfter(this.loading, at, this.loading.luck.between(1, 3))
  }

  private record(at: Instant, one: Application, by: { actorId: string; type: string }) {
    const act = this.loading.actOf(by.actorId, at)
    const event = { ...act, subject: one.id, seq: one.version, type: by.type }
    return this.loading.add([recordEvents(this.loading.db, [event])])
  }

  private async disburse(at: Instant, accepted: Application): Promise<void> {
    const { loading, given } = this
    const { db } = loading
    const today = loading.dayOf(at)
    // A lender's first fund bears its own id.
    const fundId = given.desk.lenderId
    const facts = { id: loading.newId(at), on: today, today, fundId }
    const change = disburse(accepted, this.product, facts)
    const act = loading.actOf(given.desk.cashierId, at)
    const description = `Pencairan pinjaman, pengajuan ${accepted.code}`
    const entry = { act, today, entryId: loading.newId(at), rule: 'loan-disbursed', description }
    const { application, loan } = change
    const event = { ...act, subject: application.id, seq: application.version, type: 'disbursed' }
    await loading.add([
      applications.changeApplication(db, application),
      recordEvents(db, [event]),
      insertLoan(db, loan),
      ...recordLoanChange(db, change, entry),
    ])
    this.application = application
    this.hold(loan, [change.event])
  }

  private async repay(at: Instant, loan: Loan): Promise<void> {
    const { loading, given, events } = this
    const { db, luck } = loading
    const today = loading.dayOf(at)
    const settles = this.habit === 'early' && events.length > 3
    const due = settles ? payoffQuote(loan.terms, events, today, 'id')?.total : loan.unpaid[0]?.[1]
    if (!due) return
    const change = repay({ loan, events, today }, { amount: amount(due), on: today, settles })
    const act = loading.actOf(given.desk.cashierId, at)
    const entryId = loading.newId(at)
    const rule = 'loan-repaid'
    const told = { act, today, entryId, rule, description: `Angsuran ${this.borrower.name}` }
    const split = change.after.entries.find((one) => one.seq === change.event.seq)?.split
    if (!split) throw new Error(`The repayment of ${loan.id} was divided among nothing.`)
    await loading.add([
      changeLoan(db, change.loan),
      ...recordLoanChange(db, change, told),
      insertReceipt(db, {
        code: shortCode(loading.random, 12),
        lenderId: loan.lenderId,
        loanId: loan.id,
        seq: change.event.seq,
        payerName: this.borrower.name,
        channel: luck.happens(0.6) ? 'cash' : 'transfer',
        amount: due,
        receivedOn: today,
        split,
        balance: change.loan.balance,
        issuedAt: at,
        issuedBy: given.desk.cashierId,
      }),
    ])
    this.hold(change.loan, [...events, change.event])
  }

  /** What she owes now, and when she will pay it. */
  private hold(loan: Loan, events: LoanEvent[]): void {
    const { luck } = this.loading
    this.loan = loan
    this.events = events
    const dueOn = loan.unpaid[0]?.[0]
    const stopped = this.habit === 'stops' && events.length > 3 && luck.happens(0.4)
    if (loan.status !== 'active' || dueOn === undefined || stopped) return
    const late = this.habit === 'slow' ? luck.between(0, 20) : -luck.between(0, 2)
    const on = addDays(dueOn, late)
    const today = events.at(-1)?.on ?? on
    this.next = daysAfter(this.loading, this.at(on > today ? on : addDays(today, 1)), 0)
  }

  private at(day: Parameters<typeof addDays>[0]): Instant {
    return daysAfter(this.loading, Date.parse(`${day}T05:00:00Z`), 0)
  }
}
