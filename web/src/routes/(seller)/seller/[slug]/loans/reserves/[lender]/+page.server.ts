import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const route = api.lenders[':slug'].groups[':group']
  const param = { slug: params.lender, group: params.slug }
  return {
    dossier: await readOwn(route.$get({ param }), url),
    slug: params.slug,
    key: crypto.randomUUID(),
    saved: url.searchParams.has('saved'),
  }
}

export const actions: Actions = {
  ask: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { amount: rupiahIn(typed, 'amount'), reason: typed.reason ?? '' }
    const param = { slug: params.lender, group: params.slug }
    const route = api.lenders[':slug'].groups[':group'].withdrawals
    const response = await route.$post({ param, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/seller/${params.slug}/loans/reserves/${params.lender}?saved`))
  },
}
