/**
 * What cannot stand together in one offer, each with the field at which it is to be mended. What is left
 * can be counted exactly for every loan within the limits.
 */
import { localDate } from '#worker/kernel/calendar'
import { sum } from '#worker/kernel/money'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { termsOf, type Offer } from '#worker/lending/offering/loan-products/loan-product'
import { termsOffered } from '#worker/lending/offering/loan-products/price'
import { endsInTime, isCountable } from '#worker/lending/offering/quotes/bounds'
import { feesAtDisbursement } from '#worker/lending/offering/schedules/schedule'

export type Contradiction = { field: keyof Offer; detail: Sentence }

/** A day long after any on which today's offers are lent. */
const LATE = localDate('2100-01-01')

type Rule = readonly [field: keyof Offer, isBroken: (offer: Offer) => boolean, detail: Sentence]

const isPlanned = ({ amortization }: Offer) =>
  amortization === 'weighted' || amortization === 'bullet'

const LIMITS: readonly Rule[] = [
  [
    'maxPrincipal',
    (offer) => offer.maxPrincipal < offer.minPrincipal,
    sentence('Tidak di bawah yang paling kecil.', 'Not below the least.'),
  ],
  [
    'maxInstalments',
    (offer) => offer.maxInstalments < offer.minInstalments,
    sentence('Tidak di bawah yang paling kecil.', 'Not below the least.'),
  ],
  [
    'maxInstalments',
    ({ maxInstalments: instalments, every, unit }) =>
      !endsInTime({ instalments, every, unit, disbursedOn: LATE }),
    sentence('Angsuran terakhir terlalu jauh.', 'The last instalment lies too far off.'),
  ],
  [
    'weights',
    ({ amortization, weights }) =>
      (amortization === 'weighted') !== weights.length > 0 ||
      (weights.length > 0 && weights.every((weight) => weight === 0)),
    sentence(
      'Isi bagian pokok setiap musim, paling sedikit satu di atas 0.',
      'Give the share of principal of each season, at least one above 0.',
    ),
  ],
  [
    'maxInstalments',
    (offer) => offer.weights.length > 0 && termsOffered(offer).length === 0,
    sentence(
      'Tidak ada jumlah angsuran yang genap musimnya.',
      'No number of instalments here makes whole seasons.',
    ),
  ],
]

const GRACE: readonly Rule[] = [
  [
    'graceOnPrincipal',
    (offer) => offer.graceOnPrincipal >= offer.minInstalments,
    sentence(
      'Paling sedikit satu angsuran membayar pokok.',
      'At least one instalment must pay principal.',
    ),
  ],
  [
    'graceOnPrincipal',
    (offer) => offer.graceOnPrincipal > 0 && isPlanned(offer),
    sentence(
      'Bagian setiap musim sudah menentukan kapan pokok dibayar.',
      'The seasons say already when principal is paid.',
    ),
  ],
  [
    'graceOnInterestPayment',
    (offer) => offer.graceOnInterestPayment >= offer.minInstalments,
    sentence(
      'Paling sedikit satu angsuran membayar jasa.',
      'At least one instalment must pay the interest.',
    ),
  ],
  [
    'interestFreeInstalments',
    (offer) => offer.interestFreeInstalments > offer.minInstalments,
    sentence('Tidak lebih dari jumlah angsuran.', 'No more than there are instalments.'),
  ],
]

const RESTS: readonly Rule[] = [
  [
    'rest',
    ({ rest, interestMethod, amortization }) =>
      rest === 'year' && (interestMethod === 'flat' || amortization === 'equalInstalment'),
    sentence(
      'Jasa dari saldo awal tahun hanya bersama jasa menurun dan pokok yang sudah dibagi.',
      'Interest on a year’s first balance goes with declining interest and planned principal only.',
    ),
  ],
  [
    'earlyPayment',
    ({ rest, earlyPayment }) => rest === 'year' && earlyPayment !== 'keepPlan',
    sentence(
      'Jasa tahun berjalan sudah tetap, jadi rencana angsuran dipertahankan.',
      'The running year’s interest is fixed, so the plan is kept.',
    ),
  ],
]

const MONEY: readonly Rule[] = [
  [
    'fees',
    (offer) => {
      const fixed = offer.fees.flatMap((fee) => ('amount' in fee ? [fee.amount] : []))
      return (
        sum(fixed) > offer.maxPrincipal || feesAtDisbursement(least(offer)) >= offer.minPrincipal
      )
    },
    sentence('Biaya menghabiskan pinjaman yang paling kecil.', 'Fees use up the smallest loan.'),
  ],
  [
    'annualRate',
    (offer) => !isCountable(most(offer)),
    sentence(
      'Pinjaman ini lebih mahal daripada yang bisa dihitung.',
      'The loan would cost more than can be counted.',
    ),
  ],
]

function least(offer: Offer) {
  const { minPrincipal: principal, minInstalments: instalments } = offer
  return termsOf(offer, { principal, instalments, disbursedOn: LATE })
}

function most(offer: Offer) {
  const { maxPrincipal: principal, maxInstalments: instalments } = offer
  return termsOf(offer, { principal, instalments, disbursedOn: LATE })
}

/** Nothing is counted before the limits are in order. */
export function contradictions(offer: Offer): Contradiction[] {
  const broken = (rules: readonly Rule[]) =>
    rules.filter(([, isBroken]) => isBroken(offer)).map(([field, , detail]) => ({ field, detail }))
  const first = broken([...LIMITS, ...GRACE, ...RESTS])
  return first.length > 0 ? first : broken(MONEY)
}
