/**
 * How what an instalment asks came about, as the plan that was signed reckons it: "jasa 12% / 12 ×
 * 5.000.000 = 50.000; …". Undefined where the instalment was planned anew since, or is of a loan that is
 * handed over in parts, since its words would then be of another sum.
 */
import type { InstalmentState } from '#worker/lending/servicing/loans/projection'
import { explanation } from '#worker/lending/offering/schedules/explanation'
import type { Language } from '#worker/lending/offering/schedules/figures'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export function plannedWords(
  instalments: readonly InstalmentState[],
  { terms, language }: { terms: LoanTerms; language: Language },
): (string | undefined)[] {
  if (terms.firstTranche !== undefined) return instalments.map(() => undefined)
  const { rows } = schedule(terms)
  const words = explanation(terms, language)
  return instalments.map(({ n, asked }) => {
    const row = rows[n - 1]
    const isAsPlanned = row?.principal === asked.principal && row.interest === asked.interest
    return isAsPlanned ? words[n - 1] : undefined
  })
}
