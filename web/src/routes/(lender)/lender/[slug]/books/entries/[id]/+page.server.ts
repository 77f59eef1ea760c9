import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { roleHolds } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

/** Loans are taken back at the loan; these are taken back here. */
const BY_HAND = ['entry-written', 'fund-received', 'fund-returned']

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const route = api.books[':organization'].entries[':id']
  const param = { organization: params.slug, id: params.id }
  const [entry, { me }] = await Promise.all([readOwn(route.$get({ param }), url), parent()])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const proposes = roles.some((role) => roleHolds('entry.propose', 'lender', role))
  return {
    entry,
    base: `/lender/${params.slug}`,
    mayTakeBack: proposes && entry.reverses === null && BY_HAND.includes(entry.rule),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  takeBack: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { kind: 'reversal', entryId: params.id, reason: typed.reason ?? '' } as const
    const route = api.lenders[':slug']['book-proposals']
    const response = await route.$post({ param: { slug: params.slug }, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/lender/${params.slug}/book-proposals/${id}?saved`))
  },
}
