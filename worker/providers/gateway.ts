/**
 * Payment gateways behind one interface, one adapter a file. Each is there when its key is configured. A key
 * is changed with an overlap: notices signed with the one before are good until the day it ends.
 */
import type { Env } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import type { Amount } from '#worker/kernel/money'
import {
  PROVIDERS,
  type Provider,
  type Report,
} from '#worker/market/paying/gateway-payments/report'
import { midtrans } from '#worker/providers/midtrans'
import { xendit } from '#worker/providers/xendit'

export type Beginning = {
  reference: string
  amount: Amount
  title: string
  buyer: { name: string; phone: string; email: string | null }
  /** Where the buyer comes back to; it says nothing about whether she paid. */
  returnTo: string
  minutes: number
}

export type Begun = { providerId: string | null; redirectTo: string }
export type Known = { reference: string; providerId: string | null }

export interface Gateway {
  /** The page where the buyer pays. A reference is used once; what gets lost is begun under another. */
  begin(asked: Beginning): Promise<Begun>
  /** What the gateway knows of a payment; null when it knows none. */
  statusOf(known: Known): Promise<Report | null>
  /** Whether a notice is the gateway's own. */
  isAuthentic(headers: Headers, body: string, now: number): Promise<boolean>
  /** What a notice says; null when it is about no payment. */
  noticeFrom(body: string): Report | null
}

/** The network has no such gateway. */
export function gatewayFor(env: Env, provider: Provider): Gateway | null {
  if (provider === 'midtrans') return env.MIDTRANS_SERVER_KEY ? midtrans(env) : null
  return env.XENDIT_SECRET_KEY && env.XENDIT_CALLBACK_TOKEN ? xendit(env) : null
}

export function gatewaysOf(env: Env): Provider[] {
  return PROVIDERS.filter((provider) => gatewayFor(env, provider) !== null)
}

type Rotated = {
  current: string | undefined
  before: string | undefined
  until: string | undefined
}

/** The keys that are good now: the current one, and the one before it until its end (a day, in UTC). */
export function keysAt({ current, before, until }: Rotated, now: number): string[] {
  const lasts = before && until && now < Date.parse(`${until}T00:00:00Z`)
  return [...(current ? [current] : []), ...(lasts ? [before] : [])]
}

/** Compares hashes, so that the time it takes says nothing of the text. */
export async function isSame(given: string, known: string): Promise<boolean> {
  const [a, b] = await Promise.all([sha256(given), sha256(known)])
  let differs = 0
  for (let at = 0; at < a.length; at += 1) differs |= a.charCodeAt(at) ^ b.charCodeAt(at)
  return differs === 0
}
