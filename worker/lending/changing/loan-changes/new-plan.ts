/**
 * The plan that a reschedule would make today: what its largest instalment is, what it costs a year, and
 * how many instalments there must be for one that she can carry. Its price is that of the plan begun
 * evenly, as a product's is when it is offered; it is reckoned on amounts so large that rounding to whole
 * rupiah does not move it.
 */
import { amount, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { effectiveRateOf } from '#worker/lending/offering/loan-products/loan-product'
import { outside, type Given } from '#worker/lending/servicing/loans/change'
import { replay } from '#worker/lending/servicing/loans/replay'
import { newPlan, newTermsOf } from '#worker/lending/servicing/loans/reschedule'
import type { RateCap } from '#worker/lending/offering/rate-caps/programmes'
import { keepWithin } from '#worker/lending/offering/rate-caps/rate-cap'
import { figures } from '#worker/lending/offering/schedules/figures'
import { collectInterestLater, plannedRows } from '#worker/lending/offering/schedules/schedule'
import type { Fee, LoanTerms, NewTerms } from '#worker/lending/offering/schedules/terms'

/** What is asked of a new plan; `instalment` is the most that she can carry each time. */
export type WantedTerms = NewTerms & { instalment?: Amount | undefined }

const MOST_INSTALMENTS = 360

function termsAnew({ loan, events, today }: Given, terms: NewTerms): LoanTerms {
  const { account } = replay(loan.terms, events, today)
  const isRunning = loan.status === 'active' && loan.balance > 0
  if (account === undefined || !isRunning) {
    throw new Refusal('nothing-due', 'There is no principal left to plan.')
  }
  const seq = loan.version + 1
  return newTermsOf(account, { kind: 'rescheduled', seq, on: today, terms })
}

/** The largest instalment of the plan, without what is overdue, which comes along with the first. */
function largestOf(terms: LoanTerms): Amount {
  const start = { first: 0, balance: terms.principal }
  const rows = collectInterestLater(
    plannedRows(newPlan(terms), start),
    terms.graceOnInterestPayment,
  )
  return rows.reduce((most, { total }) => (total > most ? total : most), ZERO)
}

/** The terms with as few instalments as keep each within what she can carry. */
export function fitted(given: Given, wanted: WantedTerms): WantedTerms {
  const { instalment, ...terms } = wanted
  if (instalment === undefined) return wanted
  if (terms.instalments !== undefined) {
    const detail = sentence(
      'Isi jumlah angsuran atau besarnya, jangan keduanya.',
      'Give the number of instalments or their size, not both.',
    )
    throw outside('/measure/terms/instalment', detail)
  }
  const largest = (instalments: number) => largestOf(termsAnew(given, { ...terms, instalments }))
  if (largest(MOST_INSTALMENTS) > instalment) throw tooSmall(largest(MOST_INSTALMENTS))
  let [low, high] = [1, MOST_INSTALMENTS]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (largest(middle) <= instalment) high = middle
    else low = middle + 1
  }
  return { ...wanted, instalments: low }
}

function tooSmall(least: Amount): Refusal {
  return outside(
    '/measure/terms/instalment',
    sentence(
      `Angsuran sekecil itu tidak melunasi pinjaman. Paling sedikit Rp ${figures(least, 0, 'id')}.`,
      `Instalments so small never repay the loan. At least Rp ${figures(least, 0, 'en')}.`,
    ),
  )
}

const SCALE = 1000
const LARGE = 1_000_000_000

/** The same terms a thousand times as large. */
function enlarged(terms: LoanTerms): LoanTerms {
  if (terms.principal >= LARGE) return terms
  const fees = terms.fees.map((fee): Fee =>
    'amount' in fee ? { ...fee, amount: amount(fee.amount * SCALE) } : fee,
  )
  const principal = amount(terms.principal * SCALE)
  return { ...terms, principal, fees, roundInstalmentTo: terms.roundInstalmentTo * SCALE }
}

/** Refuses a new plan that is dearer, by its rate or by what it costs in all, than a ceiling in force. */
export function refuseTooDear(given: Given, wanted: WantedTerms, caps: readonly RateCap[]): void {
  if (caps.length === 0) return
  const { instalment: _, ...changes } = wanted
  const terms = termsAnew(given, changes)
  const even = { ...terms, firstDueOn: undefined, dueDay: undefined, daysOff: undefined }
  const dearest = {
    ...{ principal: terms.principal, instalments: terms.instalments },
    rate: effectiveRateOf(enlarged(even)),
  }
  keepWithin(caps, { annualRate: terms.annualRate, dearest }, '/measure/terms/annualRate')
}
