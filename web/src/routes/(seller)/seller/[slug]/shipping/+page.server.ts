import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { numberIn, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import { REGULAR } from '#worker/market/buying/shipping/shipping-service'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const [{ items }, areas] = await Promise.all([
    read(api.enterprises[':slug']['shipping-services'].$get({ param: { slug } })),
    areaLists(api, pickedArea('')),
  ])
  const picked = pickedArea('')
  // The table of no named courier is kept row by row here; the others have a page each.
  const tariffs = items.find((one) => one.code === REGULAR)?.tariffs ?? []
  const services = items.filter((one) => one.code !== REGULAR)
  return { tariffs, services, slug, areas, picked, saved: url.searchParams.has('saved') }
}

const rowIn = (typed: Typed, n: string, destination: string) => ({
  destination,
  firstKg: rupiahIn(typed, `firstKg-${n}`),
  nextKg: rupiahIn(typed, `nextKg-${n}`),
  daysFrom: numberIn(typed, `daysFrom-${n}`),
  daysTo: numberIn(typed, `daysTo-${n}`),
})

/** The rows that stay and, where it was filled in, the new one. */
function tariffsIn(typed: Typed, added: string) {
  const rows = Object.keys(typed)
    .filter((name) => name.startsWith('destination-'))
    .map((name) => name.slice('destination-'.length))
    .filter((n) => typed[`drop-${n}`] !== 'yes')
    .map((n) => rowIn(typed, n, typed[`destination-${n}`] ?? ''))
  return typed['firstKg-new']?.trim() ? [...rows, rowIn(typed, 'new', added)] : rows
}

export const actions: Actions = {
  area: async ({ locals: { api }, request }) => {
    const form = await request.formData()
    const picked = pickedArea(form)
    return { problem: null, typed: typedIn(form), picked, areas: await areaLists(api, picked) }
  },

  save: async ({ locals: { api }, params: { slug }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const { province, regency } = pickedArea(form)
    const tariffs = tariffsIn(typed, regency || province)
    const asked = { param: { slug }, json: { tariffs } }
    const response = await api.enterprises[':slug'].tariffs.$put(asked)
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/seller/${slug}/shipping`)}?saved`)
  },
}
