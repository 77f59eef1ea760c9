/**
 * NIK, the sixteen digits of an Indonesian identity card: six of the area that first issued it, the day,
 * month and year of birth (a woman's day is 40 more), and four of a series; there is no check digit. It
 * is shown with its middle hidden, kept sealed, and compared by a keyed hash.
 */
import { isLocalDate } from '#worker/kernel/calendar'

declare const brand: unique symbol
export type Nik = string & { readonly [brand]: 'Nik' }

const PATTERN = /^([1-9]\d)(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{4})$/

/** The NIK in what was written, with spaces, dots and hyphens wherever; undefined when it is none. */
export function nikFrom(written: string): Nik | undefined {
  const digits = written.replace(/[\s.-]/g, '')
  const parts = PATTERN.exec(digits)
  if (!parts) return undefined
  const [, province = '', , , day = '', month = '', year = '', series = ''] = parts
  const born = String(Number(day) > 40 ? Number(day) - 40 : Number(day)).padStart(2, '0')
  const mayBe = [`19${year}-${month}-${born}`, `20${year}-${month}-${born}`].some(isLocalDate)
  // Provinces are numbered from 11 (Aceh) to 97 (Papua).
  const known = Number(province) >= 11 && Number(province) <= 97
  return mayBe && known && series !== '0000' ? (digits as Nik) : undefined
}

/** `3174••••••••0001`: where it was issued and the end, which is enough to compare with a card. */
export function masked(nik: Nik): string {
  return `${nik.slice(0, 4)}••••••••${nik.slice(-4)}`
}

/** The regency it was issued in, as areas are coded: `31.74`. */
export function regencyOf(shown: string): string {
  return `${shown.slice(0, 2)}.${shown.slice(2, 4)}`
}

/** What is hashed for finding the same NIK again: within one lender and nowhere else. */
export const nikPurpose = (lenderId: string) => `nik|v1|${lenderId}`
export const phonePurpose = (lenderId: string) => `phone|v1|${lenderId}`
