import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn, type Typed } from '#lib/server/forms.ts'
import { CONSENT_TEXTS } from '#worker/identity/consents/texts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api, locale }, params, url }) => ({
  application: await readOwn(api['loan-applications'][':id'].$get({ param: params }), url),
  consent: CONSENT_TEXTS.identity[locale],
  now: new Date().toISOString(),
  saved: url.searchParams.has('saved'),
  key: crypto.randomUUID(),
})

type Event = RequestEvent<{ id: string }>
type Answer = { ok: boolean; json(): Promise<unknown>; status: number }
type Deed = (event: Event, typed: Typed, form: FormData) => Promise<Answer>

const application = ({ locals }: Event) => locals.api['loan-applications'][':id']

/** Which form was refused is said too, so that what is wrong stands beside its fields. */
const doing = (name: string, deed: Deed) => async (event: Event) => {
  const form = await event.request.formData()
  const typed = typedIn(form)
  const response = await deed(event, typed, form)
  if (response.ok) redirect(303, localizeHref(`/loan-applications/${event.params.id}?saved`))
  const { status, data } = await refused(response as Response, typed, event.url)
  return fail(status, { ...data, name })
}

const kinds = ['ktp', 'business-photo', 'plan'] as const

export const actions: Actions = {
  withdraw: doing('withdraw', (event, typed) =>
    application(event).withdrawal.$post({ param: event.params }, intent(typed)),
  ),
  object: doing('object', (event, { words = '', ...typed }) =>
    application(event).objection.$post({ param: event.params, json: { words } }, intent(typed)),
  ),
  account: doing('account', (event, typed) => {
    const json = { bank: typed.bank ?? '', number: typed.number ?? '', holder: typed.holder ?? '' }
    return application(event)['bank-account'].$post({ param: event.params, json }, intent(typed))
  }),
  identify: doing('identify', (event, { nik = '', consent }) => {
    const json = { nik, consent: (consent === 'yes') as true }
    return application(event).identity.$put({ param: event.params, json })
  }),
  withdrawConsent: doing('withdrawConsent', (event, { purpose = '' }) =>
    application(event).consents[':purpose'].$delete({ param: { ...event.params, purpose } }),
  ),
  removePaper: doing('removePaper', (event, { paper = '' }) => {
    const param = { ...event.params, attachment: paper }
    return application(event).attachments[':attachment'].$delete({ param })
  }),
  addPaper: doing('addPaper', async (event, typed, form) => {
    const file = form.get('file')
    const kind = kinds.find((one) => one === typed.kind) ?? 'business-photo'
    const body = file instanceof File ? await file.arrayBuffer() : new ArrayBuffer(0)
    const headers = { ...intent(typed).headers, 'content-type': 'application/octet-stream' }
    return application(event).attachments.$post(
      { param: event.params, query: { kind } },
      { headers, init: { body } },
    )
  }),
}
