/** The gateways as API tests meet them: configured, steered, and their notices brought to the Worker. */
import { inject } from 'vitest'
import { between, Client, type Answer, type Json } from '#test/support/client'
import {
  gatewayBindings,
  type Kept,
  type Notice,
  type Provider,
} from '#test/support/gateways/shared'
import { aPurchase, type Bought, type Market } from '#test/support/orders'
import { expected } from '#test/support/world'

let network = ''
/** Another worker's tests have other gateways: nothing is shared but the port. */
const url = () => {
  network ||= crypto.randomUUID()
  return `${inject('gateways')}/networks/${network}`
}

/** The network takes payments through both, as of now. */
export async function withGateways(more: Record<string, string> = {}): Promise<void> {
  await control('reset', {})
  between.world = (given) => ({ ...given, ...gatewayBindings(url()), ...more })
}

export const withoutGateways = () => void (between.world = (given) => given)

export async function control<T = unknown>(path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${url()}/control/${path}`, init)
  return (await response.json()) as T
}

/** What the gateway holds to be true of a payment from now on. */
export const become = (reference: string, change: Partial<Kept>) =>
  control(`state?reference=${encodeURIComponent(reference)}`, change)

export function noticeOf(reference: string, words: Record<string, string> = {}): Promise<Notice> {
  const query = new URLSearchParams({ reference, ...words })
  return control<Notice>(`notice?${query.toString()}`)
}

export function bring(provider: Provider, { headers, body }: Notice): Promise<Answer> {
  const path = `/api/gateways/${provider}/notices`
  return new Client().send('POST', path, body, { 'content-type': 'application/json', ...headers })
}

export const PAID: Record<Provider, string> = { midtrans: 'settlement', xendit: 'PAID' }

export type Begun = Bought & { reference: string; redirectTo: string }

/** A purchase whose buyer has been sent to the gateway's page. */
export async function aBegunPayment(at: Market, provider: Provider): Promise<Begun> {
  const bought = await aPurchase([at], { method: provider })
  const path = `/api/purchases/${bought.purchase.code}/gateway-payment`
  const { reference, redirectTo } = expected(await bought.buyer.post(path), 201) as Json
  return { ...bought, reference, redirectTo }
}

/** Paid at the gateway, and the notice of it brought. */
export async function aGatewayPaid(at: Market, provider: Provider): Promise<Begun> {
  const begun = await aBegunPayment(at, provider)
  await become(begun.reference, { status: PAID[provider] })
  expected(await bring(provider, await noticeOf(begun.reference)), 200)
  return begun
}
