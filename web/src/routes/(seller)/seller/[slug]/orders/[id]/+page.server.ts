import type { RequestEvent } from '@sveltejs/kit'
import { dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { actionsOf, addingPictures, EITHERS, SELLERS } from '#lib/server/order-deeds.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({
  locals: { api },
  params: { slug, id },
  url,
  parent,
}) => {
  const route = api.orders[':order']
  const order = await readOwn(route.$get({ param: { order: id }, query: {} }), url)
  const { network } = await parent()
  return {
    ...{ order, slug, key: crypto.randomUUID(), today: dateOf(Date.now(), network.zone) },
    saved: url.searchParams.has('saved'),
    photosRefused: url.searchParams.has('photos'),
  }
}

const page = {
  whose: ({ params }: RequestEvent) => ({ order: params.id ?? '', query: {} }),
  back: ({ params }: RequestEvent, how: string) =>
    localizeHref(`/seller/${params.slug ?? ''}/orders/${params.id ?? ''}?${how}`),
}

export const actions: Actions = {
  ...actionsOf({ ...SELLERS, ...EITHERS }, page),
  'return-evidence': addingPictures('returns', page),
  'complaint-evidence': addingPictures('complaints', page),
}
