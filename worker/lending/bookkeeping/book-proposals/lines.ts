/**
 * The lines of an entry written by hand: each on one side, of an account that may be written by hand, no
 * account on both sides, debits equal to credits. An expense says what it was for.
 */
import { sum, type Amount } from '#worker/kernel/money'
import { Refusal, type Pointed } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import type { HandCode } from '#worker/ledger/chart/hand'
import type { HandLine } from '#worker/ledger/posting-rules/books'

export type WrittenLine = {
  code: HandCode
  category?: string | undefined
  debit: Amount
  credit: Amount
}

const ONE_SIDE = sentence('Isi debit atau kredit, salah satu.', 'Give a debit or a credit.')
const TWICE = sentence(
  'Akun ini sudah ada di sisi lain.',
  'This account stands on the other side already.',
)
const FOR_WHAT = sentence('Pilih untuk apa.', 'Say what it was for.')

/** The lines as they will be posted; refuses those that no entry could be made of. */
export function balanced(written: readonly WrittenLine[]): HandLine[] {
  const lines = written.map(({ code, category, debit, credit }) => ({
    code,
    holder: code === 'operating-expenses' ? (category ?? '') : '',
    debit,
    credit,
  }))
  const errors = lines.flatMap((line, i) => faultsOf(line, i, lines))
  if (errors.length > 0) {
    throw new Refusal('outside-limits', 'These lines make no entry.', { errors })
  }
  const [debits, credits] = [
    sum(lines.map((one) => one.debit)),
    sum(lines.map((one) => one.credit)),
  ]
  if (debits !== credits) {
    throw new Refusal('unbalanced', 'Debits and credits differ.', { facts: { debits, credits } })
  }
  return lines
}

function faultsOf(line: HandLine, i: number, lines: readonly HandLine[]): Pointed[] {
  const faults: Pointed[] = []
  if (line.debit > 0 === line.credit > 0) {
    faults.push({ pointer: `/lines/${i}/debit`, detail: ONE_SIDE })
  }
  if (line.code === 'operating-expenses' && line.holder === '') {
    faults.push({ pointer: `/lines/${i}/category`, detail: FOR_WHAT })
  }
  const across = lines.some(
    (other) =>
      other.code === line.code &&
      other.holder === line.holder &&
      other.debit > 0 !== line.debit > 0,
  )
  if (across) faults.push({ pointer: `/lines/${i}/code`, detail: TWICE })
  return faults
}

/** What an entry moves in all. */
export const totalOf = (lines: readonly HandLine[]): Amount => sum(lines.map((line) => line.debit))
