/**
 * Midtrans and Xendit as their documentation describes them, on this machine: payments are opened, paid,
 * refused, paid back; notices are signed, and can be had twice, late, in any order or with other words;
 * the servers can fail, dawdle, or answer what the documentation does not know. A person can pay on a page.
 * Steered over HTTP, so that tests within workerd can do so too.
 */
import { createHash } from 'node:crypto'
import { KEYS, type Kept, type Notice, type Provider } from '#test/support/gateways/shared'

export type Answer = { status: number; body: unknown; location?: string }
export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  body: string
  key: string
}

const json = (body: string) => JSON.parse(body || '{}') as Record<string, unknown>
const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')

export class StandIn {
  private readonly payments = new Map<string, Kept>()
  private readonly calls: string[] = []
  private failing = 0
  private slowMs = 0
  /** Where notices of what people pay on the page are sent to. */
  notify: string | null = null

  async answer(asked: Asked): Promise<Answer> {
    const { path } = asked
    if (path.startsWith('/control/')) return this.control(asked)
    if (path.startsWith('/pay/')) return this.page(asked)
    this.calls.push(`${asked.method} ${path}`)
    if (this.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, this.slowMs))
    if (this.failing > 0) {
      this.failing -= 1
      return { status: 500, body: { message: 'Internal Server Error' } }
    }
    return path.startsWith('/midtrans/') ? this.midtrans(asked) : this.xendit(asked)
  }

  private midtrans({ method, path, body, key }: Asked): Answer {
    if (key !== KEYS.midtrans) return { status: 401, body: { error_messages: ['Access denied'] } }
    const found = /^\/midtrans\/v2\/([^/]+)\/status$/.exec(path)
    if (found) {
      const kept = this.payments.get(decodeURIComponent(found[1]!))
      if (!kept || kept.status === 'opened') {
        return { status: 404, body: { status_code: '404', status_message: 'Not found.' } }
      }
      return { status: 200, body: midtransWords(kept) }
    }
    if (method !== 'POST' || path !== '/midtrans/snap/v1/transactions')
      return { status: 404, body: {} }
    const { transaction_details, callbacks } = json(body) as Record<string, Record<string, unknown>>
    const reference = String(transaction_details?.order_id)
    if (this.payments.has(reference)) {
      return { status: 406, body: { error_messages: ['order_id has already been taken'] } }
    }
    const given = {
      amount: Number(transaction_details?.gross_amount),
      finish: String(callbacks?.finish),
    }
    const kept = this.open('midtrans', reference, given)
    return { status: 201, body: { token: kept.id, redirect_url: this.pageOf(kept) } }
  }

  private xendit({ method, path, query, body, key }: Asked): Answer {
    if (key !== KEYS.xendit) return { status: 401, body: { error_code: 'INVALID_API_KEY' } }
    if (method === 'POST') {
      const { external_id, amount, success_redirect_url } = json(body)
      const given = { amount: Number(amount), finish: String(success_redirect_url) }
      const kept = this.open('xendit', String(external_id), given)
      return { status: 200, body: this.invoice(kept) }
    }
    const reference = query.get('external_id')
    const all = [...this.payments.values()].filter((one) => one.provider === 'xendit')
    if (reference !== null) {
      const found = all.filter((one) => one.reference === reference)
      return { status: 200, body: found.map((one) => this.invoice(one)) }
    }
    const kept = all.find((one) => path.endsWith(`/${one.id}`))
    return kept ? { status: 200, body: this.invoice(kept) } : { status: 404, body: {} }
  }

  private open(
    provider: Provider,
    reference: string,
    given: { amount: number; finish: string },
  ): Kept {
    const id = `${provider}-${createHash('sha256').update(reference).digest('hex').slice(0, 20)}`
    const status = provider === 'midtrans' ? 'opened' : 'PENDING'
    const kept = { provider, reference, id, status, back: null, ...given }
    this.payments.set(reference, kept)
    return kept
  }

  private invoice(kept: Kept) {
    return { ...xenditWords(kept), invoice_url: this.pageOf(kept) }
  }

  private control({ method, path, query, body }: Asked): Answer {
    const reference = query.get('reference') ?? ''
    if (path === '/control/reset') {
      this.payments.clear()
      ;[this.calls.length, this.failing, this.slowMs] = [0, 0, 0]
      return { status: 200, body: {} }
    }
    if (path === '/control/calls') return { status: 200, body: this.calls }
    if (path === '/control/behaviour') {
      const { failing = 0, slowMs = 0 } = json(body) as { failing?: number; slowMs?: number }
      ;[this.failing, this.slowMs] = [failing, slowMs]
      return { status: 200, body: {} }
    }
    const kept = this.payments.get(reference)
    if (!kept) return { status: 404, body: {} }
    if (method === 'POST') Object.assign(kept, json(body))
    if (path === '/control/notice') {
      const said = { ...kept, ...(method === 'GET' ? fromQuery(query) : {}) }
      return { status: 200, body: noticeOf(said, query.get('key') ?? undefined) }
    }
    return { status: 200, body: kept }
  }

  private pageOf({ provider, reference }: Kept): string {
    return `${this.address}/pay/${provider}/${encodeURIComponent(reference)}`
  }
  address = ''

  /** Pay or give up; then back to the shop, which is told by a notice. */
  private async page({ method, path, body }: Asked): Promise<Answer> {
    const kept = this.payments.get(decodeURIComponent(path.split('/')[3] ?? ''))
    if (!kept) return { status: 404, body: '<h1>Tidak ada</h1>' }
    if (method === 'GET') {
      const button = (deed: string, words: string) =>
        `<button name="deed" value="${deed}">${words}</button>`
      const form = `<form method="post">${button('pay', 'Bayar')}${button('leave', 'Batal')}</form>`
      return {
        status: 200,
        body: `<!doctype html><title>Bayar</title><h1>Rp ${kept.amount}</h1>${form}`,
      }
    }
    const paid = kept.provider === 'midtrans' ? 'settlement' : 'PAID'
    if (body.includes('pay')) kept.status = paid
    if (this.notify && body.includes('pay')) {
      const notice = noticeOf(kept)
      const headers = { 'content-type': 'application/json', ...notice.headers }
      const to = `${this.notify}/${kept.provider}/notices`
      await fetch(to, {
        method: 'POST',
        headers,
        body: notice.body,
      })
    }
    return { status: 303, body: '', location: kept.finish }
  }
}

