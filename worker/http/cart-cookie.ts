/**
 * Which cart a request means. A guest's is behind a random token in a cookie of which the database keeps
 * the hash; a person's is found by her session, wherever she signs in. `current` in an address is that one.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { secretToken } from '#worker/kernel/id'
import type { CartRef } from '#worker/market/buying/carts/queries'

const COOKIE = 'lumbung_cart'
const TOKEN = /^[\w-]{43}$/
export const CART_LASTS_MS = 60 * 24 * 60 * 60 * 1000
export const CURRENT = 'current'

export async function cartRefOf(c: Ctx, named: string): Promise<CartRef> {
  const { actor } = c.var
  const current = named === CURRENT
  const token = current ? getCookie(c, COOKIE, 'host') : named
  const hash = token !== undefined && TOKEN.test(token) ? await sha256(token) : null
  return { hash, personId: actor.kind === 'person' ? actor.id : null, current }
}

/** A token for a new cart, and its hash. */
export async function newCartToken(c: Ctx): Promise<{ token: string; hash: string }> {
  const token = secretToken(c.var.random)
  return { token, hash: await sha256(token) }
}

export function setCartCookie(c: Ctx, token: string): void {
  setCookie(c, COOKIE, token, {
    prefix: 'host',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: CART_LASTS_MS / 1000,
  })
}

export function clearCartCookie(c: Ctx): void {
  deleteCookie(c, COOKIE, {
    prefix: 'host',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  })
}
