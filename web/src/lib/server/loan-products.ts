/** What the pages of loan products share: the ground their examples stand on, and an example asked for. */
import type { RequestEvent } from '@sveltejs/kit'
import type { Ground } from '#lib/loan-products/example.ts'
import { read } from '#lib/server/api.ts'
import { typedIn } from '#lib/server/forms.ts'
import { todayOf } from '#lib/server/today.ts'

type Visit = Pick<RequestEvent, 'locals' | 'platform'>

/** The caps and holidays of a lender, and the day. */
export async function groundOf({ locals, platform }: Visit, slug: string): Promise<Ground> {
  const desk = locals.api.lenders[':slug']
  const [{ items: caps }, { items: holidays }] = await Promise.all([
    read(desk['rate-caps'].$get({ param: { slug } })),
    read(desk.holidays.$get({ param: { slug } })),
  ])
  const today = todayOf(platform)
  return { caps, holidays: holidays.map(({ day }) => day), today, locale: locals.locale }
}

/** Nothing is kept: the form comes back with what was typed, and the example is drawn from it. */
export async function exampleAsked({ request }: RequestEvent) {
  return { typed: typedIn(await request.formData()), problem: null }
}

/** A percentage as typed. */
export function numberTyped(text: string): number {
  const plain = text.replace(/\s|%/g, '').replace(',', '.')
  return plain === '' ? Number.NaN : Number(plain)
}
