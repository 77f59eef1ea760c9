/**
 * A question to a gateway, answered in JSON: Basic authentication, a limit of time, no redirect followed.
 * An error says what happened and never repeats what the other side wrote.
 */
import { Refused } from '#worker/providers/post'

type Asked = { key: string; body?: unknown; patienceMs?: number }

/** What came back, and null for what is not there (404). */
export async function asked(
  url: string,
  { key, body, patienceMs = 10_000 }: Asked,
): Promise<unknown> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Basic ${btoa(`${key}:`)}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  })
  const text = await response.text()
  if (response.status === 404) return null
  if (response.ok) return JSON.parse(text) as unknown
  const said = `${new URL(url).host} answered ${response.status}`
  const again = response.status === 408 || response.status === 429 || response.status >= 500
  throw again ? new Error(said) : new Refused(said)
}
