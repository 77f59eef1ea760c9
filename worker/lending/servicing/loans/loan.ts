/**
 * A loan, and the money that goes out and comes in: handed over, drawn, repaid, recovered, given back.
 * Each decision is one event; what else may become of a loan is in `servicing`.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { ZERO, type Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition } from '#worker/kernel/transitions'
import {
  APPLICATION,
  type Application,
} from '#worker/lending/applying/loan-applications/loan-application'
import {
  effectiveRateOf,
  termsOf,
  type LoanProduct,
} from '#worker/lending/offering/loan-products/loan-product'
import {
  changed,
  next,
  notAhead,
  sinceHere,
  outside,
  type Given,
  type LoanChange,
} from '#worker/lending/servicing/loans/change'
import type { Channel } from '#worker/lending/servicing/loans/events'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffOn } from '#worker/lending/servicing/loans/payoff-quote'
import { project } from '#worker/lending/servicing/loans/projection'
import { summaryOf, type LoanSummary } from '#worker/lending/servicing/loans/summary'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export type Loan = LoanSummary & {
  id: string
  lenderId: string
  origin: 'desk' | 'import'
  /** None where it was brought in from elsewhere. */
  applicationId: string | null
  productId: string
  borrowerId: string
  groupId: string | null
  /** Who looks after it. */
  officerId: string | null
  /** The fund it is carried by. */
  fundId: string | null
  /** The borrower's regency, for measures that concern a region. */
  regionCode: string | null
  principal: Amount
  terms: LoanTerms
  /** When its interest is income: as it is paid, or as it accrues. */
  basis: 'cash' | 'accrual'
  /** Interest taken into the books so far, and up to which day; on the accrual basis only. */
  accrued: Amount
  accruedOn: LocalDate | null
  /** Hundredths of a percent a year. */
  effectiveRate: number
  disbursedOn: LocalDate
  /** The number of its last event. */
  version: number
}

/** What is known when the money is handed over. */
export type Handover = {
  id: string
  on: LocalDate
  today: LocalDate
  firstDueOn?: LocalDate | undefined
  /** Handed over now, where the rest is drawn later. */
  firstTranche?: Amount | undefined
  channel?: Channel | undefined
  basis?: Loan['basis'] | undefined
  fundId?: string | null
  regionCode?: string | null
}

/** Hands over what was accepted. Refuses an application in any other state; money leaves once. */
export function disburse(
  application: Application,
  product: LoanProduct,
  facts: Handover,
): LoanChange & { application: Application } {
  refuseUnless(
    application.status !== 'disbursed',
    'already-disbursed',
    'This loan has been disbursed.',
  )
  const status = transition(APPLICATION, application.status, 'disbursed')
  notAhead(facts.on, facts.today, '/on')
  const terms: LoanTerms = {
    ...termsOf(product, {
      principal: application.approvedAmount ?? application.amount,
      instalments: application.approvedInstalments ?? application.instalments,
      disbursedOn: facts.on,
    }),
    ...(facts.firstDueOn ? { firstDueOn: afterwards(facts.firstDueOn, facts.on) } : {}),
    ...(facts.firstTranche ? { firstTranche: facts.firstTranche } : {}),
  }
  const { basis = product.basis } = facts
  const loan: Loan = {
    id: facts.id,
    lenderId: application.lenderId,
    origin: 'desk',
    applicationId: application.id,
    productId: application.productId,
    borrowerId: application.applicantId,
    groupId: application.groupId,
    officerId: application.officerId ?? application.recommendedBy,
    fundId: facts.fundId ?? null,
    regionCode: facts.regionCode ?? null,
    principal: terms.principal,
    terms,
    basis,
    accrued: ZERO,
    accruedOn: basis === 'accrual' ? facts.on : null,
    effectiveRate: effectiveRateOf(terms),
    disbursedOn: facts.on,
    ...summaryOf(project(terms, [], facts.today)),
    version: 0,
  }
  const event = { kind: 'disbursed', seq: 1, on: facts.on, ...by(facts.channel) } as const
  const change = changed({ loan, events: [], today: facts.today }, event)
  return { ...change, application: { ...application, status, version: application.version + 1 } }
}

type Tranche = { amount: Amount; on: LocalDate; channel?: Channel }

/** Hands over a further tranche, at most what is left of the principal agreed. */
export function draw(given: Given, { amount, on, channel }: Tranche): LoanChange {
  const { loan, today } = given
  refuseUnless(loan.status === 'active', 'illegal-transition', 'The loan is not running.')
  notAhead(on, today, '/on')
  sinceHere(given, on, '/on')
  const { drawn } = project(loan.terms, given.events, today)
  refuseUnless(
    amount <= loan.principal - drawn,
    'amount-mismatch',
    `At most ${loan.principal - drawn} is left to draw.`,
  )
  return changed(given, next(given, { kind: 'drawn', on, amount, ...by(channel) }))
}

type Payment = { amount: Amount; on: LocalDate; settles?: boolean; channel?: Channel }

/**
 * Records money received for the loan. It may be dated back, never ahead and never before the loan; what
 * is more than is owed becomes an overpayment, a liability to the borrower.
 */
export function repay(given: Given, { amount, on, settles, channel }: Payment): LoanChange {
  notAhead(on, given.today, '/receivedOn')
  sinceHere(given, on, '/receivedOn')
  const meant = settles ? { settles } : {}
  return changed(given, next(given, { kind: 'repaid', on, amount, ...meant, ...by(channel) }))
}

/**
 * Whether a payment of which nothing else was said is meant to pay the loan off: it covers the payoff of
 * its day, and not all that keeping to the plan would cost. So nobody who pays what she was quoted is left
 * with a loan that is open still.
 */
export function settlesUnsaid({ loan, events }: Given, { amount, on }: Payment): boolean {
  const payoff = payoffOn(loan.terms, events, on)
  const { status, outstanding, drawn } = project(loan.terms, events, on)
  if (payoff === undefined || status !== 'active' || drawn < loan.principal) return false
  return amount >= totalOf(payoff.parts) && amount < totalOf(outstanding)
}

/** Records money that came after a write-off, at most what is still claimed. */
export function recover(given: Given, { amount, on, channel }: Omit<Payment, 'settles'>) {
  const { loan, today } = given
  refuseUnless(
    loan.status === 'written-off',
    'illegal-transition',
    'The loan has not been written off.',
  )
  notAhead(on, today, '/receivedOn')
  sinceHere(given, on, '/receivedOn')
  const { claim } = project(loan.terms, given.events, today)
  refuseUnless(amount <= claim, 'amount-mismatch', `At most ${claim} is still claimed.`)
  return changed(given, next(given, { kind: 'recovered', on, amount, ...by(channel) }))
}

/** Gives back what was paid too much, at most all of it. */
export function refundOverpayment(given: Given, amount: Amount, channel?: Channel): LoanChange {
  refuseUnless(given.loan.overpayment > 0, 'nothing-due', 'Nothing was paid too much.')
  refuseUnless(
    amount <= given.loan.overpayment,
    'amount-mismatch',
    `At most ${given.loan.overpayment} was paid too much.`,
  )
  return changed(given, next(given, { kind: 'refunded', on: given.today, amount, ...by(channel) }))
}

function by(channel: Channel | undefined) {
  return channel === undefined ? {} : { channel }
}

function afterwards(firstDueOn: LocalDate, on: LocalDate): LocalDate {
  if (firstDueOn > on) return firstDueOn
  const detail = sentence('Harus sesudah tanggal pencairan.', 'It lies after the disbursement.')
  throw outside('/firstDueOn', detail)
}
