import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read, readOwn } from '#lib/server/api.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { intent, numberIn, refused, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

const LINES = 6

type Line = { variantId: string; title: string; quantity: string }
const EMPTY: Line = { variantId: '', title: '', quantity: '' }

/** What she was looking at: a product, or what lies in the basket of one seller. */
async function wished(api: App.Locals['api'], query: URLSearchParams): Promise<Line[]> {
  const [slug, variantId] = [query.get('product'), query.get('variant')]
  if (slug) {
    const product = await read(api.products[':slug'].$get({ param: { slug } }))
    const one = product.variants.find(({ id }) => id === variantId) ?? product.variants[0]
    const title = [product.title, one?.name].filter(Boolean).join(', ')
    return one ? [{ variantId: one.id, title, quantity: '10' }] : []
  }
  if (!query.has('basket')) return []
  const basket = await read(api.carts[':token'].$get({ param: { token: 'current' } }))
  const part = basket.sellers.find((one) => one.slug === query.get('seller'))
  return (part?.lines ?? []).map(({ variantId, title, variantName, quantity }) => ({
    ...{ variantId, quantity: String(quantity) },
    title: [title, variantName].filter(Boolean).join(', '),
  }))
}

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const [company, lines] = await Promise.all([
    readOwn(api.companies[':slug'].$get({ param: { slug } }), url),
    wished(api, url.searchParams),
  ])
  const picked = pickedArea(company.papers?.areaCode ?? '')
  const areas = await areaLists(api, picked)
  const empty = Array.from({ length: Math.max(2, LINES - lines.length) }, () => EMPTY)
  return {
    ...{ company, slug, picked, areas, seller: url.searchParams.get('seller') ?? '' },
    ...{ lines: [...lines, ...empty], key: crypto.randomUUID() },
  }
}

function linesIn(typed: Typed) {
  return Object.keys(typed)
    .filter((key) => key.startsWith('title-') && typed[key]?.trim())
    .map((key) => {
      const at = key.slice('title-'.length)
      return {
        variantId: typed[`variant-${at}`] || null,
        title: typed[key] ?? '',
        quantity: numberIn(typed, `quantity-${at}`),
        note: typed[`note-${at}`] ?? '',
      }
    })
}

export const actions: Actions = {
  area: async ({ locals: { api }, request }) => {
    const form = await request.formData()
    const picked = pickedArea(form)
    return { typed: typedIn(form), picked, areas: await areaLists(api, picked) }
  },
  ask: async ({ locals: { api }, params: { slug }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const json = {
      enterprise: typed.seller ?? '',
      neededBy: typed.neededBy || null,
      street: typed.street ?? '',
      areaCode: pickedArea(form).village,
      postalCode: typed.postalCode ?? '',
      note: typed.note ?? '',
      lines: linesIn(typed),
    }
    const route = api.companies[':slug'].quotations
    const response = await route.$post({ param: { slug }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/partner/${slug}/quotations/${id}`))
  },
}
