import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { disburse } from '#lib/server/disbursing.ts'
import { todayOf } from '#lib/server/today.ts'
import { judging } from '#lib/server/judging.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, parent, platform, url }) => {
  const { id, slug } = params
  const route = api['loan-applications'][':id']
  const [dossier, papers, organization, { me }] = await Promise.all([
    readOwn(route.dossier.$get({ param: { id } }), url),
    readOwn(route.papers.$get({ param: { id } }), url),
    readOwn(api.organizations[':slug'].$get({ param: { slug } }), url),
    parent(),
  ])
  const belonging = me?.organizations.find((one) => one.slug === slug)
  return {
    dossier,
    papers,
    officers: organization.members.filter((one) => one.roles.includes('officer')),
    roles: belonging?.roles ?? [],
    permissions: me?.permissions ?? [],
    slug,
    today: todayOf(platform),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  ...judging,
  disburse: async (event) => {
    const outcome = await disburse(event)
    if ('refused' in outcome) return outcome.refused
    redirect(303, localizeHref(`/lender/${event.params.slug}/loans/${outcome.loanId}?saved`))
  },
}
