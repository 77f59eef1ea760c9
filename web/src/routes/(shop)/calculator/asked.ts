/**
 * What the form of the calculator asks, read the same way from its address, from the fields while one
 * types, and for the API: text as typed on one side, the body of `POST /api/loan-quotes` on the other.
 */
import type { InferInput } from 'valibot'
import { amountFrom } from '#lib/format.ts'
import type { LoanQuoteRequest } from '#worker/lending/offering/quotes/requests'

export type Asked = InferInput<typeof LoanQuoteRequest>
type Fee = NonNullable<Asked['fees']>[number]

/** A loan that many have seen, so that the page shows something at once. */
const EXAMPLE = {
  principal: '10.000.000',
  annualRate: '12',
  interestMethod: 'declining',
  amortization: 'equalInstalment',
  instalments: '12',
  every: '1',
  unit: 'month',
  disbursedOn: '',
  firstDueOn: '',
  roundInstalmentTo: '1',
  roundInstalment: 'halfUp',
  graceOnPrincipal: '',
  graceOnInterestPayment: '',
  interestFreeInstalments: '',
  feePercent: '',
  feeAmount: '',
  feeEach: '',
  dayCount: '',
}

export type Field = keyof typeof EXAMPLE
export type Typed = Record<Field, string>

const FIELDS = Object.keys(EXAMPLE) as Field[]
/** Those that stand behind "more options". */
const FURTHER = FIELDS.slice(FIELDS.indexOf('firstDueOn'))
const LONGEST = 40

/** What was typed, with the example in place of what was never asked. */
export function typedIn(given: URLSearchParams | FormData, today: string): Typed {
  const typed = { ...EXAMPLE, disbursedOn: today }
  for (const field of FIELDS) {
    const value = given.get(field)
    if (typeof value === 'string') typed[field] = value.trim().slice(0, LONGEST)
  }
  return typed
}

/** The address that shows this result again, to anyone, on any day. */
export function addressOf(typed: Typed): string {
  const told = FIELDS.filter((field) => !FURTHER.includes(field) || typed[field] !== EXAMPLE[field])
  return new URLSearchParams(told.map((field) => [field, typed[field]])).toString()
}

/** Whether something is asked that stands behind "more options". */
export function asksMore(typed: Typed): boolean {
  return FURTHER.some((field) => typed[field] !== EXAMPLE[field])
}

/** A number with a decimal comma or point; what is none is refused at its field. */
function numberIn(text: string): number {
  const plain = text.replace(/\s|%/g, '').replace(',', '.')
  return plain === '' ? Number.NaN : Number(plain)
}

const rupiahIn = (text: string) => amountFrom(text) ?? Number.NaN

type Read = (text: string) => Fee

const FEES: readonly (readonly [Field, Read])[] = [
  ['feePercent', (text) => ({ kind: 'atDisbursement', percent: numberIn(text) })],
  ['feeAmount', (text) => ({ kind: 'atDisbursement', amount: rupiahIn(text) })],
  ['feeEach', (text) => ({ kind: 'perInstalment', amount: rupiahIn(text) })],
]

const feesIn = (typed: Typed) => FEES.filter(([field]) => typed[field] !== '')

/** The body of the request; nothing is judged here. */
export function asked(typed: Typed): Asked {
  const { interestMethod, amortization, unit, roundInstalment, dayCount } = typed
  const counted = (field: Field, unsaid: number) =>
    typed[field] === '' ? unsaid : numberIn(typed[field])
  return {
    principal: rupiahIn(typed.principal),
    annualRate: numberIn(typed.annualRate),
    interestMethod: interestMethod as Asked['interestMethod'],
    amortization: amortization as Asked['amortization'],
    instalments: numberIn(typed.instalments),
    every: numberIn(typed.every),
    unit: unit as Asked['unit'],
    disbursedOn: typed.disbursedOn,
    ...(typed.firstDueOn === '' ? {} : { firstDueOn: typed.firstDueOn }),
    roundInstalmentTo: counted('roundInstalmentTo', 1),
    roundInstalment: roundInstalment as NonNullable<Asked['roundInstalment']>,
    graceOnPrincipal: counted('graceOnPrincipal', 0),
    graceOnInterestPayment: counted('graceOnInterestPayment', 0),
    interestFreeInstalments: counted('interestFreeInstalments', 0),
    fees: feesIn(typed).map(([field, read]) => read(typed[field])),
    ...(dayCount === ''
      ? {}
      : { interestPeriod: 'daily', dayCount: dayCount as NonNullable<Asked['dayCount']> }),
  }
}

/** The fields that JSON pointers into the request point at. */
export function fieldsAt(pointers: readonly string[], typed: Typed): Field[] {
  return pointers.flatMap((pointer) => {
    const [, name = '', index] = pointer.split('/')
    if (name === 'fees') {
      const fees = feesIn(typed)
      const one = index === undefined ? fees[0] : fees[Number(index)]
      return one ? [one[0]] : []
    }
    if (name === 'interestPeriod') return ['dayCount']
    return FIELDS.filter((field) => field === name)
  })
}
