/** The load: so many connections, each sending its next request when the last was answered. Loopback only. */
import { Agent, request } from 'node:http'
import type { Client, Reply, Sending } from '#test/bench/scenario'

export function connectionTo(url: string): Client & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { hostname, port } = new URL(url)
  const send = ({ method, path, body, headers }: Sending) =>
    new Promise<Reply>((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
      const options = { agent, hostname, port, method, path, headers: { ...headers, ...length } }
      const sent = request(options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            cookies: response.headers['set-cookie'] ?? [],
            text: Buffer.concat(chunks).toString(),
          }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
  return { send, close: () => agent.destroy() }
}

export type Slice = {
  operations: number
  seconds: number
  /** Milliseconds of each operation, in no order. */
  latencies: number[]
}

export type Load = { connections: number; ms: number; most: number }

/** Runs until the time or the count is used up; what has begun is finished and counted. */
export async function slice(
  url: string,
  operate: (client: Client, connection: number, turn: number) => Promise<void>,
  { connections, ms, most }: Load,
): Promise<Slice> {
  const latencies: number[] = []
  const began = performance.now()
  let begun = 0
  const connection = async (number: number) => {
    const client = connectionTo(url)
    for (let turn = 0; performance.now() - began < ms && begun < most; turn += 1) {
      begun += 1
      const from = performance.now()
      await operate(client, number, turn)
      latencies.push(performance.now() - from)
    }
    client.close()
  }
  await Promise.all(Array.from({ length: connections }, (_, number) => connection(number)))
  return { operations: latencies.length, seconds: (performance.now() - began) / 1000, latencies }
}

/** The value below which this share of them lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
