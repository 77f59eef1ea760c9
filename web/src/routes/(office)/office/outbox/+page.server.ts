import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { MESSAGE_STATES, type MessageStatus } from '#worker/outbox/message'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const asked = url.searchParams.get('status')
  const status = MESSAGE_STATES.find((one) => one === asked)
  const after = url.searchParams.get('after') ?? undefined
  const { items, next } = await readOwn(api.outbox.$get({ query: { status, after } }), url)
  return {
    messages: items,
    status: status ?? null,
    first: after ? pathOf(status) : null,
    next: next && pathOf(status, next),
    again: url.searchParams.has('again'),
  }
}

function pathOf(status: MessageStatus | undefined, after?: string): string {
  const query = new URLSearchParams({ ...(status ? { status } : {}), ...(after ? { after } : {}) })
  return `${localizeHref('/office/outbox')}?${query}`
}

export const actions: Actions = {
  default: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.outbox[':id'].retry
    const response = await route.$post({ param: { id: typed.id ?? '' } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref('/office/outbox?again'))
  },
}
