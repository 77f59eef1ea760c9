/** What is measured: something a client does in one or more requests, as often as it is asked to. */

export type Sending = {
  method: string
  path: string
  body?: string
  headers: Record<string, string>
}
export type Reply = { status: number; cookies: readonly string[]; text: string }

/** Whoever sends: the driver over a socket, or the recorder in process. */
export type Client = { send(sending: Sending): Promise<Reply> }

export type Scenario = {
  name: string
  /** How many different ones there are: pages, products, loans. */
  variants: number
  /** Connections never share a variant: what is written to has one writer at a time. */
  alone?: true
  run: (client: Client, variant: number) => Promise<void>
}

const JSON_BODY = { 'content-type': 'application/json' }

/** Fails loudly: a measurement of refusals measures nothing. */
export async function asked(
  client: Client,
  sending: Omit<Sending, 'headers'> & { headers?: Record<string, string> },
  wanted = 200,
): Promise<Reply> {
  const headers = { ...(sending.body ? JSON_BODY : {}), ...sending.headers }
  const reply = await client.send({ ...sending, headers })
  if (reply.status !== wanted) {
    throw new Error(`${sending.method} ${sending.path}: ${reply.status} ${reply.text}`)
  }
  return reply
}
