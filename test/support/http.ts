/** A client of a started server, with its own cookies; the API as anybody on the network meets it. */

/** JSON of any shape; whoever reads it knows what was asked for. */
export type Json = ReturnType<typeof JSON.parse>
export type Answer = { status: number; headers: Headers; body: Json }

let keys = 0
/** A new idempotency key. */
export const newKey = () => `http-key-${process.pid}-${String((keys += 1)).padStart(6, '0')}`

/** Where the server is; after a restart it is somewhere else. */
export type Address = { url: string }

let households = 0

export class Http {
  readonly cookies = new Map<string, string>()
  /** Each client calls from somewhere else, or they would share one source's limits. */
  private readonly source = `10.${(households += 1) >> 16}.${(households >> 8) & 255}.${households & 255}`
  readonly at: Address

  constructor(at: Address) {
    this.at = at
  }

  get = (path: string) => this.send('GET', path)
  put = (path: string, body: unknown) => this.send('PUT', path, body)
  patch = (path: string, body: unknown) => this.send('PATCH', path, body)
  post = (path: string, body: unknown = {}, key = newKey()) => this.send('POST', path, body, key)

  async send(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const response = await fetch(this.at.url + path, {
      method,
      redirect: 'manual',
      headers: {
        'cf-connecting-ip': this.source,
        ...(this.cookies.size > 0 ? { cookie: this.cookieLine() } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    this.keepCookies(response.headers)
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const json = type.includes('json') && text !== '' ? (JSON.parse(text) as Json) : {}
    return { status: response.status, headers: response.headers, body: json }
  }

  cookieLine(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? ''
      const at = pair.indexOf('=')
      if (at === pair.length - 1) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

/** The body of an answer that must have this status. */
export function expected({ status, body }: Answer, wanted: number): Json {
  if (status === wanted) return body
  throw new Error(`expected ${wanted}, came ${status}: ${JSON.stringify(body)}`)
}
