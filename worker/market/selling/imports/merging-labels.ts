/**
 * Labels that a sheet says, against those that are there: the same is no change, any other is checked as if
 * it were typed, and has to be looked up anew.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Sentence } from '#worker/kernel/sentence'
import { refusedBy } from '#worker/market/selling/imports/merging-variants'
import { labelFrom, type KeptLabel, type Label } from '#worker/market/offering/labels/label'

/** Those that are new or other than before, or what is wrong with one. */
export function labelsChanged(
  wanted: readonly Label[],
  before: readonly KeptLabel[],
  today: LocalDate,
): { labels: Label[] } | { fault: Sentence } {
  const isThere = (label: Label) =>
    before.some(
      ({ kind, number, validUntil }) =>
        kind === label.kind && number === label.number && validUntil === label.validUntil,
    )
  const labels: Label[] = []
  for (const one of wanted.filter((label) => !isThere(label))) {
    const fault = refusedBy(() => labels.push(labelFrom(one, today)))
    if (fault) return { fault }
  }
  return { labels: labels.filter((label) => !isThere(label)) }
}
