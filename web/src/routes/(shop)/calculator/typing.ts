/**
 * While one types: the quote anew from the engine in the browser, drawn where the server's answer stood, and
 * the address kept up to date so that it can be shared. The form stays the server's own. `live.ts` fetches
 * this when a field is first touched.
 */
import { mount } from 'svelte'
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js'
import { addressOf, typedIn } from './asked.ts'
import { counted } from './counted.ts'
import { markFaults } from './faults.ts'
import { drawn } from './drawn.svelte.ts'
import Result from './Result.svelte'

/** Browsers allow an address to change only so often. */
const PAUSE_MS = 400
let waiting: ReturnType<typeof setTimeout> | undefined

/** Whether the loan could be counted. */
export function count(form: HTMLFormElement, place: HTMLElement): boolean {
  const today = form.dataset.today ?? ''
  drawn.loan ??= loanAsked(new URLSearchParams(location.search), today).loan
  const { loan, wrong } = loanAsked(new FormData(form), today)
  if (loan) drawn.loan = loan
  drawn.wrong = wrong
  markFaults(form, wrong)
  drawIn(place)
  clearTimeout(waiting)
  if (!loan) return false
  const address = localizeHref(`/calculator?${addressOf(loan.typed)}`)
  waiting = setTimeout(() => history.replaceState(history.state, '', address), PAUSE_MS)
  return true
}

function loanAsked(given: URLSearchParams | FormData, today: string) {
  const typed = typedIn(given, today)
  const { quote, wrong } = counted(typed, getLocale())
  return { loan: quote && { typed, quote }, wrong }
}

function drawIn(place: HTMLElement): void {
  if (place.dataset.live) return
  place.dataset.live = 'yes'
  place.replaceChildren()
  mount(Result, { target: place, props: drawn })
}
