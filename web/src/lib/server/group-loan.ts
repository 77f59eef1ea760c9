/** A group's loan for a page, and what is done on it: the same for the lender and for the leader. */
import { redirect, type RequestEvent } from '@sveltejs/kit'
import { readOwn, type ApiClient } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'

export async function groupLoan(api: ApiClient, id: string, url: URL) {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const [group, meetings] = await Promise.all([
    readOwn(api.loans[':id'].shares.$get({ param: { id } }), url),
    readOwn(api.loans[':id'].meetings.$get({ param: { id }, query }), url),
  ])
  return {
    group,
    meetings,
    keys: Object.fromEntries(group.covers.map((one) => [one.id, crypto.randomUUID()])),
    isFirst: after === null,
    key: crypto.randomUUID(),
    saved: url.searchParams.has('saved'),
  }
}

type Deed = Pick<RequestEvent, 'locals' | 'request' | 'url'>

/** Back to the page it came from, or back with what was typed. */
export async function payBack({ locals: { api }, request, url }: Deed) {
  const typed = typedIn(await request.formData())
  const asked = { param: { id: typed.cover ?? '' }, json: { amount: rupiahIn(typed, 'amount') } }
  const response = await api.covers[':id'].repayments.$post(asked, intent(typed))
  if (!response.ok) return refused(response, typed, url)
  redirect(303, `${url.pathname}?saved`)
}

export async function heldMeeting(api: ApiClient, id: string, url: URL) {
  const held = await readOwn(api.meetings[':id'].$get({ param: { id } }), url)
  const done = { saved: url.searchParams.has('saved'), written: url.searchParams.has('written') }
  return { held, done, key: crypto.randomUUID() }
}

export async function handOver({ locals: { api }, request, url }: Deed, id: string) {
  const typed = typedIn(await request.formData())
  const asked = { param: { id }, json: { amount: rupiahIn(typed, 'amount') } }
  const response = await api.meetings[':id']['hand-over'].$post(asked, intent(typed))
  if (!response.ok) return refused(response, typed, url)
  redirect(303, `${url.pathname}?saved`)
}
