/**
 * What a form brought, as the API wants it, and what becomes of a refusal: back beside the form with
 * everything that was typed, or on to where the person first has to go.
 */
import { fail, redirect } from '@sveltejs/kit'
import { amountFrom } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { problemOf } from '#lib/server/api.ts'

/** What was typed, to be typed again. Files are not among it. */
export type Typed = Record<string, string>

export function typedIn(form: FormData): Typed {
  const typed: Typed = {}
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value
  return typed
}

/** Rupiah as typed; what is no amount is sent as NaN, so that the API points at its field. */
export function rupiahIn(typed: Typed, name: string): number {
  return amountFrom(typed[name] ?? '') ?? Number.NaN
}

/** A number as typed, with a decimal comma or point. */
export function numberIn(typed: Typed, name: string): number {
  const text = (typed[name] ?? '').trim().replace(',', '.')
  return text === '' ? Number.NaN : Number(text)
}

/** The headers of an intent: the key made when its form was drawn. */
export function intent(typed: Typed): { headers: Record<string, string> } {
  return { headers: { 'idempotency-key': typed.key ?? crypto.randomUUID() } }
}

type Refused = Pick<Response, 'json' | 'status'>

/**
 * A refusal for the form. Whoever must sign in or confirm a second factor first is sent there, and back.
 */
export async function refused(response: Refused, typed: Typed, from: URL) {
  const problem = await problemOf(response)
  const next = encodeURIComponent(from.pathname + from.search)
  if (problem.slug === 'not-signed-in') redirect(303, `${localizeHref('/sign-in')}?next=${next}`)
  if (problem.slug === 'second-factor-required') {
    const again = problem.facts?.again === true ? '&again=1' : ''
    redirect(303, `${localizeHref('/security')}?next=${next}${again}`)
  }
  return fail(problem.status, { problem, typed })
}
