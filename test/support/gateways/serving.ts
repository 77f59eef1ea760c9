/**
 * The stand-in of the gateways on a port of this machine. Tests that run side by side each have one of their
 * own under `/networks/<name>`, so that none forgets the payments of another, or makes it fail.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StandIn } from '#test/support/gateways/stand-in'

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

/** Which network is meant, and what is asked of its gateways. */
function addressed(pathname: string): [network: string, path: string] {
  const [, network, path] = /^\/networks\/([^/]+)(\/.*)$/.exec(pathname) ?? []
  return network && path ? [`/networks/${network}`, path] : ['', pathname]
}

type StandInOf = (network: string) => StandIn

async function serve(standInOf: StandInOf, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand.in')
  const [network, path] = addressed(pathname)
  const [, basic = ''] = (request.headers.authorization ?? '').split(' ')
  const asked = {
    method: request.method ?? 'GET',
    path,
    query: searchParams,
    body: await bodyOf(request),
    key: Buffer.from(basic, 'base64').toString().replace(/:$/, ''),
  }
  const { status, body, location } = await standInOf(network).answer(asked)
  const isPage = typeof body === 'string'
  response.writeHead(status, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    ...(location ? { location } : {}),
  })
  response.end(isPage ? body : JSON.stringify(body))
}

/** `standIn` is the one of whoever names no network. */
export type Started = { url: string; standIn: StandIn; close: () => Promise<void> }

export async function startStandIn(): Promise<Started> {
  const standIns = new Map<string, StandIn>()
  let url = ''
  const standInOf = (network: string) => {
    const known = standIns.get(network) ?? new StandIn()
    known.address = url + network
    standIns.set(network, known)
    return known
  }
  const server: Server = createServer(
    (request, response) => void serve(standInOf, request, response),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { url, standIn: standInOf(''), close }
}
