/**
 * Labels of a product: marks that the law or a council gives, never free text. P-IRT: 15 digits, of which
 * the 4th and 5th name a province, the last two the year it ends (BPOM 22/2018). Halal: ID and 17 digits
 * (BPJPH). BPOM: MD or ML and 12 digits. SNI: a standard with its year. A label that has ended is shown to
 * no buyer; its seller is told 60 and 30 days before, and on the day after.
 */
import { addDays, addMonths, daysBetween, yearOf, type LocalDate } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { isRegion } from '#worker/market/buying/shipping/regencies'

export const LABEL_KINDS = ['pirt', 'halal', 'bpom', 'sni'] as const
export type LabelKind = (typeof LABEL_KINDS)[number]

export type Label = {
  kind: LabelKind
  /** As it is written on the pack: `3063306010072-19`, `ID32110000123456789`. */
  number: string
  /** Null where it does not end. */
  validUntil: LocalDate | null
}

export type KeptLabel = Label & {
  productId: string
  noticeOn: LocalDate | null
  ended: boolean
  verifiedAt: number | null
  verifiedBy: string | null
  createdAt: number
}

type Said = { kind: LabelKind; number: string; validUntil: LocalDate | null }

/** The label as it is kept; refused with a sentence beside the field that is wrong. */
export function labelFrom({ kind, number: typed, validUntil }: Said, today: LocalDate): Label {
  const number = SHAPES[kind](typed.normalize('NFKC').trim().toUpperCase(), today)
  refuseUntil({ kind, number, validUntil }, today)
  return { kind, number, validUntil }
}

const SHAPES: Record<LabelKind, (typed: string, today: LocalDate) => string> = {
  pirt: pirtNumber,
  halal: (typed) => {
    const bare = typed.replace(/[\s.-]/g, '')
    if (/^ID\d{17}$/.test(bare)) return bare
    throw wrong(
      'number',
      'Nomor halal ditulis ID lalu 17 angka.',
      'A halal number is ID and 17 digits.',
    )
  },
  bpom: (typed) => {
    const bare = typed.replace(/^BPOM|RI(?=\s*M)|[\s.-]/g, '')
    if (/^M[DL]\d{12}$/.test(bare)) return `${bare.slice(0, 2)} ${bare.slice(2)}`
    throw wrong(
      'number',
      'Nomor BPOM ditulis MD atau ML lalu 12 angka.',
      'A BPOM number is MD or ML and 12 digits.',
    )
  },
  sni: sniNumber,
}

function pirtNumber(typed: string): string {
  const digits = typed.replace(/^P-?IRT(\s*NO\b)?|[\s.:-]/g, '')
  if (!/^\d{15}$/.test(digits)) {
    throw wrong('number', 'Nomor P-IRT terdiri dari 15 angka.', 'A P-IRT number has 15 digits.')
  }
  if (!isRegion(digits.slice(3, 5))) {
    throw wrong(
      'number',
      'Angka ke-4 dan ke-5 harus kode provinsi.',
      'The 4th and 5th digits are the code of a province.',
    )
  }
  if (digits.slice(9, 13) === '0000') {
    throw wrong(
      'number',
      'Angka ke-10 sampai ke-13, nomor pembuatnya, tidak boleh nol semua.',
      'The 10th to 13th digits, the producer, are not all zero.',
    )
  }
  return `${digits.slice(0, 13)}-${digits.slice(13)}`
}

function sniNumber(typed: string, today: LocalDate): string {
  const words = `SNI ${typed.replace(/\s+/g, ' ').replace(/^SNI ?/, '')}`
  const year = /^SNI (?:(?:ISO|IEC|ISO\/IEC) )?\d[\d.-]*[:-](\d{4})$/.exec(words)?.[1]
  if (year && Number(year) >= 1976 && Number(year) <= yearOf(today)) return words
  throw wrong(
    'number',
    'Nomor SNI ditulis seperti SNI 7119:2013, dengan tahunnya.',
    'An SNI number is written like SNI 7119:2013, with its year.',
  )
}

/** A halal certificate has had no end since 2024 (PP 42/2024); the others hold five years at most. */
const YEARS = 5

function refuseUntil({ kind, number, validUntil }: Label, today: LocalDate): void {
  if (validUntil === null) {
    if (kind === 'halal' || kind === 'sni') return
    throw wrong('validUntil', 'Isi sampai kapan berlaku.', 'Say until when it is valid.')
  }
  if (validUntil < today) {
    throw wrong('validUntil', 'Label ini sudah habis masa berlakunya.', 'This label has ended.')
  }
  if (kind !== 'halal' && validUntil > addMonths(today, 12 * YEARS)) {
    throw wrong(
      'validUntil',
      `Berlakunya paling lama ${YEARS} tahun.`,
      `It is valid for ${YEARS} years at most.`,
    )
  }
  if (kind === 'pirt' && String(yearOf(validUntil)).slice(2) !== number.slice(-2)) {
    throw wrong(
      'validUntil',
      'Tahunnya harus sama dengan dua angka terakhir nomor P-IRT.',
      'Its year is that of the last two digits of the P-IRT number.',
    )
  }
}

function wrong(field: 'number' | 'validUntil', id: string, en: string): Refusal {
  const detail: Sentence = sentence(id, en)
  return new Refusal('malformed', 'This label cannot be as it is written.', {
    errors: [{ pointer: `/${field}`, detail }],
  })
}

/** Days before the end on which its seller is told; then on the day after it. */
const NOTICES = [60, 30, -1] as const

/** The next day on which its seller is to be told something, after today. */
export function nextNotice({ validUntil }: Pick<Label, 'validUntil'>, today: LocalDate) {
  if (validUntil === null) return null
  return NOTICES.map((days) => addDays(validUntil, -days)).find((day) => day > today) ?? null
}

/** Whether a label counts on a day: the day it is valid until is its last. */
export function holdsOn({ validUntil }: Pick<Label, 'validUntil'>, today: LocalDate): boolean {
  return validUntil === null || validUntil >= today
}

/** Days until it ends, where that is near; below zero when it has ended. */
export function daysLeft({ validUntil }: Pick<Label, 'validUntil'>, today: LocalDate) {
  if (validUntil === null) return null
  const days = daysBetween(today, validUntil)
  return days <= NOTICES[0] ? days : null
}

export function keepLabel(
  label: Label,
  given: { productId: string; today: LocalDate; at: number },
) {
  const { productId, today, at: createdAt } = given
  const kept: KeptLabel = {
    ...label,
    ...{ productId, createdAt, noticeOn: nextNotice(label, today), ended: false },
    ...{ verifiedAt: null, verifiedBy: null },
  }
  return kept
}
