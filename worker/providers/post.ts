/**
 * A POST to the world outside: ten seconds, no redirect followed (it would carry our token elsewhere),
 * and an error that says what happened without repeating what a provider wrote back.
 */
const PATIENCE_MS = 10_000

/** The provider will say no again: a wrong number, a wrong token. */
export class Refused extends Error {}

type Posted = { headers: Record<string, string>; body: string | URLSearchParams }

/** The JSON that came back, or null when it was none; throws unless the answer is a success. */
export async function post(url: string, { headers, body }: Posted): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : body.toString(),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const answer = await response.text()
  if (response.ok) return parsed(answer)
  const again = response.status === 408 || response.status === 429 || response.status >= 500
  const said = `${new URL(url).host} answered ${response.status}`
  throw again ? new Error(said) : new Refused(said)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** One line, without what could end a header, a parameter or a subject early. */
export function oneLine(text: string, most: number): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, most)
}
