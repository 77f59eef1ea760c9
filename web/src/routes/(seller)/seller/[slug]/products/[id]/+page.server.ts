import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { descriptionIn, optionsIn, variantsIn } from '#lib/seller-products.ts'
import { read, readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { networkOf } from '#lib/server/network.ts'
import { photosIn } from '#lib/server/photos.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const [product, categories, makers] = await Promise.all([
    readOwn(api.enterprises[':slug'].products[':id'].$get({ param: params }), url),
    read(api.categories.$get({ query: {} })),
    readOwn(api.enterprises[':slug'].makers.$get({ param: params, query: { limit: '100' } }), url),
  ])
  const said = url.searchParams.get('said')
  return { product, categories: categories.items, makers: makers.items, said }
}

type Own = { slug: string; id: string }
const done = ({ slug, id }: Own, said: string) =>
  redirect(303, localizeHref(`/seller/${slug}/products/${id}?said=${said}`))

export const actions: Actions = {
  save: async ({ locals: { api }, params, request, url, platform }) => {
    const typed = typedIn(await request.formData())
    const variants = variantsIn(typed)
    const described = await api.products[':id'].$patch({
      param: params,
      json: descriptionIn(typed, networkOf(platform).zone),
    })
    if (!described.ok) return refused(described, typed, url)
    const priced = await api.products[':id'].variants.$put({
      param: params,
      json: { options: optionsIn(typed), variants },
    })
    if (!priced.ok) return refused(priced, typed, url)
    done(params, 'saved')
  },
  status: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const status = typed.status === 'listed' ? ('listed' as const) : ('hidden' as const)
    const response = await api.products[':id'].status.$put({ param: params, json: { status } })
    if (!response.ok) return refused(response, typed, url)
    done(params, status)
  },
  label: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const param = { ...params, kind: typed.kind ?? '' }
    const json = { number: typed.number ?? '', validUntil: typed.validUntil || null }
    const response = await api.products[':id'].labels[':kind'].$put({ param, json })
    if (!response.ok) return refused(response, typed, url)
    done(params, 'saved')
  },
  unlabel: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const param = { ...params, kind: typed.kind ?? '' }
    const response = await api.products[':id'].labels[':kind'].$delete({ param })
    if (!response.ok) return refused(response, typed, url)
    done(params, 'saved')
  },
  makers: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const makers = form.getAll('maker').map((makerId) => ({
      makerId: String(makerId),
      share: Number(form.get(`share.${String(makerId)}`) ?? 1),
    }))
    const response = await api.products[':id'].makers.$put({ param: params, json: { makers } })
    if (!response.ok) return refused(response, typedIn(form), url)
    done(params, 'saved')
  },
  photo: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    for (const photo of photosIn(form)) {
      const response = await api.products[':id'].photos.$post(
        { param: params },
        { init: { body: photo } },
      )
      if (!response.ok) return refused(response, typedIn(form), url)
    }
    done(params, 'saved')
  },
  first: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const order = (typed.order ?? '').split(' ')
    const first = [typed.photoId ?? '', ...order.filter((id) => id !== typed.photoId)]
    const response = await api.products[':id'].photos.$put({
      param: params,
      json: { order: first },
    })
    if (!response.ok) return refused(response, typed, url)
    done(params, 'saved')
  },
  remove: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const param = { ...params, photoId: typed.photoId ?? '' }
    const response = await api.products[':id'].photos[':photoId'].$delete({ param })
    if (!response.ok) return refused(response, typed, url)
    done(params, 'saved')
  },
}
