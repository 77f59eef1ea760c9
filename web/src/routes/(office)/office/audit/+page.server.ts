import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const after = url.searchParams.get('after')
  const past = await readOwn(api.audits.$get({ query: after ? { after } : {} }), url)
  return { past, isFirst: after === null }
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const response = await api.audits.$post()
    if (!response.ok) return refused(response, typedIn(await request.formData()), url)
    return { problem: null, report: await response.json() }
  },
}
