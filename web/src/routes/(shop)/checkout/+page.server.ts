import { fail, redirect } from '@sveltejs/kit'
import type { PickedArea } from '#lib/area.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import type { SaidProblem } from '#lib/problem.ts'
import { problemOf, read, type ApiClient } from '#lib/server/api.ts'
import { areaLists, pickedArea } from '#lib/server/areas.ts'
import { intent, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'
import { optionsTo, placeOf, quoted } from './review.ts'
import { deliveriesIn, waysIn, wishIn, wrongIn } from './wish.ts'

const current = { param: { token: 'current' } }
const findCart = (api: ApiClient) => read(api.carts[':token'].$get(current))
const NOTHING = { goodsTotal: 0, shippingTotal: 0, discountTotal: 0 }

type Kept = Awaited<ReturnType<typeof findBook>>[number]

/** The addresses of who is signed in, the preferred one first. */
async function findBook(api: ApiClient, isSignedIn: boolean) {
  return isSignedIn ? (await read(api.me.addresses.$get())).items : []
}

const typedFrom = ({ recipient, phone, street, postalCode, note }: Kept): Typed => ({
  ...{ name: recipient, phone, street, postalCode, note },
})

export const load: PageServerLoad = async ({ locals: { api }, parent }) => {
  const { me } = await parent()
  const [cart, book] = await Promise.all([findCart(api), findBook(api, me !== null)])
  // What is short or gone is explained in the basket.
  if (!cart.ready) redirect(303, localizeHref('/basket'))
  const [first] = book
  const picked = pickedArea(first?.areaCode ?? '')
  const typed: Typed = first ? typedFrom(first) : { name: me?.name ?? '' }
  const areas = await areaLists(api, picked)
  return { cart, areas, picked, book, typed, key: crypto.randomUUID() }
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
  const { village } = picked
  const [cart, options, areas] = await Promise.all([
    findCart(api),
    optionsTo(api, village),
    areaLists(api, picked),
  ])
  const wanted = deliveriesIn(typed, cart.sellers)
  const wrong = wrongIn(wishIn(typed, picked, wanted, NOTHING))
  if (wrong.length > 0) return fail(400, await delivery(asked, { wrong, problem }))

  const deliveries = waysIn(wanted, options)
  const reached = (enterpriseId: string) =>
    options.some((one) => one.enterpriseId === enterpriseId && one.services.length > 0)
  const notSentBy = cart.sellers
    .filter((one, i) => deliveries[i]?.delivery !== 'pickup' && !reached(one.enterpriseId))
    .map((one) => one.name)
  if (notSentBy.length > 0) return fail(422, await delivery(asked, { notSentBy }))

  const { quote, codes, voucherProblem } = await quoted({ api, typed, deliveries, village })
  if (!quote) return fail(422, await delivery(asked, { problem: voucherProblem }))
  const { voucher: tried = '', ...kept } = typed
  return {
    ...{ step: 'review' as const, picked, options, quote, codes, voucherProblem, problem },
    typed: { ...kept, vouchers: codes.join(','), ...(voucherProblem ? { tried } : {}) } as Typed,
    area: placeOf(areas, picked),
    isSent: deliveries.some((one) => one.delivery !== 'pickup'),
  }
}

export const actions: Actions = {
  area: async ({ locals: { api }, request }) => delivery(await askedIn(api, request)),

  edit: async ({ locals: { api }, request }) => delivery(await askedIn(api, request)),

  /** Fills in an address of the book. */
  use: async ({ locals: { api }, request }) => {
    const asked = await askedIn(api, request)
    const book = await findBook(api, true)
    const kept = book.find((one) => one.id === asked.typed.use)
    if (!kept) return delivery(asked)
    const typed = { ...asked.typed, ...typedFrom(kept) }
    return delivery({ api, typed, picked: pickedArea(kept.areaCode) })
  },

  review: async ({ locals: { api }, request }) => review(await askedIn(api, request)),

  place: async ({ locals: { api }, request }) => {
    const asked = await askedIn(api, request)
    const { typed, picked } = asked
    const { sellers } = await findCart(api)
    const expected = {
      goodsTotal: Number(typed.goodsTotal),
      shippingTotal: Number(typed.shippingTotal),
      discountTotal: Number(typed.discountTotal),
    }
    const wish = wishIn(typed, picked, deliveriesIn(typed, sellers), expected)
    const response = await api.purchases.$post({ json: wish }, intent(typed))
    if (response.ok) {
      const { code } = await response.json()
      redirect(303, localizeHref(`/purchases/${code}`))
    }
    return review(asked, await problemOf(response))
  },
}
