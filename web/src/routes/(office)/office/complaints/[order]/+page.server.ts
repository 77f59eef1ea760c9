import type { RequestEvent } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { actionsOf, EITHERS, OPERATORS } from '#lib/server/order-deeds.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const route = api.orders[':order']
  const order = await readOwn(route.$get({ param: { order: params.order }, query: {} }), url)
  const { me } = await parent()
  const mayDecide = me?.permissions.includes('complaint.decide') ?? false
  return { order, mayDecide, key: crypto.randomUUID(), saved: url.searchParams.has('saved') }
}

const page = {
  whose: ({ params }: RequestEvent) => ({ order: params.order ?? '', query: {} }),
  back: ({ params }: RequestEvent) =>
    localizeHref(`/office/complaints/${params.order ?? ''}?saved`),
}

export const actions: Actions = actionsOf({ ...OPERATORS, ...EITHERS }, page)
