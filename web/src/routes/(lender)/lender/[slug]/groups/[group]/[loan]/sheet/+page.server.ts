import { error, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { todayOf } from '#lib/server/today.ts'
import { meetingIn } from './reading.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const on = url.searchParams.get('on')
  const asked = { param: { id: params.loan }, query: on ? { on } : {} }
  const [sheet, { person }] = await Promise.all([
    readOwn(api.loans[':id'].sheet.$get(asked), url),
    readOwn(api.me.$get(), url),
  ])
  if (sheet.loan.lender.slug !== params.slug) error(404)
  return {
    sheet,
    person: person.id,
    slug: params.slug,
    group: params.group,
    today: todayOf(platform),
    key: crypto.randomUUID(),
  }
}

/** Without a script, or with one that could not load, the sheet is a form like any other. */
export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.loans[':id'].meetings
    const asked = { param: { id: params.loan }, json: meetingIn(typed) }
    const response = await route.$post(asked, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    redirect(303, localizeHref(`/lender/${params.slug}/meetings/${id}?written`))
  },
}
