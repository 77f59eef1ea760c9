/**
 * What stays between asking for a code and entering it: kept in a cookie, not in the address, so that no
 * number stands in a history, and the page can be left for the message and come back to.
 */
import type { Cookies } from '@sveltejs/kit'

const COOKIE = '__Host-lumbung_signing_in'

export type SigningIn = {
  to: string
  channel: 'whatsapp' | 'email'
  expiresAt: string
  next: string
  /** Only in demo mode. */
  code?: string | undefined
}

export function keepSigningIn(cookies: Cookies, one: SigningIn): void {
  cookies.set(COOKIE, JSON.stringify(one), {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 15 * 60,
  })
}

export function signingIn(cookies: Cookies): SigningIn | null {
  const kept = cookies.get(COOKIE)
  if (!kept) return null
  try {
    const one = JSON.parse(kept) as Partial<SigningIn>
    return one.to && one.channel && one.expiresAt ? ({ next: '', ...one } as SigningIn) : null
  } catch {
    return null
  }
}

export function forgetSigningIn(cookies: Cookies): void {
  cookies.delete(COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' })
}
