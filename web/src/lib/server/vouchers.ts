/** The vouchers of a seller, the operator or a partner: one list and one form in three rooms. */
import { redirect } from '@sveltejs/kit'
import { dateOf } from '#lib/format.ts'
import { getLocale } from '#lib/paraglide/runtime.js'
import { read, readOwn, type ApiClient } from '#lib/server/api.ts'
import { intent, numberIn, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Zone } from '#worker/kernel/calendar'

type Asked = { api: ApiClient; slug: string; url: URL; zone: Zone }

export async function vouchersOf({ api, slug, url, zone }: Asked) {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const [page, categories] = await Promise.all([
    readOwn(api.organizations[':slug'].vouchers.$get({ param: { slug }, query }), url),
    read(api.categories.$get({ query: {} })),
  ])
  return {
    vouchers: page.items.map((one) => ({ ...one, key: crypto.randomUUID() })),
    next: page.next,
    isFirst: after === null,
    categories: categories.items.map(({ slug: value, nameId, nameEn }) => ({
      value,
      label: getLocale() === 'en' ? nameEn : nameId,
    })),
    key: crypto.randomUUID(),
    today: dateOf(Date.now(), zone),
    said: url.searchParams.get('said'),
  }
}

const orNull = (typed: Typed, name: string, parse: (typed: Typed, name: string) => number) =>
  typed[name]?.trim() ? parse(typed, name) : null

function voucherIn(typed: Typed) {
  const terms = {
    label: typed.label ?? '',
    minimum: orNull(typed, 'minimum', rupiahIn) ?? 0,
    startsOn: typed.startsOn ?? '',
    endsOn: typed.endsOn || null,
    mostUses: orNull(typed, 'mostUses', numberIn),
    mostPerBuyer: orNull(typed, 'mostPerBuyer', numberIn),
    budget: orNull(typed, 'budget', rupiahIn),
    categories: typed.category ? [typed.category] : [],
  }
  const cap = orNull(typed, 'cap', rupiahIn)
  const code = typed.code ?? ''
  if (typed.kind === 'percent') {
    const percentBps = Math.round(numberIn(typed, 'percent') * 100)
    return { kind: 'percent' as const, code, percentBps, cap, ...terms }
  }
  if (typed.kind === 'amount') {
    return { kind: 'amount' as const, code, cap: cap ?? Number.NaN, ...terms }
  }
  return { kind: 'shipping' as const, code: code.trim() ? code : null, cap, ...terms }
}

type Acting = { api: ApiClient; slug: string; request: Request; url: URL }

export async function makeVoucher({ api, slug, request, url }: Acting) {
  const typed = typedIn(await request.formData())
  const asked = { param: { slug }, json: voucherIn(typed) }
  const response = await api.organizations[':slug'].vouchers.$post(asked, intent(typed))
  if (!response.ok) return refused(response, typed, url)
  redirect(303, `${url.pathname}?said=${encodeURIComponent((await response.json()).label)}`)
}

export async function closeVoucher({ api, slug, request, url }: Acting) {
  const typed = typedIn(await request.formData())
  const param = { slug, id: typed.id ?? '' }
  const route = api.organizations[':slug'].vouchers[':id'].closure
  const response = await route.$post({ param }, intent(typed))
  if (!response.ok) return refused(response, typed, url)
  redirect(303, `${url.pathname}?said=`)
}
