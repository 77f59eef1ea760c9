/**
 * A webhook is an address at which an organization wants to be told of changes. What it misses is tried
 * again with growing pauses, seven times over about a day and a half, and given up; then it is `failing`
 * until something arrives again. One that answers 410 (gone), or is paused, keeps what waits for it. A
 * secret that is replaced signs along for a day, so that nothing is refused meanwhile.
 */
import type { Act, Happened } from '#worker/history/event'
import { Refusal } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'

export const WEBHOOK_STATES = ['active', 'failing', 'paused', 'removed'] as const
export type WebhookStatus = (typeof WEBHOOK_STATES)[number]

export type Webhook = {
  id: string
  organizationId: string
  url: string
  /** `order.paid`, `order.*` or `*`. */
  types: readonly string[]
  status: WebhookStatus
  createdAt: number
  version: number
}

const TRANSITIONS: Transitions<WebhookStatus> = {
  active: ['failing', 'paused', 'removed'],
  failing: ['active', 'paused', 'removed'],
  paused: ['active', 'removed'],
  removed: [],
}

/** So many may an organization have. */
export const MOST_WEBHOOKS = 10
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Pauses after an attempt that failed. */
export const PAUSES_MS = [
  ...[1 * MINUTE, 5 * MINUTE, 30 * MINUTE],
  ...[2 * HOUR, 6 * HOUR, 24 * HOUR],
] as const

/** How long the secret before signs along. */
export const OVERLAP_MS = 24 * HOUR

/** Where its secret is sealed; it opens nowhere else. */
export const secretPlace = (id: string) => ({ table: 'webhooks', column: 'secret', id })

export type Changed = { webhook: Webhook; event: Happened }

type Asked = { url: string; types: readonly string[] }
type Given = { id: string; organizationId: string; act: Act; held: number }

export function registerWebhook(asked: Asked, { id, organizationId, act, held }: Given): Changed {
  if (held >= MOST_WEBHOOKS) {
    throw new Refusal('outside-limits', `An organization has ${MOST_WEBHOOKS} webhooks at most.`)
  }
  const { url, types } = asked
  const made = { status: 'active', createdAt: act.at, version: 1 } as const
  const event = { ...act, subject: id, seq: 1, type: 'made', data: { url, types } }
  return { webhook: { id, organizationId, url, types, ...made }, event }
}

type Wanted = {
  url?: string | undefined
  types?: readonly string[] | undefined
  status?: 'active' | 'paused' | undefined
}

export function changeWebhook(before: Webhook, wanted: Wanted, act: Act): Changed {
  const status =
    wanted.status && wanted.status !== before.status
      ? transition(TRANSITIONS, before.status, wanted.status)
      : before.status
  const { url = before.url, types = before.types } = wanted
  return next({ ...before, url, types, status }, act, 'changed', { url, types, status })
}

export function removeWebhook(before: Webhook, act: Act): Changed {
  const status = transition(TRANSITIONS, before.status, 'removed')
  return next({ ...before, status }, act, 'removed')
}

/** An event for this webhook alone, to see whether it arrives. */
export const pingWebhook = (before: Webhook, act: Act): Changed => next(before, act, 'pinged')

export const replaceSecret = (before: Webhook, act: Act): Changed =>
  next(before, act, 'secret-replaced')

function next(webhook: Webhook, act: Act, type: string, data = {}): Changed {
  const version = webhook.version + 1
  const event = { ...act, subject: webhook.id, seq: version, type, data }
  return { webhook: { ...webhook, version }, event }
}

/** What an attempt came to; no status where nobody answered. */
export type Try = { at: number; status: number | null; ms: number; answer: string }

export type Outcome = {
  status: 'waiting' | 'delivered' | 'given-up'
  nextAt: number
  /** What becomes of the webhook by it, where something does. */
  webhook: 'active' | 'failing' | 'paused' | null
}

export const arrived = ({ status }: Try) => status !== null && status >= 200 && status < 300

export function outcomeOf(tried: Try, attempts: number, webhook: WebhookStatus): Outcome {
  const at = tried.at
  if (arrived(tried)) {
    const recovered = webhook === 'failing' ? 'active' : null
    return { status: 'delivered', nextAt: at, webhook: recovered }
  }
  if (tried.status === 410) return { status: 'given-up', nextAt: at, webhook: 'paused' }
  const pause = PAUSES_MS[attempts - 1]
  if (pause !== undefined) return { status: 'waiting', nextAt: at + pause, webhook: null }
  return { status: 'given-up', nextAt: at, webhook: webhook === 'active' ? 'failing' : null }
}

/** What its own fate does to a webhook. */
export function settleWebhook(before: Webhook, status: WebhookStatus, act: Act): Changed {
  return next({ ...before, status }, act, status === 'active' ? 'recovered' : status)
}
