import { error, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { id, slug }, url }) => {
  const [{ loan }, { region }] = await Promise.all([
    readOwn(api.loans[':id'].$get({ param: { id } }), url),
    readOwn(api.loans[':id'].region.$get({ param: { id } }), url),
  ])
  if (loan.lender.slug !== slug) error(404)
  const code = region?.code ?? ''
  const picked = { ...pickedArea(''), province: code.slice(0, 2), regency: code }
  const areas = await areaLists(api, picked)
  return { loan, region, picked, areas, base: localizeHref(`/lender/${slug}/loans/${id}`) }
}

export const actions: Actions = {
  area: async ({ locals: { api }, request }) => {
    const form = await request.formData()
    const picked = pickedArea(form)
    return { problem: null, typed: typedIn(form), picked, areas: await areaLists(api, picked) }
  },

  save: async ({ locals: { api }, params: { id, slug }, request, url }) => {
    const form = await request.formData()
    const json = { code: pickedArea(form).regency }
    const response = await api.loans[':id'].region.$put({ param: { id }, json })
    if (!response.ok) return refused(response, typedIn(form), url)
    redirect(303, localizeHref(`/lender/${slug}/loans/${id}?saved#officer`))
  },
}
