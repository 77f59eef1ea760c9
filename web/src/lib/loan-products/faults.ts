/** Which field of the form a JSON pointer of the API points at, and the sentences by field. */
import { filledRows } from './fees.ts'
import type { Typed } from './asked.ts'

export type Faults = Readonly<Record<string, string>>
type Pointed = { pointer: string; detail: string }

const NAMED: Readonly<Record<string, string>> = {
  every: 'rhythm',
  unit: 'rhythm',
  interestPeriod: 'dayCount',
}
const PENALTY: Readonly<Record<string, string>> = {
  graceDays: 'penaltyDays',
  rate: 'penaltyRate',
  base: 'penaltyBase',
  cap: 'penaltyCap',
}
const FEE: Readonly<Record<string, string>> = { name: 'Name', kind: 'Kind', days: 'Days' }

function fieldAt(pointer: string, typed: Typed): string {
  const [, field = '', part = '', last = ''] = pointer.split('/')
  if (field === 'fees') {
    const row = filledRows(typed)[Number(part || 0)] ?? 0
    return `fee${row}${FEE[last] ?? 'Cost'}`
  }
  if (field === 'penalty') return PENALTY[part] ?? 'penaltyRate'
  if (field === 'daysOff') return 'dayOff'
  return NAMED[field] ?? field
}

export function faultsOf(errors: readonly Pointed[], typed: Typed): Faults {
  return Object.fromEntries(errors.map((one) => [fieldAt(one.pointer, typed), one.detail]))
}
