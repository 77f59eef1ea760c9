/**
 * The lending desk of a simulation: what applicants, officers and the cashier do, and what must then
 * be so.
 */
import { clock, type Json } from '#test/support/client'
import { acceptanceOf, ADVICE, FUND, REASONS, WISH } from '#test/support/desk'
import type { Person, World } from '#test/support/world'
import type { People } from '#test/simulation/people'

type Lender = World<'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'>
type Application = { path: string; status: string; at: number }
type Repayment = { seq: number; amount: number; reversed: boolean }
type Loan = {
  path: string
  repayments: Repayment[]
  overpayment: number
  givenBack: boolean
  seq: number
}

const DAY = 24 * 60 * 60 * 1000
/** Nobody has done anything for so long that the clock may have ended it. */
const maySleep = ({ at, status }: Application) => status !== 'accepted' && clock.now - at > 29 * DAY

const OPEN = ['submitted', 'recommended', 'approved', 'accepted']

export class LendingModel {
  /** What the lender's bank account must hold. */
  bank: number = FUND.amount
  private readonly applications: Application[] = []
  private readonly loans: Loan[] = []
  private readonly people: People
  private readonly lender: Lender
  private readonly productId: string
  private readonly borrowers: readonly Person[]

  constructor(
    people: People,
    given: { lender: Lender; productId: string; borrowers: readonly Person[] },
  ) {
    this.people = people
    this.lender = given.lender
    this.productId = given.productId
    this.borrowers = given.borrowers
  }

  async receive(): Promise<void> {
    const body = { amount: this.people.random.between(1, 50) * 1_000_000, source: 'Program CSR' }
    const path = `/api/lenders/${this.lender.slug}/fund-receipts`
    await this.people.ask(this.lender.treasurer, path, body, true)
    this.bank += body.amount
  }

  async apply(): Promise<void> {
    const wish = { ...WISH, productId: this.productId }
    const borrower = this.borrowers[0]!
    const made = await this.people.ask(borrower, '/api/loan-applications', wish, true)
    const path = `/api/loan-applications/${made.id}`
    this.applications.push({ path, status: 'submitted', at: clock.now })
  }

  /** Whoever's turn it is, or is not, does her part in some application. */
  async review(): Promise<void> {
    const reviewed = ({ status }: Application) => OPEN.includes(status) && status !== 'accepted'
    const application = this.people.oneOf(this.applications.slice(-5), reviewed)
    if (!application) return
    const { lender } = this
    const { amount, instalments } = ADVICE
    const approval = { outcome: 'approved', amount, instalments, reasons: REASONS }
    const parts = [
      ['recommendation', lender.officer, ADVICE, ['submitted', 'recommended'], 'recommended'],
      ['decision', lender.approver, approval, ['recommended'], 'approved'],
      ['acceptance', this.borrowers[0]!, {}, ['approved'], 'accepted'],
    ] as const
    const mayBe = (from: readonly string[]) => from.includes(application.status)
    const chosen = this.people.oneOf(parts, ([, , , from]) => mayBe(from))
    const [step, who, told, from, to] = chosen ?? parts[0]
    const may = mayBe(from) && (maySleep(application) ? 'perhaps' : true)
    const accepts = step === 'acceptance' && may === true
    const body = accepts ? await acceptanceOf(this.borrowers[0]!, application.path) : told
    if (await this.people.ask(who, `${application.path}/${step}`, body, may)) {
      application.status = to
      application.at = clock.now
    }
  }

  async withdraw(): Promise<void> {
    const application = this.applications.at(-1)
    if (!application) return
    const sleeps = maySleep(application) ? 'perhaps' : true
    const may = OPEN.includes(application.status) && sleeps
    const path = `${application.path}/withdrawal`
    if (await this.people.ask(this.borrowers[0]!, path, {}, may)) application.status = 'withdrawn'
  }

  async disburse(): Promise<void> {
    const application = this.applications.findLast(({ status }) => status === 'accepted')
    const path = `${(application ?? this.applications[0])?.path}/disbursement`
    if (this.applications.length === 0) return
    const may = application !== undefined
    const loan = await this.people.ask(this.lender.cashier, path, {}, may)
    if (!loan || !application) return
    application.status = 'disbursed'
    this.bank -= ADVICE.amount
    const empty = { repayments: [], overpayment: 0, givenBack: false, seq: 1 }
    this.loans.push({ path: `/api/loans/${loan.id}`, ...empty })
  }

  async repay(): Promise<void> {
    const { random } = this.people
    const loan = this.anyLoan()
    if (!loan) return
    const amount = random.weighted([
      [random.between(1, 100_000), 2],
      [528_000, 4],
      [random.between(1_000_000, 6_000_000), 1],
    ])
    const settles = random.happens(0.1)
    const body = { amount, channel: random.pick(['cash', 'transfer']), settles }
    const done = await this.people.ask(this.lender.cashier, `${loan.path}/repayments`, body, true)
    loan.repayments.push({ seq: (loan.seq += 1), amount, reversed: false })
    loan.overpayment = done.loan.overpayment
    this.bank += amount
  }

  async reverse(): Promise<void> {
    const loan = this.anyLoan(({ repayments }) => repayments.length > 0)
    if (!loan || loan.repayments.length === 0) return
    const repayment = this.people.random.pick(loan.repayments)
    const path = `${loan.path}/repayments/${repayment.seq}/reversal`
    // What was given back meanwhile may be missing then; the audit and the bank tell whether it was right.
    const may = loan.givenBack && !repayment.reversed ? 'perhaps' : !repayment.reversed
    const body = { reason: 'Salah pinjaman.' }
    const done = await this.people.ask(this.lender.approver, path, body, may)
    if (!done) return
    repayment.reversed = true
    loan.seq += 1
    loan.overpayment = done.overpayment
    this.bank -= repayment.amount
  }

  async giveBack(): Promise<void> {
    const loan = this.anyLoan(({ overpayment }) => overpayment > 0)
    if (!loan) return
    const amount = this.people.random.between(1, Math.max(1, loan.overpayment))
    const may = amount <= loan.overpayment
    const path = `${loan.path}/refunds`
    const given = { amount, channel: 'transfer' }
    const done: Json | null = await this.people.ask(this.lender.cashier, path, given, may)
    if (!done) return
    loan.seq += 1
    loan.givenBack = true
    loan.overpayment = done.loan.overpayment
    this.bank -= amount
  }

  private anyLoan(isDue: (loan: Loan) => boolean = () => true): Loan | undefined {
    return this.people.oneOf(this.loans, isDue)
  }
}
