/**
 * Midtrans: a Snap page to pay on, the status API, and notices signed with SHA-512 of order id, status
 * code, amount and server key. The signature leaves the status itself uncovered: the status API decides.
 */
import * as v from 'valibot'
import type { Env } from '#worker/http/context'
import { hex } from '#worker/http/fingerprint'
import { isLocalDate } from '#worker/kernel/calendar'
import { ZERO } from '#worker/kernel/money'
import type { Report, ReportState } from '#worker/market/paying/gateway-payments/report'
import { exactRupiah } from '#worker/ledger/bank-statements/amount-text'
import { asked } from '#worker/providers/asked'
import { isSame, keysAt, type Gateway } from '#worker/providers/gateway'

const SNAP = 'https://app.midtrans.com'
const CORE = 'https://api.midtrans.com'
/** Midtrans asks to be answered within five seconds, our own question included. */
const STATUS_PATIENCE_MS = 4_000

/** Of a notice and of a status answer alike; fields we do not know are welcome. */
const Said = v.looseObject({
  order_id: v.string(),
  transaction_id: v.optional(v.string(), ''),
  transaction_status: v.string(),
  status_code: v.optional(v.string(), ''),
  gross_amount: v.string(),
  currency: v.optional(v.string(), 'IDR'),
  fraud_status: v.optional(v.string(), 'accept'),
  settlement_time: v.optional(v.string(), ''),
  refund_amount: v.optional(v.string()),
})
const Signed = v.looseObject({
  order_id: v.string(),
  status_code: v.string(),
  gross_amount: v.string(),
  signature_key: v.string(),
})
const Opened = v.looseObject({ token: v.string(), redirect_url: v.pipe(v.string(), v.url()) })

export function midtrans(env: Env): Gateway {
  const key = env.MIDTRANS_SERVER_KEY ?? ''
  return {
    async begin({ reference, amount, title, buyer, returnTo, minutes }) {
      const opened = await asked(`${env.MIDTRANS_SNAP_URL ?? SNAP}/snap/v1/transactions`, {
        key,
        body: {
          transaction_details: { order_id: reference, gross_amount: amount },
          item_details: [{ id: reference, name: title.slice(0, 50), price: amount, quantity: 1 }],
          customer_details: {
            first_name: buyer.name,
            phone: buyer.phone,
            ...(buyer.email ? { email: buyer.email } : {}),
          },
          expiry: { unit: 'minutes', duration: minutes },
          callbacks: { finish: returnTo },
        },
      })
      return { providerId: null, redirectTo: v.parse(Opened, opened).redirect_url }
    },

    async statusOf({ reference }) {
      const url = `${env.MIDTRANS_API_URL ?? CORE}/v2/${encodeURIComponent(reference)}/status`
      const answer = await asked(url, { key, patienceMs: STATUS_PATIENCE_MS })
      return reportFrom(answer)
    },

    async isAuthentic(_, body, now) {
      const notice = v.safeParse(Signed, parsed(body))
      if (!notice.success) return false
      const { order_id, status_code, gross_amount, signature_key } = notice.output
      const rotated = {
        current: env.MIDTRANS_SERVER_KEY,
        before: env.MIDTRANS_SERVER_KEY_BEFORE,
        until: env.MIDTRANS_SERVER_KEY_BEFORE_UNTIL,
      }
      for (const one of keysAt(rotated, now)) {
        const due = await sha512(`${order_id}${status_code}${gross_amount}${one}`)
        if (await isSame(signature_key, due)) return true
      }
      return false
    },

    noticeFrom: (body) => reportFrom(parsed(body)),
  }
}

function reportFrom(answer: unknown): Report | null {
  const said = v.safeParse(Said, answer)
  if (!said.success) return null
  const { order_id, transaction_id, transaction_status, gross_amount, currency } = said.output
  const paid = exactRupiah(gross_amount)
  const [state, isBack] = stateOf(said.output)
  const given = said.output.refund_amount
  const back = isBack ? (given === undefined ? paid : exactRupiah(given)) : ZERO
  const day = said.output.settlement_time.slice(0, 10)
  return {
    reference: order_id,
    providerId: transaction_id,
    state,
    amount: back === null ? null : paid,
    currency,
    back: back ?? ZERO,
    paidOn: isLocalDate(day) ? day : null,
    said: transaction_status,
  }
}

type Status = { transaction_status: string; fraud_status: string }

/** The state, and whether money went back. */
function stateOf({
  transaction_status: status,
  fraud_status: fraud,
}: Status): [ReportState, boolean] {
  if (status === 'settlement' || status === 'capture') {
    if (fraud === 'deny') return ['failed', false]
    return [fraud === 'accept' ? 'paid' : 'open', false]
  }
  if (/^(partial_)?(refund|chargeback)$/.test(status)) return ['paid', true]
  if (status === 'deny' || status === 'cancel' || status === 'failure') return ['failed', false]
  if (status === 'expire') return ['expired', false]
  return [status === 'pending' || status === 'authorize' ? 'open' : 'unknown', false]
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return null
  }
}

async function sha512(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-512', new TextEncoder().encode(text))))
}
