import { redirect, type Cookies } from '@sveltejs/kit'
import { ownPath } from '#lib/own-path.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import type { ApiClient } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { forgetSigningIn, keepSigningIn, signingIn } from '#lib/server/signing-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ cookies, url }) => {
  const { to, channel, expiresAt, code } = asked(cookies)
  return { to, channel, expiresAt, demoCode: code ?? null, again: url.searchParams.has('again') }
}

export const actions: Actions = {
  enter: async ({ locals: { api }, request, cookies, url }) => {
    const typed = typedIn(await request.formData())
    const { to, next } = asked(cookies)
    const response = await api.sessions.$post({ json: { to, code: typed.code ?? '' } })
    if (!response.ok) return refused(response, typed, url)
    const me = await response.json()
    forgetSigningIn(cookies)
    await takeCartAlong(api, cookies)
    const on = ownPath(next, '') || localizeHref('/account')
    redirect(303, me.person.name ? on : nameFirst(on))
  },
  again: async ({ locals: { api, locale }, cookies, url }) => {
    const { to, next } = asked(cookies)
    const response = await api['sign-in-codes'].$post({ json: { to, locale } })
    if (!response.ok) return refused(response, {}, url)
    keepSigningIn(cookies, { ...(await response.json()), next })
    redirect(303, localizeHref('/sign-in/code?again'))
  },
}

/** Whoever comes here without having asked for a code asks first. */
function asked(cookies: Cookies) {
  return signingIn(cookies) ?? redirect(303, localizeHref('/sign-in'))
}

/** What lay in the basket before signing in lies in it afterwards. */
async function takeCartAlong(api: ApiClient, cookies: Cookies): Promise<void> {
  if (cookies.get('__Host-lumbung_cart')) await api.carts.current.owner.$post()
}

const nameFirst = (on: string) => `${localizeHref('/sign-in/name')}?next=${encodeURIComponent(on)}`
