import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params }) => ({
  application: await read(api['loan-applications'][':id'].$get({ param: params })),
  key: crypto.randomUUID(),
})

export const actions: Actions = {
  accept: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api['loan-applications'][':id'].acceptance
    const response = await route.$post({ param: params }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/loan-applications/${params.id}`))
  },
  hideSales: async ({ locals: { api }, params, url }) => {
    const route = api['loan-applications'][':id']['sales-consent']
    const response = await route.$delete({ param: params })
    if (!response.ok) return refused(response as Response, {}, url)
    redirect(303, localizeHref(`/loan-applications/${params.id}`))
  },
  withdraw: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api['loan-applications'][':id'].withdrawal
    const response = await route.$post({ param: params }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/loan-applications/${params.id}`))
  },
}
