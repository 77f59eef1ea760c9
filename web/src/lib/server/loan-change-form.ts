/** A proposed change of a loan as its form brings it. */
import { numberIn, rupiahIn, type Typed } from '#lib/server/forms.ts'
import type { LocalDate } from '#worker/kernel/calendar'

/** What was left empty stays as it is. */
const typedNumber = (typed: Typed, name: string) =>
  (typed[name] ?? '').trim() === '' ? undefined : numberIn(typed, name)

const day = (typed: Typed, name: string) => (typed[name] ?? '') as LocalDate

/** What is asked of the API; a kind that is none is refused by it. */
export function measureIn(typed: Typed) {
  const kind = typed.measure ?? typed.kind ?? ''
  const amount = rupiahIn(typed, 'amount')
  if (kind === 'pause') {
    const interest = typed.interest === 'runs' ? ('runs' as const) : ('none' as const)
    return { kind: 'pause' as const, until: day(typed, 'until'), interest }
  }
  if (kind === 'waiver') {
    return { kind: 'waiver' as const, part: (typed.part ?? '') as 'interest', amount }
  }
  if (kind === 'charge') {
    return { kind: 'charge' as const, part: (typed.part ?? '') as 'fees', amount }
  }
  if (kind === 'discount') return { kind: 'discount' as const, amount }
  if (kind === 'write-off') return { kind: 'write-off' as const }
  if (kind === 'smaller') {
    const instalment = rupiahIn(typed, 'instalment')
    const first = typed.firstDueOn ? { firstDueOn: day(typed, 'firstDueOn') } : {}
    return { kind: 'reschedule' as const, terms: { instalment, ...first } }
  }
  const firstDueOn = typed.firstDueOn ? day(typed, 'firstDueOn') : undefined
  const terms = {
    instalments: typedNumber(typed, 'instalments'),
    annualRate: typedNumber(typed, 'annualRate'),
    graceOnPrincipal: typedNumber(typed, 'grace'),
    firstDueOn,
  }
  return { kind: 'reschedule' as const, terms }
}

const OCCASIONS = ['death', 'closure'] as const

export const occasionIn = (typed: Typed) =>
  OCCASIONS.find((one) => one === typed.occasion) ?? ('loan' as const)
