import { redirect } from '@sveltejs/kit'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => ({
  registration: await readOwn(
    api.enterprises[':slug']['tax-registration'].$get({ param: params }),
    url,
  ),
  isSaved: url.searchParams.has('saved'),
})

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { npwp: typed.npwp?.trim() || null, pkpSince: typed.pkpSince || null }
    const route = api.enterprises[':slug']['tax-registration']
    const response = await route.$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${url.pathname}?saved`)
  },
}
