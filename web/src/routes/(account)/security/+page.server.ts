import { redirect } from '@sveltejs/kit'
import { ownPath } from '#lib/own-path.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, type Typed, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [factor, sessions] = await Promise.all([
    readOwn(api['second-factor'].$get(), url),
    readOwn(api.sessions.$get(), url),
  ])
  return {
    factor,
    sessions: sessions.items,
    next: ownPath(url.searchParams.get('next'), ''),
    done: url.searchParams.has('done'),
    again: url.searchParams.has('again'),
  }
}

export const actions: Actions = {
  /** The secret is shown once, in the answer to this form, and stands in no address. */
  enrol: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api['second-factor'].$post()
    if (!response.ok) return refused(response, typed, url)
    const { uri, secret, qr, demoCode } = await response.json()
    const shown: Typed = { ...typed, uri, secret, qr, demoCode: demoCode ?? '' }
    return { typed: shown, problem: null }
  },
  confirm: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { code: typed.code ?? '' }
    const response = await api['second-factor'].confirmation.$post({ json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, ownPath(typed.next, localizeHref('/security?done')))
  },
  end: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.sessions[':id'].$delete({ param: { id: typed.id ?? '' } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref('/security'))
  },
}