const fromQuery = (query: URLSearchParams) => ({
  ...(query.has('status') ? { status: query.get('status')! } : {}),
  ...(query.has('amount') ? { amount: Number(query.get('amount')) } : {}),
  ...(query.has('as') ? { reference: query.get('as')! } : {}),
})

function midtransWords({ reference, id, status, amount, back }: Kept) {
  const code =
    status === 'pending' ? '201' : status === 'deny' ? '202' : status === 'expire' ? '407' : '200'
  return {
    status_code: code,
    transaction_id: id,
    order_id: reference,
    gross_amount: `${amount}.00`,
    currency: 'IDR',
    payment_type: 'qris',
    transaction_time: '2026-11-22 10:00:00',
    transaction_status: status,
    fraud_status: 'accept',
    merchant_id: 'G0001',
    ...(status === 'settlement' ? { settlement_time: '2026-11-22 10:05:00' } : {}),
    ...(back === null ? {} : { refund_amount: `${back}.00` }),
    a_field_of_next_year: { nested: true },
  }
}

function xenditWords({ reference, id, status, amount }: Kept) {
  const paid = status === 'PAID' || status === 'SETTLED'
  return {
    id,
    external_id: reference,
    status,
    amount,
    currency: 'IDR',
    ...(paid ? { paid_amount: amount, paid_at: '2026-11-22T03:05:00.000Z' } : {}),
    payment_channel: 'QRIS',
  }
}

function noticeOf(kept: Kept, key?: string): Notice {
  if (kept.provider === 'xendit') {
    const headers = { 'x-callback-token': key ?? KEYS.xenditToken }
    return { headers, body: JSON.stringify(xenditWords(kept)) }
  }
  const words = midtransWords(kept)
  const { order_id, status_code, gross_amount } = words
  const signature_key = sha512(`${order_id}${status_code}${gross_amount}${key ?? KEYS.midtrans}`)
  return { headers: {}, body: JSON.stringify({ ...words, signature_key }) }
}
