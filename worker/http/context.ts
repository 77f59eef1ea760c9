/** Everything a request brings with it, and what the environment provides. One page says it all. */
import type { Context } from 'hono'
import type { Database, Visit } from '#db/client'
import type { Actor } from '#worker/identity/actor'
import type { Instant } from '#worker/kernel/calendar'
import type { Random } from '#worker/kernel/id'

/** The attempt is a number that counts from 0, so that each is begun once. */
export type OutboxMessage = { id: string; attempt: number }

/** A delivery to a webhook, begun once an attempt like a message. */
export type DeliveryMessage = { webhook: string; change: number; attempt: number }

export type Env = {
  DB: D1Database
  FILES: R2Bucket
  OUTBOX: Queue<OutboxMessage>
  /** Apart from messages to people, so that a slow receiver keeps no sign-in code waiting. */
  WEBHOOKS: Queue<DeliveryMessage>
  ASSETS: Fetcher
  /** `demo` shows sign-in codes; production refuses it. */
  MODE: 'demo' | 'production'
  DEMO_ON_THIS_MACHINE?: 'yes'
  NETWORK_NAME: string
  ZONE: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
  /** 32 bytes in base64: keys for ciphertexts and keyed hashes are derived from it. */
  SECRET_KEY: string
  /** The key before, while what it sealed is being sealed anew. */
  SECRET_KEY_BEFORE?: string
  /** Opens `POST /api/network`, once: the first start of a new deployment. */
  SETUP_TOKEN?: string
  /** Where buyers pay to; without it a network takes no orders. */
  BANK_NAME?: string
  BANK_ACCOUNT?: string
  BANK_HOLDER?: string
  /** Payment gateways: each is offered where its key is set. Addresses of a sandbox may be given. */
  MIDTRANS_SERVER_KEY?: string
  /** The key before, whose notices are good until this day (UTC): 2026-12-01. */
  MIDTRANS_SERVER_KEY_BEFORE?: string
  MIDTRANS_SERVER_KEY_BEFORE_UNTIL?: string
  MIDTRANS_SNAP_URL?: string
  MIDTRANS_API_URL?: string
  XENDIT_SECRET_KEY?: string
  XENDIT_CALLBACK_TOKEN?: string
  XENDIT_CALLBACK_TOKEN_BEFORE?: string
  XENDIT_CALLBACK_TOKEN_BEFORE_UNTIL?: string
  XENDIT_API_URL?: string
  /** The commission in basis points, dated: `500`, or `500,2027-01-01=400`. */
  COMMISSION_BPS?: string
  /** Days after which an order completes by itself: 3 after delivery, 14 after shipping unless set. */
  COMPLETE_DAYS_AFTER_DELIVERY?: string
  COMPLETE_DAYS_AFTER_SHIPPING?: string
  /** The address of the site for links in messages that no request causes: https://pasar.example. */
  SITE_URL?: string
  /** Where messages go; none set: they stay readable in the operator's outbox. */
  WHATSAPP_TOKEN?: string
  WHATSAPP_PHONE_ID?: string
  /** An approved template with one parameter; without it only those who wrote first are reached. */
  WHATSAPP_TEMPLATE?: string
  WHATSAPP_API_URL?: string
  MESSAGE_GATEWAY_URL?: string
  MESSAGE_GATEWAY_TOKEN?: string
  EMAIL_GATEWAY_URL?: string
  EMAIL_GATEWAY_TOKEN?: string
  EMAIL_FROM?: string
}

/** What the front door hands on when a page calls the API in process: one visit, one look at the session. */
export type Arrival = {
  requestId: string
  now: Instant
  visit: Visit
  /** The person behind the session cookie, looked up once however often it is asked for. */
  person?: Promise<Actor> | undefined
}

export type Bindings = Env & {
  arrival?: Arrival
  /** The clock; tests and the seed set it, nobody else. */
  clock?: () => number
}

/** An answer kept under an idempotency key, or the promise of one. */
export type Once = { scope: string; key: string; fingerprint: string; kept: Kept | null }
export type Kept = { fingerprint: string; status: number | null; body: string | null }

/** How often a program may ask in a window of time, and what is left of it; below zero: nothing. */
export type Quota = { name: string; most: number; windowMs: number; left: number; reset: number }

export type Variables = {
  db: Database
  visit: Visit
  actor: Actor
  now: Instant
  requestId: string
  random: Random
  newId: () => string
  /** The organizations in which the actor holds the permission of this route. */
  scope: readonly string[]
  once?: Once
  quota?: Quota
}

export type HonoEnv = { Bindings: Bindings; Variables: Variables }
export type Ctx = Context<HonoEnv>
