/** The cashier's deed, from whichever page she does it: a whole loan, its first part, or the next one. */
import type { RequestEvent } from '@sveltejs/kit'
import { intent, refused, typedIn, type Typed } from '#lib/server/forms.ts'

type Event = Pick<RequestEvent, 'locals' | 'request' | 'url'>

const CHANNELS = ['cash', 'transfer'] as const

function wayIn({ on = '', channel, reference }: Typed) {
  const way = CHANNELS.find((one) => one === channel)
  return { on, ...(way ? { channel: way } : {}), reference: reference?.trim() || null }
}

export async function disburse({ locals: { api }, request, url }: Event) {
  const typed = typedIn(await request.formData())
  const { id = '', firstDueOn, fundId } = typed
  if (typed.deed === 'draw') {
    const response = await api.loans[':id'].draws.$post(
      { param: { id }, json: wayIn(typed) },
      intent(typed),
    )
    if (!response.ok) return { refused: await refused(response, typed, url) }
    return { loanId: (await response.json()).id }
  }
  const json = {
    ...wayIn(typed),
    fundId: fundId || null,
    ...(firstDueOn ? { firstDueOn } : {}),
  }
  const route = api['loan-applications'][':id'].disbursement
  const response = await route.$post({ param: { id }, json }, intent(typed))
  if (!response.ok) return { refused: await refused(response, typed, url) }
  return { loanId: (await response.json()).id }
}
