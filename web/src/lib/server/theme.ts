/** The appearance that was chosen, kept in a cookie for a year; no cookie means: as the device. */
import type { Cookies } from '@sveltejs/kit'
import type { Theme } from '#lib/shell.ts'

const COOKIE = 'theme'
const YEAR = 365 * 24 * 60 * 60

export function themeOf(cookies: Cookies): Theme {
  const kept = cookies.get(COOKIE)
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

/** The attribute of <html>, written by the server so that no page flashes in the other appearance. */
export function themeAttribute(cookies: Cookies): string {
  const theme = themeOf(cookies)
  return theme === 'auto' ? '' : `data-theme="${theme}"`
}

export function keepTheme(cookies: Cookies, theme: string, secure: boolean): void {
  if (theme === 'light' || theme === 'dark') {
    cookies.set(COOKIE, theme, { path: '/', maxAge: YEAR, sameSite: 'lax', secure })
  } else {
    cookies.delete(COOKIE, { path: '/', secure })
  }
}
