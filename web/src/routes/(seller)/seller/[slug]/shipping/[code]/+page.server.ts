import { error, fail, redirect } from '@sveltejs/kit'
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import { slugFrom } from '#worker/identity/organizations/slug'
import { COURIERS, isCourier } from '#worker/market/buying/shipping/couriers'
import { pastedTariffs } from '#worker/market/buying/shipping/pasted-tariffs'
import type { Actions, PageServerLoad } from './$types'

/** The address of one that is not there yet. */
const NEW = 'new'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const { slug, code } = params
  const route = api.enterprises[':slug']['shipping-services']
  const { items } = await readOwn(route.$get({ param: { slug } }), url)
  const service = items.find((one) => one.code === code)
  if (!service && code !== NEW) error(404)
  const rows = (service?.tariffs ?? []).map((one) => {
    const days = one.daysFrom === one.daysTo ? one.daysFrom : `${one.daysFrom}-${one.daysTo}`
    return `${one.destination || '*'}; ${one.firstKg}; ${one.nextKg}; ${days}`
  })
  return { service: service ?? null, table: rows.join('\n'), slug }
}

/** The code of a new one: of its courier and its name. */
function codeOf({ courier = 'other', name = '' }: Typed): string {
  const title = isCourier(courier) ? `${COURIERS[courier].name} ${name}` : name
  return slugFrom(title).slice(0, 40).replace(/-$/, '') || 'kurir'
}

export const actions: Actions = {
  save: async ({ locals: { api }, params: { slug, code }, request, url }) => {
    const typed = typedIn(await request.formData())
    const { rows, faults } = pastedTariffs(typed.table ?? '')
    if (faults.length > 0) {
      const said = faults.map(({ says, ...at }) => ({ ...at, says: says[getLocale()] }))
      return fail(400, { typed, problem: null, faults: said.slice(0, 10) })
    }
    const courier = typed.courier ?? 'other'
    const json = {
      kind: typed.kind === 'local' ? ('local' as const) : ('courier' as const),
      courier: isCourier(courier) && typed.kind !== 'local' ? courier : ('other' as const),
      name: typed.name ?? '',
      minimum: typed.minimum?.trim() ? rupiahIn(typed, 'minimum') : 0,
      active: typed.active === 'yes',
      tariffs: [...rows],
    }
    const param = { slug, code: code === NEW ? codeOf(typed) : code }
    const response = await api.enterprises[':slug']['shipping-services'][':code'].$put({
      param,
      json,
    })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/seller/${slug}/shipping`)}?saved`)
  },

  remove: async ({ locals: { api }, params: param, url }) => {
    const route = api.enterprises[':slug']['shipping-services'][':code']
    const response = await route.$delete({ param })
    if (!response.ok) return refused(response, {}, url)
    redirect(303, `${localizeHref(`/seller/${param.slug}/shipping`)}?saved`)
  },
}
