/** Programs shown in the documentation; the tests run them as they stand here. */

/** For Node 20 and later, without a library. */
export const VERIFY_WEBHOOK = String.raw`import { createHmac, timingSafeEqual } from 'node:crypto'

/** The change that a request brings; throws unless we signed it within the last five minutes. */
export function changeFrom(headers, body, secret, now = Date.now()) {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  if (Math.abs(now / 1000 - Number(timestamp)) > 300) throw new Error('too old, or from the future')
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const mac = createHmac('sha256', key).update(id + '.' + timestamp + '.' + body).digest()
  const signed = headers['webhook-signature'].split(' ').some((one) => {
    const given = Buffer.from(one.replace('v1,', ''), 'base64')
    return given.length === mac.length && timingSafeEqual(given, mac)
  })
  if (!signed) throw new Error('not signed with this secret')
  return JSON.parse(body)
}
`

/** Asks for what has changed since, and says where to go on. */
export const FOLLOW_CHANGES = String.raw`/** Hands on each change; returns the cursor to keep. */
export async function follow(origin, key, cursor, hear) {
  for (let more = true; more; ) {
    const query = cursor ? '?limit=100&after=' + cursor : '?limit=100'
    const response = await fetch(origin + '/api/changes' + query, {
      headers: { authorization: 'Bearer ' + key },
    })
    if (response.status === 429) {
      const seconds = Number(response.headers.get('retry-after'))
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
      continue
    }
    if (!response.ok) throw new Error((await response.json()).detail)
    const page = await response.json()
    for (const change of page.items) await hear(change)
    cursor = page.next
    more = page.more
  }
  return cursor
}
`
