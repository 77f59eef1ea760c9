import { error, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { measureIn, occasionIn } from '#lib/server/loan-change-form.ts'
import { todayOf } from '#lib/server/today.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const statement = await readOwn(api.loans[':id'].$get({ param: { id: params.id } }), url)
  if (statement.loan.lender.slug !== params.slug) error(404)
  return {
    loan: statement.loan,
    slug: params.slug,
    kind: url.searchParams.get('kind'),
    today: todayOf(platform),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  preview: async ({ locals: { api }, params: { id }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { measure: measureIn(typed) }
    const response = await api.loans[':id'].changes.preview.$post({ param: { id }, json })
    if (!response.ok) return refused(response, typed, url)
    const { effect } = await response.json()
    return { effect, typed, problem: null }
  },

  propose: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = { measure: measureIn(typed), occasion: occasionIn(typed) }
    const json = { ...asked, reason: typed.reason ?? '' }
    const response = await api.loans[':id'].changes.$post({ param: { id }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { id: change } = await response.json()
    redirect(303, localizeHref(`/lender/${slug}/loan-changes/${change}?sent`))
  },
}
