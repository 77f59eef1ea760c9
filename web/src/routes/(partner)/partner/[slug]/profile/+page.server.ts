import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { numberIn, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const company = await readOwn(api.companies[':slug'].$get({ param: { slug } }), url)
  const picked = pickedArea(company.papers?.areaCode ?? '')
  const areas = await areaLists(api, picked)
  return { company, slug, picked, areas, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  area: async ({ locals: { api }, request }) => {
    const form = await request.formData()
    const picked = pickedArea(form)
    return { typed: typedIn(form), picked, areas: await areaLists(api, picked) }
  },
  papers: async ({ locals: { api }, params: { slug }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const { legalName = '', npwp = '', prefix = '', street = '', postalCode = '' } = typed
    const { contactName = '', contactPhone = '', contactEmail = '' } = typed
    const json = {
      ...{ legalName, npwp, prefix, street, postalCode, contactName, contactPhone },
      areaCode: pickedArea(form).village,
      contactEmail: contactEmail.trim() || null,
      staffLimit: rupiahIn(typed, 'staffLimit'),
      managerLimit: rupiahIn(typed, 'managerLimit'),
      tempoDays: numberIn(typed, 'tempoDays'),
    }
    const response = await api.companies[':slug'].$put({ param: { slug }, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/partner/${slug}/profile?saved`))
  },
}
