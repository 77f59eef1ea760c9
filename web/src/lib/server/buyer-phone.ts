/**
 * The telephone number with which somebody opened her purchase or order, kept in her browser for a day, so
 * that the page opens again and the next one too. The API checks it each time; here it proves nothing.
 */
import type { Cookies } from '@sveltejs/kit'

const COOKIE = '__Host-lumbung_buyer'
const DAY_S = 24 * 60 * 60

/** For the query of a request: nothing where no number is remembered. */
export function buyerPhone(cookies: Cookies): { phone?: string } {
  const phone = cookies.get(COOKIE)
  return phone ? { phone } : {}
}

export function rememberBuyerPhone(cookies: Cookies, phone: string): void {
  const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const
  cookies.set(COOKIE, phone, { ...options, maxAge: DAY_S })
}
