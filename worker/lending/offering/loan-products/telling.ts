/** An offer as people say it: rates in percent, every part of a fee named. */
import type { FeeAnswer, OfferAnswer } from '#worker/lending/offering/loan-products/answers'
import type { Offer, OfferedFee } from '#worker/lending/offering/loan-products/loan-product'
import { percentOf } from '#worker/lending/offering/schedules/rate'

function tellFee(fee: OfferedFee): FeeAnswer {
  return {
    name: fee.name,
    kind: fee.kind,
    amount: 'amount' in fee ? fee.amount : null,
    percent: 'rate' in fee ? percentOf(fee.rate) : null,
    deducted: fee.kind === 'atDisbursement' && fee.deducted,
    days: fee.kind === 'afterDays' ? fee.days : null,
  }
}

export function tellOffer(given: Offer): OfferAnswer {
  const { penalty, weights, fees, allocation, daysOff } = given
  return {
    ...given,
    annualRate: percentOf(given.annualRate),
    weights: [...weights],
    fees: fees.map(tellFee),
    penalty: penalty && {
      ...penalty,
      rate: percentOf(penalty.rate),
      cap: percentOf(penalty.cap),
    },
    daysOff: { weekdays: [...daysOff.weekdays], holidays: daysOff.holidays },
    allocation: [...allocation],
    payoutShare: percentOf(given.payoutShare),
  }
}
