import { error, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { addressIn } from '#lib/server/addresses.ts'
import { readOwn } from '#lib/server/api.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { refused } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const { items } = await readOwn(api.me.addresses.$get(), url)
  const kept = items.find((one) => one.id === params.id) ?? error(404)
  const picked = pickedArea(kept.areaCode)
  const { label, recipient, phone, street, postalCode, note } = kept
  const typed: Record<string, string> = { label, recipient, phone, street, postalCode, note }
  if (kept.preferred) typed.preferred = 'yes'
  return { typed, picked, areas: await areaLists(api, picked) }
}

export const actions: Actions = {
  area: async ({ locals: { api }, request }) => {
    const { typed, picked } = addressIn(await request.formData())
    return { problem: null, typed, picked, areas: await areaLists(api, picked) }
  },

  save: async ({ locals: { api }, params, request, url }) => {
    const { typed, json } = addressIn(await request.formData())
    const response = await api.me.addresses[':id'].$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref('/account/addresses')}?saved`)
  },
}
