import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const list = await readOwn(api.organizations[':slug'].companions.$get({ param: params }), url)
  return { grants: list.items, slug: params.slug, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  grant: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const scopes = (['products', 'orders'] as const).filter((one) => typed[one] === 'on')
    const json = { phone: typed.phone ?? '', scopes, endsOn: typed.endsOn ?? '' }
    const response = await api.organizations[':slug'].companions.$post({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/organizations/${params.slug}/companions`)}?saved`)
  },
  revoke: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const param = { ...params, id: typed.id ?? '' }
    const response = await api.organizations[':slug'].companions[':id'].$delete({ param })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/organizations/${params.slug}/companions`)}?saved`)
  },
}
