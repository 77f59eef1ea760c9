import { fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const picked = pickedArea('')
  const [{ person }, areas] = await Promise.all([
    readOwn(api.me.$get(), url),
    areaLists(api, picked),
  ])
  return { phone: person.phone ?? '', areas, picked, key: crypto.randomUUID() }
}

export const actions: Actions = {
  /** A step of the area picker, where there is no JavaScript. */
  area: async ({ locals: { api }, request }) => {
    const form = await request.formData()
    const picked = pickedArea(form)
    return { typed: typedIn(form), picked, areas: await areaLists(api, picked), problem: null }
  },
  register: async ({ locals: { api }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const picked = pickedArea(form)
    const json = {
      name: typed.name ?? '',
      craft: typed.craft ?? '',
      story: typed.story ?? '',
      areaCode: picked.village,
      womenLed: typed.womenLed === 'on',
      phone: typed.phone ?? '',
    }
    const response = await api.enterprises.$post({ json }, intent(typed))
    if (response.ok) {
      const { slug } = await response.json()
      redirect(303, localizeHref(`/seller/${slug}/start`))
    }
    const refusal = await refused(response, typed, url)
    return fail(refusal.status, { ...refusal.data, picked, areas: await areaLists(api, picked) })
  },
}
