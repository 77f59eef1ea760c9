import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

const SHOWN = ['created', 'changed', 'unchanged', 'fault'] as const

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const wanted = SHOWN.find((one) => one === url.searchParams.get('outcome'))
  const after = url.searchParams.get('after')
  const query = { ...(wanted ? { outcome: wanted } : {}), ...(after ? { after } : {}) }
  const [one, items] = await Promise.all([
    readOwn(api.enterprises[':slug'].imports[':id'].$get({ param: params }), url),
    readOwn(api.enterprises[':slug'].imports[':id'].items.$get({ param: params, query }), url),
  ])
  return { one, items, wanted: wanted ?? null, key: crypto.randomUUID(), slug: params.slug }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const application = api.enterprises[':slug'].imports[':id'].application
    const response = await application.$post({ param: params }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/seller/${params.slug}/imports/${params.id}`))
  },
}
