/**
 * Ids are UUIDs of version 7 (RFC 9562): opaque to clients, ordered by time so that an index grows at
 * its end. Short codes are for people: read over the telephone, typed on a small screen.
 * Randomness and the clock are arguments; only the shell holds a source of either.
 */
import { v7 } from 'uuid'

export type Random = (bytes: number) => Uint8Array

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export function timeOrderedId(now: number, random: Random): string {
  return v7({ msecs: now, random: random(16) })
}

export function isId(text: string): boolean {
  return UUID.test(text)
}

/** Letters and digits that nobody confuses: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, and no vowels for words. */
const CLEAR = '34679CDFGHJKMNPQRTVWXY'

/** A code of `length` clear characters; 22^8 ≈ 5 × 10^10 for the usual eight. */
export function shortCode(random: Random, length = 8): string {
  let code = ''
  while (code.length < length) {
    for (const byte of random(length * 2)) {
      // 242 = 11 × 22: bytes above would favour the first letters.
      if (byte < 242 && code.length < length) code += CLEAR[byte % CLEAR.length]
    }
  }
  return code
}

/** `digits` decimal digits without bias, for one-time codes. */
export function numericCode(random: Random, digits = 6): string {
  let code = ''
  while (code.length < digits) {
    for (const byte of random(digits * 2)) {
      if (byte < 250 && code.length < digits) code += String(byte % 10)
    }
  }
  return code
}

/** An unguessable token of 256 bits in URL-safe letters, for sessions, carts and invitations. */
export function secretToken(random: Random): string {
  const bytes = random(32)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  let token = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    token += letters[a >> 2]! + letters[((a & 3) << 4) | (b >> 4)]!
    token += letters[((b & 15) << 2) | (c >> 6)]! + letters[c & 63]!
  }
  return token.slice(0, 43)
}
