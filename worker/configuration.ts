/** Configuration errors stop at the door: a network with a wrong one must not take a single order. */
import type { Env } from '#worker/http/context'
import { Refusal } from '#worker/kernel/refusal'
import { ratesFrom } from '#worker/market/buying/checkout/commission'

const ZONES = new Set(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])

/** A Worker that runs keeps its environment, so it is judged once and not with every request. */
const judged = new WeakMap<Env, readonly string[]>()

export function refuseUnsafeConfiguration(env: Env): void {
  const faults = judged.get(env) ?? faultsOf(env)
  judged.set(env, faults)
  if (faults.length > 0) throw new Refusal('unavailable', faults.join(' '))
}

/**
 * What is wrong with the configuration, in sentences. Demo mode shows sign-in codes to anyone, so it
 * starts only where the door is a laptop: `DEMO_ON_THIS_MACHINE` is set by the local server alone.
 */
export function faultsOf(env: Env): string[] {
  const faults: string[] = []
  if (env.MODE !== 'demo' && env.MODE !== 'production') faults.push('MODE is demo or production.')
  if (env.MODE === 'demo' && env.DEMO_ON_THIS_MACHINE !== 'yes') {
    faults.push('Demo mode runs on a laptop only: set MODE to production.')
  }
  if (!ZONES.has(env.ZONE)) faults.push('ZONE is Asia/Jakarta, Asia/Makassar or Asia/Jayapura.')
  if (!/^[A-Za-z0-9+/]{43}=$/.test(env.SECRET_KEY ?? '')) {
    faults.push('SECRET_KEY is 32 random bytes in base64: openssl rand -base64 32.')
  }
  if (env.COMMISSION_BPS !== undefined && !ratesFrom(env.COMMISSION_BPS)) {
    faults.push('COMMISSION_BPS is basis points: 500, or 500,2027-01-01=400 for a later change.')
  }
  return faults
}
