/**
 * Handing money over: by another than who decided, to the account that was approved or in cash, by the
 * terms that were accepted, less what the agreement says is kept back. The first part of a loan in parts
 * bears all deductions. Each hand-over has a numbered receipt.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { deductionsOf, type Deduction } from '#worker/lending/applying/agreements/agreement'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import type { LoanChange } from '#worker/lending/servicing/loans/change'
import { disburse, draw } from '#worker/lending/servicing/loans/loan'
import { nextOf, type Tranche } from '#worker/lending/disbursing/tranches/tranche'

export type Way = 'cash' | 'transfer'
type Payable = Pick<Application, 'bankName' | 'bankAccount' | 'bankHolder'>

/** How the money leaves; unless said, to the account if there is one. */
export function wayOf({ bankAccount }: Payable, asked: Way | undefined): Way {
  const way = asked ?? (bankAccount === null ? 'cash' : 'transfer')
  refuseUnless(
    way === 'cash' || bankAccount !== null,
    'bank-account-missing',
    'No account was approved; hand it over in cash.',
  )
  return way
}

const channelOf = (way: Way) => (way === 'cash' ? 'cash' : 'bank')

/** Refuses the ones who may not hand this over: who decided on it, and who receives it. */
export function refuseOwn(application: Application, cashierId: string): void {
  refuseUnless(
    cashierId !== application.decidedBy && cashierId !== application.recommendedBy,
    'same-person',
    'Whoever recommended or decided does not hand the money over.',
  )
  refuseUnless(
    cashierId !== application.applicantId,
    'own-application',
    'Somebody else must hand this over.',
  )
}

type Facts = {
  id: string
  by: string
  on: LocalDate
  today: LocalDate
  firstDueOn?: LocalDate | undefined
  way: Way
  fundId: string | null
  regionCode: string | null
}

/** What is handed over at once, what of it is kept back, and what she receives. */
export type HandedOver = {
  amount: Amount
  deductions: readonly Deduction[]
  received: Amount
}

type Disbursed = LoanChange & {
  application: Application
  handed: HandedOver
  tranche: Tranche | null
}

/** Hands over an accepted loan, or its first part. */
export function handOver(
  application: Application,
  product: LoanProduct,
  tranches: readonly Tranche[],
  facts: Facts,
): Disbursed {
  const { by, way, ...told } = facts
  refuseOwn(application, by)
  if (application.status === 'disbursed') {
    throw new Refusal('already-disbursed', 'This loan has been disbursed.')
  }
  const tranche = tranches.length > 0 ? nextOf(tranches) : null
  const change = disburse(application, product, {
    ...{ ...told, channel: channelOf(way), basis: product.basis },
    ...(tranche ? { firstTranche: tranche.amount } : {}),
  })
  const deductions = deductionsOf(change.loan.terms, product.fees)
  const amount = tranche?.amount ?? change.loan.principal
  const kept = sum(deductions.map((one) => one.amount))
  refuseUnless(kept <= amount, 'amount-mismatch', 'The first part does not cover the deductions.')
  return { ...change, handed: { amount, deductions, received: subtract(amount, kept) }, tranche }
}

type Given = Parameters<typeof draw>[0]

/** Hands over the next part of a running loan; nothing more is kept back. */
export function handOverNext(
  given: Given,
  application: Application,
  tranches: readonly Tranche[],
  { by, on, way }: Pick<Facts, 'by' | 'on' | 'way'>,
): LoanChange & { handed: HandedOver; tranche: Tranche } {
  refuseOwn(application, by)
  const tranche = nextOf(tranches)
  const { amount } = tranche
  const change = draw(given, { amount, on, channel: channelOf(way) })
  return {
    ...change,
    handed: { amount, deductions: [], received: subtract(amount, ZERO) },
    tranche,
  }
}
