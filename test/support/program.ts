/** A program with an API key of an organization, made by its lead. */
import { Client, type Json } from '#test/support/client'
import { expected } from '#test/support/world'

export class Program extends Client {
  readonly key: string

  constructor(key: string) {
    super()
    this.key = key
  }

  override send(method: string, path: string, body?: unknown, headers = {}) {
    const more = { authorization: `Bearer ${this.key}`, ...headers }
    return super.send(method, path, body, more)
  }
}

type Led = { slug: string; lead: Client }

export async function aKey(
  { slug, lead }: Led,
  scopes: readonly string[],
  more: object = {},
): Promise<Json & { program: Program }> {
  const asked = { name: 'Toko daring', scopes, ...more }
  const made = expected(await lead.post(`/api/organizations/${slug}/api-keys`, asked), 201)
  return { ...made, program: new Program(made.key) }
}
