import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { fundIn } from '#lib/server/funds.ts'
import { todayOf } from '#lib/server/today.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const route = api.lenders[':slug'].funds
  await readOwn(route.$get({ param: { slug: params.slug }, query: { limit: '1' } }), url)
  return { base: `/lender/${params.slug}/funds`, today: todayOf(platform) }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { ...fundIn(typed), openedOn: typed.openedOn ?? '' }
    const route = api.lenders[':slug'].funds
    const response = await route.$post({ param: { slug: params.slug }, json })
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/lender/${params.slug}/funds/${id}?saved`))
  },
}
