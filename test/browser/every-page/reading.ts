/** What a walker reads to know where to go. */
import type { Http, Json } from '#test/support/http'

export async function get(from: Http, path: string): Promise<Json> {
  const answer = await from.get(path)
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return answer.body
}

/** The first of a list; a demo network without it would leave its page unseen. */
export async function first(from: Http, path: string): Promise<Json> {
  const { items } = await get(from, path)
  if (!items[0]) throw new Error(`nothing at ${path}`)
  return items[0]
}

export const organizationOf = async (from: Http): Promise<string> =>
  (await get(from, '/api/me')).organizations[0].slug
