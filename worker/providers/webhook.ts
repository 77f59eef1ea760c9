/**
 * A change on its way to a webhook, signed as Standard Webhooks says: HMAC-SHA-256 with the receiver's
 * secret over `id.timestamp.body`. While a secret is being replaced both sign. Ten seconds, no redirect
 * followed, and no more than the beginning of the answer is read.
 */
import type { Try } from '#worker/outbox/webhooks/webhook'

const PATIENCE_MS = 10_000
const EXCERPT = 500

export type Signed = { id: string; body: string; secrets: readonly string[] }

/** A secret as receivers know it: `whsec_` and 32 bytes in base64. */
export function newWebhookSecret(bytes: Uint8Array): string {
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}

export async function headersOf(
  { id, body, secrets }: Signed,
  now: number,
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000))
  const content = `${id}.${timestamp}.${body}`
  const signatures = await Promise.all(secrets.map((one) => signature(one, content)))
  return {
    'content-type': 'application/json',
    'user-agent': 'Lumbung-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}

async function signature(secret: string, content: string): Promise<string> {
  const raw = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (one) => one.charCodeAt(0))
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', raw, hmac, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(content))
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`
}

/** Sends it and says what came of it; never throws. */
export async function deliverTo(
  url: string,
  signed: Signed,
  { now, patience = PATIENCE_MS }: { now: number; patience?: number },
): Promise<Try> {
  const started = performance.now()
  const took = () => Math.round(performance.now() - started)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: await headersOf(signed, now),
      body: signed.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const answer = await beginningOf(response)
    return { at: now, status: response.status, ms: took(), answer }
  } catch (reason) {
    const late = reason instanceof Error && reason.name === 'TimeoutError'
    const answer = late ? `no answer within ${patience / 1000} seconds` : 'nobody answered there'
    return { at: now, status: null, ms: took(), answer }
  }
}

/** As text, without what cannot be shown; the rest is not waited for. */
async function beginningOf({ body }: Response): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (text.length < EXCERPT) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
    .slice(0, EXCERPT)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
}
