import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { KINDS } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

const STATES = ['pending', 'open', 'paused', 'closed'] as const

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const asked = Object.fromEntries(url.searchParams)
  const kind = KINDS.find((one) => one === asked.kind)
  const status = STATES.find((one) => one === asked.status)
  const query = { kind, status, after: asked.after }
  const { items, next } = await readOwn(api.organizations.$get({ query }), url)
  return {
    organizations: items,
    ...{ kind: kind ?? null, status: status ?? null, saved: asked.saved ?? null },
    first: asked.after ? pathOf({ kind, status }) : null,
    next: next && pathOf({ kind, status, after: next }),
  }
}

function pathOf(asked: Record<string, string | undefined>): string {
  const given = Object.entries(asked).filter((one): one is [string, string] => Boolean(one[1]))
  return `${localizeHref('/office/organizations')}?${new URLSearchParams(given)}`
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const status = typed.status as 'open' | 'paused' | 'closed'
    const route = api.organizations[':slug'].status
    const response = await route.$patch({ param: { slug: typed.slug ?? '' }, json: { status } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref('/office/organizations?saved=status'))
  },
}
