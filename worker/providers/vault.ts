/**
 * Secrets at rest. A sealed text is AES-256-GCM, bound to its place (table, column, row), and carries the
 * id of its key, so that a key can be replaced: `SECRET_KEY_BEFORE` still opens what it sealed. Short
 * secrets that are only compared, such as sign-in codes, are kept as keyed hashes (HMAC-SHA-256): whoever
 * reads the database cannot try all million. Keys are derived from SECRET_KEY by HKDF, one a purpose.
 */
import type { Env } from '#worker/http/context'
import { hex } from '#worker/http/fingerprint'

/** Where a sealed text lives; it opens nowhere else. */
export type Place = { table: string; column: string; id: string }

export type Vault = {
  seal(text: string, place: Place): Promise<string>
  open(sealed: string, place: Place): Promise<string>
  /** The same for a file. */
  sealBytes(bytes: Bytes, place: Place): Promise<Bytes>
  openBytes(sealed: Bytes, place: Place): Promise<Bytes>
  /** A keyed hash in hex; the same text under another purpose has another. */
  hash(purpose: string, text: string): Promise<string>
  /** Compares in constant time. */
  matches(purpose: string, text: string, hash: string): Promise<boolean>
}

export type Bytes = Uint8Array<ArrayBuffer>
type Key = { id: string; seal: CryptoKey; hash: CryptoKey }

const vaults = new Map<string, Promise<Vault>>()

/** Deriving keys costs more than using them: a Worker keeps them while it lives. */
export function vaultOf({ SECRET_KEY, SECRET_KEY_BEFORE }: Env): Promise<Vault> {
  const name = `${SECRET_KEY} ${SECRET_KEY_BEFORE ?? ''}`
  let vault = vaults.get(name)
  if (!vault) {
    const secrets = SECRET_KEY_BEFORE ? [SECRET_KEY, SECRET_KEY_BEFORE] : [SECRET_KEY]
    vaults.set(name, (vault = Promise.all(secrets.map(keyFrom)).then(vaultWith)))
  }
  return vault
}

function vaultWith(keys: readonly Key[]): Vault {
  const current = keys[0]!
  return {
    async seal(text, place) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const data = await crypto.subtle.encrypt(cipher(iv, place, current), current.seal, utf8(text))
      return `1.${current.id}.${encoded(iv)}.${encoded(new Uint8Array(data))}`
    },
    async open(sealed, place) {
      const [version, id, iv, data] = sealed.split('.')
      const key = keys.find((one) => one.id === id)
      if (version !== '1' || !key || !iv || !data) throw new Error('sealed with a key unknown here')
      const text = await crypto.subtle.decrypt(
        cipher(decoded(iv), place, key),
        key.seal,
        decoded(data),
      )
      return new TextDecoder().decode(text)
    },
    async sealBytes(bytes, place) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const data = await crypto.subtle.encrypt(cipher(iv, place, current), current.seal, bytes)
      return joined([utf8(`1.${current.id}.`), iv, new Uint8Array(data)])
    },
    async openBytes(sealed, place) {
      const key = keys.find(({ id }) => startsWith(sealed, utf8(`1.${id}.`)))
      if (!key) throw new Error('sealed with a key unknown here')
      const at = utf8(`1.${key.id}.`).length
      const [iv, data] = [sealed.slice(at, at + 12), sealed.slice(at + 12)]
      return new Uint8Array(await crypto.subtle.decrypt(cipher(iv, place, key), key.seal, data))
    },
    async hash(purpose, text) {
      const data = utf8(`${purpose}|${text}`)
      return hex(new Uint8Array(await crypto.subtle.sign('HMAC', current.hash, data)))
    },
    matches(purpose, text, hash) {
      const data = utf8(`${purpose}|${text}`)
      return crypto.subtle.verify('HMAC', current.hash, bytesOfHex(hash), data)
    },
  }
}

function cipher(iv: Bytes, { table, column, id }: Place, key: Key) {
  return { name: 'AES-GCM', iv, additionalData: utf8(`${table}|${column}|${id}|${key.id}`) }
}

async function keyFrom(secret: string): Promise<Key> {
  const raw = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0))
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey', 'deriveBits'])
  const from = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: utf8(`lumbung ${info}`),
  })
  const id = hex(new Uint8Array(await crypto.subtle.deriveBits(from('key id'), base, 32)))
  const aes = { name: 'AES-GCM', length: 256 }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  return {
    id,
    seal: await crypto.subtle.deriveKey(from('seal'), base, aes, false, ['encrypt', 'decrypt']),
    hash: await crypto.subtle.deriveKey(from('hash'), base, hmac, false, ['sign', 'verify']),
  }
}

const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text))

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const startsWith = (bytes: Bytes, head: Bytes) => head.every((byte, i) => bytes[i] === byte)

function encoded(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function decoded(text: string): Bytes {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

function bytesOfHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
