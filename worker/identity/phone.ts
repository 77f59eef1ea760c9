/**
 * Telephone numbers of Indonesia, in any usual spelling, kept in one form: digits with the country code,
 * `628123456789`, as WhatsApp addresses them. Mobile numbers are 8 followed by 8 to 11 digits, landlines
 * an area code from 2 to 7 or 9 and up to 11 digits in all. Anything else is `null`.
 */
const MOBILE = /^628[1-9]\d{7,10}$/
const LANDLINE = /^62[2-79]\d{7,10}$/

/** `0812-3456-7890`, `+62 812 3456 7890`, `(0265) 331234`, `8123456789` → digits from 62, else null. */
export function phoneFrom(text: string): string | null {
  const bare = text.trim().replace(/[\s().\u2010-\u2015/-]/g, '')
  if (!/^\+?\d{8,17}$/.test(bare)) return null
  const digits = bare.replace(/^\+/, '').replace(/^00/, '')
  const national = bare.startsWith('+') || digits.startsWith('62') ? afterCountry(digits) : digits
  if (national === null) return null
  const number = `62${national.replace(/^0/, '')}`
  return MOBILE.test(number) || LANDLINE.test(number) ? number : null
}

/** People write `+62 0812…` too; the 0 is dropped with the rest. */
function afterCountry(digits: string): string | null {
  return digits.startsWith('62') ? digits.slice(2) : null
}

/** Whether a chat may reach it: a landline has none. */
export function isMobile(phone: string): boolean {
  return MOBILE.test(phone)
}

/** As people read it: `0812-3456-7890`. */
export function spokenPhone(phone: string): string {
  const national = `0${phone.slice(2)}`
  return national.replace(/^(\d{4})(\d{3,4})(\d+)$/, '$1-$2-$3')
}
