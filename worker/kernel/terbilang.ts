/**
 * An amount in Indonesian words, as receipts and agreements write it (*terbilang*):
 * 1.243 is "seribu dua ratus empat puluh tiga". Exact for every amount of money.
 */

import type { Amount } from '#worker/kernel/money'

const ONES = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const

const SCALES = [
  { size: 1e12, name: 'triliun' },
  { size: 1e9, name: 'miliar' },
  { size: 1e6, name: 'juta' },
  { size: 1e3, name: 'ribu' },
  { size: 100, name: 'ratus' },
] as const

function belowHundred(n: number): string {
  if (n < 12) return ONES[n] ?? ''
  if (n < 20) return `${ONES[n - 10]} belas`
  return `${ONES[Math.floor(n / 10)]} puluh ${ONES[n % 10]}`.trim()
}

function words(n: number): string {
  for (const { size, name } of SCALES) {
    if (n < size) continue
    const count = Math.floor(n / size)
    const one = count === 1 && size <= 1000
    return `${one ? `se${name}` : `${words(count)} ${name}`} ${words(n % size)}`.trim()
  }
  return belowHundred(n)
}

export function inWords(a: Amount): string {
  if (a === 0) return 'nol'
  return a < 0 ? `minus ${words(-a)}` : words(a)
}
