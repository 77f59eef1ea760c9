import { fail, redirect } from '@sveltejs/kit'
import { belongingIn } from '#lib/rooms.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, numberIn, refused, typedIn, type Typed } from '#lib/server/forms.ts'
import { statementIn } from '#lib/server/statement-file.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

const SHOWN = ['new', 'suspense', 'matched'] as const
type Shown = (typeof SHOWN)[number]

const shownIn = (url: URL): Shown =>
  SHOWN.find((one) => one === url.searchParams.get('status')) ?? 'new'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url, parent }) => {
  const after = url.searchParams.get('after')
  const status = shownIn(url)
  const route = api.lenders[':slug']['bank-credits']
  const query = { status, ...(after ? { after } : {}) }
  const credits = await readOwn(route.$get({ param: { slug }, query }), url)
  const { me } = await parent()
  const lender = belongingIn(me, 'lender', slug)
  return {
    slug,
    status,
    credits: credits.items.map((one) => ({ ...one, key: crypto.randomUUID() })),
    next: credits.next,
    isFirst: !after,
    key: crypto.randomUUID(),
    may: lender?.roles.some((role) => roleHolds('loan.repay', 'lender', role)) ?? false,
    done: url.searchParams.get('done'),
    receipt: url.searchParams.get('receipt'),
  }
}

const here = (slug: string, url: URL, done: string) =>
  `${localizeHref(`/lender/${slug}/transfers`)}?status=${shownIn(url)}&done=${done}`

export const actions: Actions = {
  import: async ({ locals: { api }, params: { slug }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const json = await statementIn(form, typed)
    if (json === null) return fail(400, { typed, problem: null, imported: null, missing: true })
    const route = api.lenders[':slug']['bank-statements']
    const response = await route.$post({ param: { slug }, json }, intent(typed))
    if (!response.ok) {
      const answer = await refused(response, typed, url)
      return fail(answer.status, { ...answer.data, imported: null, missing: false })
    }
    return { typed: {} as Typed, problem: null, imported: await response.json(), missing: false }
  },

  match: async ({ locals: { api }, params: { slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { loanNumber: numberIn(typed, 'loanNumber') }
    const route = api['bank-credits'][':id'].match
    const response = await route.$post({ param: { id: typed.id ?? '' }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { receipt } = await response.json()
    redirect(303, `${here(slug, url, 'matched')}&receipt=${receipt}`)
  },

  aside: async ({ locals: { api }, params: { slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { to: (typed.to ?? '') as 'suspense', note: typed.note ?? '' }
    const route = api['bank-credits'][':id']['putting-aside']
    const response = await route.$post({ param: { id: typed.id ?? '' }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, here(slug, url, 'aside'))
  },

  return: async ({ locals: { api }, params: { slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { reference: typed.reference ?? '' }
    const route = api['bank-credits'][':id'].return
    const response = await route.$post({ param: { id: typed.id ?? '' }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    redirect(303, here(slug, url, 'returned'))
  },
}
