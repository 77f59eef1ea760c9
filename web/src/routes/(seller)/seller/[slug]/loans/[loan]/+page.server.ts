import { error } from '@sveltejs/kit'
import { readOwn } from '#lib/server/api.ts'
import { groupLoan, payBack } from '#lib/server/group-loan.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const [page, { person }] = await Promise.all([
    groupLoan(api, params.loan, url),
    readOwn(api.me.$get(), url),
  ])
  if (page.group.loan.group?.slug !== params.slug) error(404)
  return { ...page, slug: params.slug, phone: person.phone }
}

export const actions: Actions = { payBack }
