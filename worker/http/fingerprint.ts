/**
 * What makes two requests the same: method, path, and the body as parsed, so that white space and the
 * order of keys do not matter. Hashes are SHA-256 in hex.
 */
import { Refusal } from '#worker/kernel/refusal'
import type { Ctx } from '#worker/http/context'

export async function sha256(data: string | ArrayBuffer): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** JSON with its keys in order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

export async function fingerprint(c: Ctx): Promise<string> {
  const line = `${c.req.method} ${new URL(c.req.url).pathname}\n`
  if (!isJson(c.req.header('content-type'))) {
    return sha256(line + (await sha256(await c.req.arrayBuffer())))
  }
  return sha256(line + canonical(await jsonBody(c)))
}

export function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '')
}

/** The JSON body of a request; `{}` when it is empty. */
export async function jsonBody(c: Ctx): Promise<unknown> {
  const text = await c.req.text()
  if (text.length > 256 * 1024) throw new Refusal('too-large', 'A JSON body holds 256 KiB at most.')
  if (text === '') return {}
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refusal('malformed', 'The body is not JSON.', {
      errors: [{ pointer: '', detail: 'This is not JSON.' }],
    })
  }
}
