/** How changes of loans are said, in the reader's language. */
import { date, money } from '#lib/format.ts'
import { partName } from '#lib/loan-event-words.ts'
import { percent } from '#lib/loan-words.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import type { ChangeAnswer } from '#worker/lending/changing/loan-changes/answers'

type Kind = ChangeAnswer['measure']['kind']

/** In the order of the menu: from what helps most to what gives up. */
export const KINDS: Record<
  Kind | 'closure' | 'smaller',
  { name: () => string; text: () => string }
> = {
  smaller: { name: m.trouble_smaller, text: m.trouble_smaller_text },
  reschedule: { name: m.trouble_reschedule, text: m.trouble_reschedule_text },
  pause: { name: m.trouble_pause, text: m.trouble_pause_text },
  waiver: { name: m.trouble_waiver, text: m.trouble_waiver_text },
  charge: { name: m.trouble_charge, text: m.trouble_charge_text },
  discount: { name: m.trouble_discount, text: m.trouble_discount_text },
  'write-off': { name: m.trouble_write_off, text: m.trouble_write_off_text },
  closure: { name: m.trouble_closure, text: m.trouble_closure_text },
}

const OCCASIONS: Record<ChangeAnswer['occasion'], () => string> = {
  loan: m.trouble_occasion_loan,
  death: m.trouble_occasion_death,
  closure: m.trouble_occasion_closure,
}

export const occasionName = (occasion: ChangeAnswer['occasion']): string => OCCASIONS[occasion]()

export const changeName = ({ measure }: Pick<ChangeAnswer, 'measure'>): string =>
  KINDS[measure.kind].name()

/** What a measure says, as labels and values; only what it changes. */
export function measureFacts(measure: ChangeAnswer['measure']): { label: string; value: string }[] {
  const { amount, part, until, interest, terms } = measure
  const on = (day: string) => date(day, getLocale())
  const facts: [string, string | null][] = [
    [m.trouble_part(), part && partName(part)],
    [
      measure.kind === 'discount' ? m.trouble_given_up() : m.trouble_amount(),
      amount === null ? null : money(amount),
    ],
    [m.trouble_until(), until && on(until)],
    [
      m.trouble_interest(),
      interest && (interest === 'none' ? m.trouble_interest_none() : m.trouble_interest_runs()),
    ],
    [m.trouble_can_carry(), terms?.instalment ? money(terms.instalment) : null],
    [m.trouble_instalments(), terms?.instalments ? String(terms.instalments) : null],
    [m.trouble_first_due(), terms?.firstDueOn ? on(terms.firstDueOn) : null],
    [m.trouble_rate(), typeof terms?.annualRate === 'number' ? percent(terms.annualRate) : null],
    [m.trouble_grace(), terms?.graceOnPrincipal ? String(terms.graceOnPrincipal) : null],
  ]
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))
}
