/**
 * Meeting sheets in the browser: what is typed is kept on the phone as it is typed, and what was written
 * down waits there until the network takes it. A sheet has one idempotency key from the moment it was
 * opened, so that however often it is sent it is written once. Nothing here outlives signing out.
 */
import type { MeetingRequest } from '#worker/lending/group-lending/meetings/requests'

export type SheetState = 'draft' | 'unsent' | 'sent' | 'refused'

export type KeptSheet = {
  /** Of the person and the loan: another one signed in on this phone sees none of it. */
  id: string
  key: string
  loanId: string
  /** The page of the sheet, to come back to it. */
  page: string
  /** Where the meeting is looked at once it is written down. */
  meetings: string
  state: SheetState
  typed: Record<string, string | boolean>
  body: MeetingRequest | null
  /** Why it was refused, and by which kind of refusal. */
  problem: { slug: string; detail: string } | null
  meetingId: string | null
}

const PREFIX = 'lumbung-sheet/'

/** `person/loan/day`: one sheet a day. */
export const sheetId = (person: string, loan: string, on: string) => `${person}/${loan}/${on}`

export function keptSheet(id: string): KeptSheet | null {
  try {
    const text = localStorage.getItem(PREFIX + id)
    return text === null ? null : (JSON.parse(text) as KeptSheet)
  } catch {
    return null
  }
}

export function keepSheet(sheet: KeptSheet): void {
  localStorage.setItem(PREFIX + sheet.id, JSON.stringify(sheet))
}

/** Sheets of one person that wait, in the order of their days. */
export function unsentSheets(person: string): KeptSheet[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(`${PREFIX}${person}/`))
    .toSorted()
    .flatMap((name) => keptSheet(name.slice(PREFIX.length)) ?? [])
    .filter((one) => one.state === 'unsent')
}

/** Nothing of anybody else is left on a shared phone. */
export function forgetOthers(person: string): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(PREFIX) && !name.startsWith(`${PREFIX}${person}/`)) {
      localStorage.removeItem(name)
    }
  }
}

/** Refusals after which the same sheet is sent again without a change. */
const LATER = new Set(['outdated', 'in-progress', 'unavailable', 'too-many-requests', 'defect'])

/** Sends it once more; without a network it stays as it is. Answers with what became of it. */
export async function sendSheet(sheet: KeptSheet, language: string): Promise<KeptSheet> {
  if (sheet.state !== 'unsent' || sheet.body === null) return sheet
  const response = await fetch(`/api/loans/${sheet.loanId}/meetings`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      'idempotency-key': sheet.key,
    },
    body: JSON.stringify(sheet.body),
  }).catch(() => null)
  if (response === null) return sheet
  const answer = (await response.json().catch(() => null)) as Answer | null
  if (answer === null || response.status >= 500) return sheet
  if (response.ok) return { ...sheet, state: 'sent', problem: null, meetingId: answer.id ?? null }
  const { slug = '', title = '', detail = '', errors = [] } = answer
  if (LATER.has(slug)) return sheet
  const problem = { slug, detail: errors[0]?.detail ?? (detail || title) }
  // Whoever is signed out, or confirms her second factor anew, loses nothing.
  const waits = slug === 'not-signed-in' || slug === 'second-factor-required'
  return { ...sheet, state: waits ? 'unsent' : 'refused', problem }
}

type Answer = {
  id?: string
  slug?: string
  title?: string
  detail?: string
  errors?: { detail: string }[]
}
