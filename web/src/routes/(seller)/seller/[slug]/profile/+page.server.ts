import { redirect } from '@sveltejs/kit'
import { instantTyped } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { networkOf } from '#lib/server/network.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const enterprise = await readOwn(api.enterprises[':slug'].$get({ param: params }), url)
  const picked = pickedArea(enterprise.areaCode)
  const areas = await areaLists(api, picked)
  return { enterprise, picked, areas, said: url.searchParams.get('said') }
}

export const actions: Actions = {
  area: async ({ locals: { api }, request }) => {
    const form = await request.formData()
    const picked = pickedArea(form)
    return { typed: typedIn(form), picked, areas: await areaLists(api, picked) }
  },
  profile: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const picked = pickedArea(form)
    const json = {
      name: typed.name ?? '',
      craft: typed.craft ?? '',
      story: typed.story ?? '',
      areaCode: picked.village,
      womenLed: typed.womenLed === 'true',
      pickupPlace: typed.pickupPlace ?? '',
      phone: typed.phone ?? '',
    }
    const response = await api.enterprises[':slug'].$patch({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/seller/${params.slug}/profile?said=profile`))
  },
  hours: async ({ locals: { api }, params, request, url, platform }) => {
    const typed = typedIn(await request.formData())
    const { zone } = networkOf(platform)
    const json = {
      opensAt: instantTyped(typed.shopOpensAt ?? '', zone),
      closesAt: instantTyped(typed.shopClosesAt ?? '', zone),
    }
    const response = await api.enterprises[':slug'].hours.$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/seller/${params.slug}/profile?said=hours`))
  },
}
