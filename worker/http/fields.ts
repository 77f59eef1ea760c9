/**
 * The fields that requests and answers share, each with the sentence that stands beside it when it is
 * wrong. Text is stored as typed but for outer white space; control characters are refused.
 */
import * as v from 'valibot'
import { says } from '#worker/http/language'
import { instant, isLocalDate, type LocalDate } from '#worker/kernel/calendar'
import { amount, type Amount } from '#worker/kernel/money'

const MOST_MONEY = 1_000_000_000_000
const WHOLE_RUPIAH = says('Tulis jumlah dalam rupiah bulat.', 'Give whole rupiah.')
const WHOLE_NUMBER = says('Tulis angka bulat.', 'Give a whole number.')

// Control characters but line breaks and tabs, and marks that reverse the direction of text.
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** A line or paragraph of 1 to `most` characters. */
export function text(most: number, least = 1) {
  return v.pipe(
    v.string(says('Tulis sesuatu di sini.', 'Write text.')),
    v.trim(),
    v.minLength(
      least,
      least === 1
        ? says('Bagian ini perlu diisi.', 'This is needed.')
        : says(`Paling sedikit ${least} huruf.`, `At least ${least} characters.`),
    ),
    v.maxLength(most, says(`Paling banyak ${most} huruf.`, `At most ${most} characters.`)),
    v.check(
      (value) => !UNSEEN.test(value) && value.isWellFormed(),
      says('Ada huruf yang tidak bisa ditampilkan.', 'This has characters that cannot be shown.'),
    ),
  )
}

/** Whole rupiah from `least` to 10^12. */
export function money(least = 1) {
  return v.pipe(
    v.number(WHOLE_RUPIAH),
    v.integer(WHOLE_RUPIAH),
    v.minValue(least, says(`Paling sedikit ${least}.`, `At least ${least}.`)),
    v.maxValue(MOST_MONEY, says('Terlalu besar.', 'Too much.')),
    v.transform((value): Amount => amount(value)),
  )
}

/** A whole number within bounds. */
export function count(least: number, most: number) {
  return v.pipe(
    v.number(WHOLE_NUMBER),
    v.integer(WHOLE_NUMBER),
    v.minValue(least, says(`Paling sedikit ${least}.`, `At least ${least}.`)),
    v.maxValue(most, says(`Paling banyak ${most}.`, `At most ${most}.`)),
  )
}

/** A calendar date, `2026-11-22`. */
export const date = () =>
  v.pipe(
    v.string(says('Isi tanggal.', 'Give a date.')),
    v.check(
      isLocalDate,
      says(
        'Tanggal ini tidak ada; tulis seperti 2026-11-22.',
        'Give a date that exists, as 2026-11-22.',
      ),
    ),
    v.transform((value) => value as LocalDate),
  )

/** An instant, ISO 8601 with its zone: `2026-11-23T00:00:00Z`. */
export const moment = () =>
  v.pipe(
    v.string(says('Isi tanggal dan jam.', 'Give a date and a time.')),
    v.isoTimestamp(
      says('Tulis seperti 2026-11-23T07:00:00+07:00.', 'Write it as 2026-11-23T00:00:00Z.'),
    ),
    v.transform((written) => instant(Date.parse(written))),
  )

/** An opaque id, ours or a UUID. */
export const id = () =>
  v.pipe(
    v.string(says('Pilih salah satu.', 'Give an id.')),
    v.minLength(1),
    v.maxLength(64, says('Pilih salah satu.', 'Not an id.')),
  )

/** An instant as it is answered: ISO 8601 in UTC. */
export const instantText = (at: number) => new Date(at).toISOString()
