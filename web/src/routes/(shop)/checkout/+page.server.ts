import { fail, redirect } from '@sveltejs/kit'
import type { PickedArea } from '#lib/area.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import type { SaidProblem } from '#lib/problem.ts'
import { problemOf, read, type ApiClient } from '#lib/server/api.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { intent, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'
import { deliveriesIn, wishIn, wrongIn } from './wish.ts'

const current = { param: { token: 'current' } }
const findCart = (api: ApiClient) => read(api.carts[':token'].$get(current))

export const load: PageServerLoad = async ({ locals: { api } }) => {
  const [cart, areas] = await Promise.all([findCart(api), areaLists(api, pickedArea(''))])
  // What is short or gone is explained in the basket.
  if (!cart.ready) redirect(303, localizeHref('/basket'))
  return { cart, areas, picked: pickedArea(''), key: crypto.randomUUID() }
}

type Asked = { api: ApiClient; typed: Typed; picked: PickedArea }

async function askedIn(api: ApiClient, request: Request): Promise<Asked> {
  const form = await request.formData()
  return { api, typed: typedIn(form), picked: pickedArea(form) }
}

type More = { wrong?: string[]; problem?: SaidProblem | null; notSentBy?: string[] }

/** The first step, with everything that was typed. */
async function delivery({ api, typed, picked }: Asked, more: More = {}) {
  const { wrong = [], problem = null, notSentBy = [] } = more
  const areas = await areaLists(api, picked)
  return { step: 'delivery' as const, typed, picked, areas, wrong, problem, notSentBy }
}

/** The second step: what everything costs, seller by seller; or back, with what is wrong. */
async function review(asked: Asked, problem: SaidProblem | null = null) {
  const { api, typed, picked } = asked
  const query = { cart: 'current', ...(picked.village ? { areaCode: picked.village } : {}) }
  const [cart, options, areas] = await Promise.all([
    findCart(api),
    read(api['shipping-options'].$get({ query })),
    areaLists(api, picked),
  ])
  const deliveries = deliveriesIn(typed, cart.sellers)
  const wish = wishIn(typed, picked, cart.sellers, { goodsTotal: 0, shippingTotal: 0 })
  const wrong = wrongIn(wish)
  if (wrong.length > 0) return fail(400, await delivery(asked, { wrong, problem }))

  const parts = options.items.map((option) => {
    const chosen = deliveries.find((one) => one.enterpriseId === option.enterpriseId)
    return { ...option, delivery: chosen?.delivery ?? 'courier' }
  })
  const notSentBy = parts.filter((one) => one.delivery === 'courier' && one.courier === null)
  if (notSentBy.length > 0) {
    const names = notSentBy.map((one) => one.name)
    return fail(422, await delivery(asked, { notSentBy: names }))
  }

  const costs = parts.map((one) => (one.delivery === 'courier' ? (one.courier?.cost ?? 0) : 0))
  const shippingTotal = costs.reduce((sum, cost) => sum + cost, 0)
  const names = [areas.villages, areas.districts, areas.regencies, areas.provinces].map(
    (list, i) =>
      list.find(
        ({ code }) =>
          code === [picked.village, picked.district, picked.regency, picked.province][i],
      )?.name,
  )
  const area = names.filter(Boolean).join(', ')
  const isSent = wish.address !== null
  return { step: 'review' as const, typed, picked, parts, shippingTotal, area, isSent, problem }
}

export const actions: Actions = {
  area: async ({ locals: { api }, request }) => delivery(await askedIn(api, request)),

  edit: async ({ locals: { api }, request }) => delivery(await askedIn(api, request)),

  review: async ({ locals: { api }, request }) => review(await askedIn(api, request)),

  place: async ({ locals: { api }, request }) => {
    const asked = await askedIn(api, request)
    const { typed, picked } = asked
    const { sellers } = await findCart(api)
    const expected = {
      goodsTotal: Number(typed.goodsTotal),
      shippingTotal: Number(typed.shippingTotal),
    }
    const wish = wishIn(typed, picked, sellers, expected)
    const response = await api.purchases.$post({ json: wish }, intent(typed))
    if (response.ok) {
      const { code } = await response.json()
      redirect(303, localizeHref(`/purchases/${code}`))
    }
    return review(asked, await problemOf(response))
  },
}
