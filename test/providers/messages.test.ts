/** The messengers against a real server on this machine: what they send, and what they make of answers. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Env } from '#worker/http/context'
import { messengerFor } from '#worker/providers/messages'
import { Refused } from '#worker/providers/post'

type Received = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

let server: Server
let url: string
let received: Received[]
let answer: { status: number; body: string; headers?: Record<string, string> }

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      received.push({ method, url: path, headers, body })
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())
beforeEach(() => {
  received = []
  answer = { status: 200, body: '{}' }
})

const code = {
  id: '01a20132-3f80-72c5-b2a9-95e6dec77ee2',
  channel: 'whatsapp' as const,
  destination: '6281234567890',
  template: 'sign-in-code',
  body: '123456 adalah kode masuk Lumbung.\r\nBcc: x@y.id',
}
const env = (variables: Partial<Env>) => variables as Env
const sent = (variables: Partial<Env>, message: Parameters<typeof deliver>[1] = code) =>
  deliver(env(variables), message)

async function deliver(
  variables: Env,
  message: Omit<typeof code, 'channel'> & { channel: 'whatsapp' | 'email' },
): Promise<void> {
  await messengerFor(variables, message.channel)!.send(message)
}

describe('WhatsApp', () => {
  const account = () => ({
    WHATSAPP_TOKEN: 't0ken',
    WHATSAPP_PHONE_ID: '555',
    WHATSAPP_API_URL: url,
  })

  it('is given a text under our token', async () => {
    await sent(account())
    expect(received[0]).toMatchObject({ method: 'POST', url: '/555/messages' })
    expect(received[0]!.headers.authorization).toBe('Bearer t0ken')
    expect(JSON.parse(received[0]!.body)).toEqual({
      messaging_product: 'whatsapp',
      to: '6281234567890',
      type: 'text',
      text: { body: code.body },
    })
  })

  it('is given a template with one parameter on one line, where one is approved', async () => {
    await sent({ ...account(), WHATSAPP_TEMPLATE: 'kabar' })
    const { template } = JSON.parse(received[0]!.body) as {
      template: { name: string; components: { parameters: { text: string }[] }[] }
    }
    expect(template.name).toBe('kabar')
    expect(template.components[0]!.parameters[0]!.text).toBe(
      '123456 adalah kode masuk Lumbung. Bcc: x@y.id',
    )
  })

  it('that refuses is believed; that is busy is asked again', async () => {
    answer = { status: 400, body: '{"error":{"message":"secret t0ken"}}' }
    const refusal = await sent(account()).catch((reason: unknown) => reason)
    expect(refusal).toBeInstanceOf(Refused)
    expect((refusal as Error).message).toMatch(/^127\.0\.0\.1:\d+ answered 400$/)
    for (const status of [429, 500, 503]) {
      answer = { status, body: '' }
      const busy = await sent(account()).catch((reason: unknown) => reason)
      expect(busy).toBeInstanceOf(Error)
      expect(busy).not.toBeInstanceOf(Refused)
    }
  })

  it('that sends us elsewhere is not followed with our token', async () => {
    answer = { status: 302, body: '', headers: { location: `${url}/elsewhere` } }
    await expect(sent(account())).rejects.toThrow(/302/)
    expect(received).toHaveLength(1)
  })
})

describe('a message gateway', () => {
  const account = () => ({ MESSAGE_GATEWAY_URL: `${url}/send`, MESSAGE_GATEWAY_TOKEN: 'kunci' })

  it('is given number and text as a form, which no line break ends', async () => {
    await sent(account())
    expect(received[0]!.headers.authorization).toBe('kunci')
    const form = new URLSearchParams(received[0]!.body)
    expect([...form.keys()]).toEqual(['target', 'phone', 'message'])
    expect(form.get('target')).toBe('6281234567890')
    expect(form.get('message')).toBe(code.body)
  })

  it('that answers 200 and means no has refused', async () => {
    answer = { status: 200, body: '{"status":false,"reason":"invalid token"}' }
    await expect(sent(account())).rejects.toBeInstanceOf(Refused)
  })
})

describe('an e-mail gateway', () => {
  const account = () => ({
    EMAIL_GATEWAY_URL: `${url}/emails`,
    EMAIL_GATEWAY_TOKEN: 'kunci',
    EMAIL_FROM: 'Lumbung <kabar@contoh.id>',
  })
  const letter = { ...code, channel: 'email' as const, destination: 'siti@contoh.id' }

  it('is given sender, receiver, the first line as subject, and a key against sending twice', async () => {
    await sent(account(), letter)
    expect(received[0]!.headers['idempotency-key']).toBe(code.id)
    expect(JSON.parse(received[0]!.body)).toEqual({
      from: 'Lumbung <kabar@contoh.id>',
      to: ['siti@contoh.id'],
      subject: '123456 adalah kode masuk Lumbung.',
      text: code.body,
    })
  })
})

it('has no messenger where none is configured, and one a channel where it is', () => {
  expect(messengerFor(env({}), 'whatsapp')).toBeNull()
  expect(messengerFor(env({ EMAIL_GATEWAY_URL: url }), 'email')).toBeNull()
  expect(messengerFor(env({ MESSAGE_GATEWAY_URL: url }), 'email')).toBeNull()
  expect(messengerFor(env({ MESSAGE_GATEWAY_URL: url }), 'whatsapp')).not.toBeNull()
})

it('reports a gateway that nobody answers at', async () => {
  const closed = 'http://127.0.0.1:1/send'
  await expect(sent({ MESSAGE_GATEWAY_URL: closed, MESSAGE_GATEWAY_TOKEN: 'x' })).rejects.toThrow()
})
