/** The cashier's deed, from whichever page she does it. */
import type { RequestEvent } from '@sveltejs/kit'
import { intent, refused, typedIn } from '#lib/server/forms.ts'

type Event = Pick<RequestEvent, 'locals' | 'request' | 'url'>

export async function disburse({ locals: { api }, request, url }: Event) {
  const typed = typedIn(await request.formData())
  const { id = '', on = '', firstDueOn } = typed
  const json = { on, ...(firstDueOn ? { firstDueOn } : {}) }
  const route = api['loan-applications'][':id'].disbursement
  const response = await route.$post({ param: { id }, json }, intent(typed))
  if (!response.ok) return { refused: await refused(response, typed, url) }
  return { loanId: (await response.json()).id }
}
