/**
 * Xendit: an invoice to pay on, its status, and callbacks that carry a fixed token. The token proves who
 * sends, not what is said: the status of the invoice decides.
 */
import * as v from 'valibot'
import type { Env } from '#worker/http/context'
import { dateIn, instant } from '#worker/kernel/calendar'
import { amount, ZERO } from '#worker/kernel/money'
import type { Report, ReportState } from '#worker/market/paying/gateway-payments/report'
import { asked } from '#worker/providers/asked'
import { isSame, keysAt, type Beginning, type Begun, type Gateway } from '#worker/providers/gateway'

const API = 'https://api.xendit.co'
const STATUS_PATIENCE_MS = 4_000

const Invoice = v.looseObject({
  id: v.string(),
  external_id: v.string(),
  status: v.string(),
  amount: v.number(),
  paid_amount: v.optional(v.nullable(v.number())),
  currency: v.optional(v.string(), 'IDR'),
  paid_at: v.optional(v.nullable(v.string())),
})
const Opened = v.looseObject({ id: v.string(), invoice_url: v.pipe(v.string(), v.url()) })

export function xendit(env: Env): Gateway {
  const key = env.XENDIT_SECRET_KEY ?? ''
  const invoices = `${env.XENDIT_API_URL ?? API}/v2/invoices`
  const known = async (reference: string) => {
    const url = `${invoices}?external_id=${encodeURIComponent(reference)}`
    return v.parse(
      v.array(v.unknown()),
      (await asked(url, { key, patienceMs: STATUS_PATIENCE_MS })) ?? [],
    )
  }
  return {
    async begin(beginning) {
      return begunFrom(v.parse(Opened, await asked(invoices, { key, body: invoiceOf(beginning) })))
    },

    async statusOf({ reference, providerId }) {
      if (providerId === null) return reportFrom((await known(reference))[0])
      const url = `${invoices}/${encodeURIComponent(providerId)}`
      return reportFrom(await asked(url, { key, patienceMs: STATUS_PATIENCE_MS }))
    },

    async isAuthentic(headers, _, now) {
      const token = headers.get('x-callback-token') ?? ''
      const rotated = {
        current: env.XENDIT_CALLBACK_TOKEN,
        before: env.XENDIT_CALLBACK_TOKEN_BEFORE,
        until: env.XENDIT_CALLBACK_TOKEN_BEFORE_UNTIL,
      }
      for (const one of keysAt(rotated, now)) if (await isSame(token, one)) return true
      return false
    },

    noticeFrom(body) {
      try {
        return reportFrom(JSON.parse(body))
      } catch {
        return null
      }
    },
  }
}

const begunFrom = ({ id, invoice_url }: v.InferOutput<typeof Opened>): Begun => ({
  providerId: id,
  redirectTo: invoice_url,
})

function invoiceOf({ reference, amount: due, title, buyer, returnTo, minutes }: Beginning) {
  return {
    external_id: reference,
    amount: due,
    currency: 'IDR',
    description: title,
    invoice_duration: minutes * 60,
    customer: {
      given_names: buyer.name,
      mobile_number: `+${buyer.phone}`,
      ...(buyer.email ? { email: buyer.email } : {}),
    },
    success_redirect_url: returnTo,
    failure_redirect_url: returnTo,
  }
}

const STATES: Readonly<Record<string, ReportState>> = {
  PENDING: 'open',
  PAID: 'paid',
  SETTLED: 'paid',
  EXPIRED: 'expired',
  FAILED: 'failed',
  VOIDED: 'failed',
  CANCELED: 'failed',
  REFUNDED: 'paid',
}

function reportFrom(answer: unknown): Report | null {
  const said = v.safeParse(Invoice, answer)
  if (!said.success) return null
  const { id, external_id, status, currency, paid_amount, paid_at } = said.output
  const figure = paid_amount ?? said.output.amount
  const whole =
    Number.isSafeInteger(figure) && figure >= 0 && figure <= 1e12 ? amount(figure) : null
  const paidAt = Date.parse(paid_at ?? '')
  return {
    reference: external_id,
    providerId: id,
    state: STATES[status] ?? 'unknown',
    amount: whole,
    currency,
    back: status === 'REFUNDED' ? (whole ?? ZERO) : ZERO,
    paidOn: Number.isNaN(paidAt) ? null : dateIn('Asia/Jakarta', instant(paidAt)),
    said: status,
  }
}
