import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const route = api['loan-applications'][':id']
  const [application, paper] = await Promise.all([
    readOwn(route.$get({ param: params }), url),
    readOwn(route.agreement.$get({ param: params }), url),
  ])
  const missing = application.pledges.filter((one) => one.status !== 'confirmed')
  return { application, paper, missing: missing.map((one) => one.name), key: crypto.randomUUID() }
}

export const actions: Actions = {
  code: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api['loan-applications'][':id']['acceptance-codes']
    const json = { agreement: typed.agreement ?? '' }
    const response = await route.$post({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    const sent = await response.json()
    const demo = 'code' in sent ? sent.code : ''
    return { typed: { ...typed, to: sent.to, demo }, problem: undefined }
  },
  accept: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const { agreement = '', code = '' } = typed
    const route = api['loan-applications'][':id'].acceptance
    const response = await route.$post({ param: params, json: { agreement, code } }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/loan-applications/${params.id}`))
  },
}
