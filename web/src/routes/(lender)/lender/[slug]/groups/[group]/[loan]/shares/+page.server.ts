import { error, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const group = await readOwn(api.loans[':id'].shares.$get({ param: { id: params.loan } }), url)
  if (group.loan.lender.slug !== params.slug) error(404)
  return { group, slug: params.slug, key: crypto.randomUUID() }
}

/** Lines with a name or an amount; the others were left empty. */
function sharesIn(typed: Typed) {
  const count = Number(typed.count ?? '0')
  return Array.from({ length: Math.min(count, 60) }, (_, i) => i)
    .filter((i) => typed[`name-${i}`]?.trim() || typed[`amount-${i}`]?.trim())
    .map((i) => ({
      id: typed[`id-${i}`] || null,
      name: typed[`name-${i}`] ?? '',
      phone: typed[`phone-${i}`]?.trim() || null,
      amount: rupiahIn(typed, `amount-${i}`),
    }))
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { shares: sharesIn(typed), reason: typed.reason ?? '' }
    const route = api.loans[':id'].shares
    const response = await route.$post({ param: { id: params.loan }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(
      303,
      localizeHref(`/lender/${params.slug}/groups/${params.group}/${params.loan}?saved`),
    )
  },
}
