import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { addressIn } from '#lib/server/addresses.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const picked = pickedArea('')
  const [book, areas] = await Promise.all([
    readOwn(api.me.addresses.$get(), url),
    areaLists(api, picked),
  ])
  return { book: book.items, areas, picked, isSaved: url.searchParams.has('saved') }
}

const done = () => redirect(303, `${localizeHref('/account/addresses')}?saved`)

export const actions: Actions = {
  area: async ({ locals: { api }, request }) => {
    const { typed, picked } = addressIn(await request.formData())
    return { problem: null, typed, picked, areas: await areaLists(api, picked) }
  },

  add: async ({ locals: { api }, request, url }) => {
    const { typed, json } = addressIn(await request.formData())
    const response = await api.me.addresses.$post({ json })
    return response.ok ? done() : refused(response, typed, url)
  },

  remove: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.me.addresses[':id'].$delete({ param: { id: typed.id ?? '' } })
    return response.ok ? done() : refused(response, typed, url)
  },
}
