/**
 * Ceilings on price. The one in force is the latest that has begun; an offer stands under its lender's own
 * and under its programme's, and both its nominal and its effective rate must keep within each. Without
 * any ceiling nothing is offered: somebody must have said how dear a loan may be.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { rupiah } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import type { Dearest } from '#worker/lending/offering/loan-products/price'
import {
  PUBLISHED_CAPS,
  type Programme,
  type RateCap,
} from '#worker/lending/offering/rate-caps/programmes'
import { percentFigures } from '#worker/lending/offering/schedules/figures'
import { rate, type Rate } from '#worker/lending/offering/schedules/rate'

const HUNDREDTHS = 10_000

/** The ceilings that bind an offer of a programme on a day: the lender's own, and the programme's. */
export function capsInForce(
  recorded: readonly RateCap[],
  programme: Programme | '',
  on: LocalDate,
): RateCap[] {
  const all = [...PUBLISHED_CAPS, ...recorded]
  return [...new Set(['' as const, programme])].flatMap((bound) => {
    const begun = all.filter((cap) => cap.programme === bound && cap.since <= on)
    const latest = begun.reduce<RateCap | undefined>(
      (last, cap) => (last === undefined || cap.since >= last.since ? cap : last),
      undefined,
    )
    return latest ? [latest] : []
  })
}

type Price = { annualRate: Rate; dearest: Dearest }

function faultOf({ nominal, effective, source }: RateCap, { annualRate, dearest }: Price) {
  if (nominal !== null && annualRate > nominal) {
    const most = (language: 'id' | 'en') => percentFigures(nominal, language)
    return sentence(
      `Paling tinggi ${most('id')} setahun: ${source}.`,
      `At most ${most('en')} a year: ${source}.`,
    )
  }
  if (effective === null || dearest.rate * HUNDREDTHS <= effective) return undefined
  return tooDear(effective, source, dearest)
}

function tooDear(most: Rate, source: string, dearest: Dearest): Sentence {
  const { principal, instalments } = dearest
  if (!Number.isFinite(dearest.rate)) {
    return sentence('Biaya menghabiskan seluruh pinjaman.', 'Fees leave nothing of the loan.')
  }
  const cost = rate(Math.min(dearest.rate * HUNDREDTHS, 1_000_000_000))
  return sentence(
    `Pinjaman ${rupiah(principal)} dengan ${instalments} angsuran berbunga efektif ` +
      `${percentFigures(cost, 'id')} setahun, biaya ikut dihitung; ` +
      `paling tinggi ${percentFigures(most, 'id')}: ${source}.`,
    `A loan of ${rupiah(principal)} in ${instalments} instalments costs ` +
      `${percentFigures(cost, 'en')} a year effectively, fees included; ` +
      `at most ${percentFigures(most, 'en')}: ${source}.`,
  )
}

/** Refuses a price above any ceiling, beside the rate, with the rule it comes from. */
export function keepWithin(
  caps: readonly RateCap[],
  price: Price,
  pointer: string = '/annualRate',
): void {
  if (caps.length === 0) {
    const detail = sentence(
      'Catat dulu batas jasa yang mengikat Anda, dengan sumbernya.',
      'Record the cap that binds you first, with its source.',
    )
    throw new Refusal('above-cap', detail.en, { errors: [{ pointer, detail }] })
  }
  for (const cap of caps) {
    const detail = faultOf(cap, price)
    if (!detail) continue
    throw new Refusal('above-cap', detail.en, { errors: [{ pointer, detail }] })
  }
}
