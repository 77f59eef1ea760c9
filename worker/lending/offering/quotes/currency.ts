/**
 * How many decimals a currency's minor unit has. Rupiah are counted whole, since nobody has paid
 * with a sen for decades; the others follow ISO 4217. The engine takes the exponent alone.
 */

export const CURRENCY_EXPONENTS = {
  IDR: 0,
  AUD: 2,
  CHF: 2,
  CNY: 2,
  EUR: 2,
  GBP: 2,
  INR: 2,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  MYR: 2,
  PHP: 2,
  SAR: 2,
  SGD: 2,
  THB: 2,
  USD: 2,
  VND: 0,
} as const

export type Currency = keyof typeof CURRENCY_EXPONENTS
