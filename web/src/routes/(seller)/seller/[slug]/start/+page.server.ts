import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

/** Where she stands is read from what is there, so that she may go on at any time, on any phone. */
export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const param = params
  const [enterprise, { tariffs }, { items }] = await Promise.all([
    readOwn(api.enterprises[':slug'].$get({ param }), url),
    readOwn(api.enterprises[':slug'].tariffs.$get({ param }), url),
    readOwn(api.enterprises[':slug'].products.$get({ param, query: { limit: '1' } }), url),
  ])
  const sends = tariffs.length > 0 || enterprise.pickupPlace !== null
  const product = items[0] ?? null
  const step = !sends ? 1 : product?.status !== 'listed' ? 2 : 3
  return { enterprise, product, step, slug: params.slug }
}

const DAYS = { daysFrom: 2, daysTo: 7 }

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const firstKg = rupiahIn(typed, 'firstKg')
    const nextKg = typed.nextKg?.trim() ? rupiahIn(typed, 'nextKg') : firstKg
    const json = { tariffs: [{ destination: '', firstKg, nextKg, ...DAYS }] }
    const response = await api.enterprises[':slug'].tariffs.$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/seller/${params.slug}/start`))
  },
}
