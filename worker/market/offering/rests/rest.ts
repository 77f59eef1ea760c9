/**
 * A rest: the days on which a shop takes no orders, with a word to its buyers; planned ahead or begun today,
 * up to a year, or until it says otherwise. It is a selling window turned round (closes, then opens again),
 * so the clock alone ends it. A rest and the hours of a shop are one window, and what was said last holds:
 * hours set later end the rest and its note. Orders placed before are not touched by it.
 */
import {
  addDays,
  daysBetween,
  startOfDay,
  type LocalDate,
  type Zone,
} from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import type { Window } from '#worker/market/offering/windows/window'

export type Rest = { from: LocalDate; to: LocalDate | null; note: string }

export const LONGEST_DAYS = 366

const said = {
  past: sentence('Tanggal ini sudah lewat.', 'This day is over.'),
  order: sentence('Hari terakhir ada sebelum hari pertama.', 'It ends before it begins.'),
  long: sentence('Paling lama satu tahun.', 'For a year at most.'),
}

const wrong = (pointer: string, detail: Sentence) =>
  new Refusal('malformed', detail.en, { errors: [{ pointer, detail }] })

/** The rest as asked for, and the window in which the shop is closed. */
export function planRest(rest: Rest, today: LocalDate, zone: Zone): { rest: Rest; window: Window } {
  const { from, to } = rest
  if (to !== null && to < from) throw wrong('/to', said.order)
  if (to !== null && to < today) throw wrong('/to', said.past)
  if (to !== null && daysBetween(from, to) > LONGEST_DAYS) throw wrong('/to', said.long)
  if (daysBetween(today, from) > LONGEST_DAYS) throw wrong('/from', said.long)
  const opensAt = to === null ? null : startOfDay(addDays(to, 1), zone)
  return { rest, window: { closesAt: startOfDay(from, zone), opensAt } }
}

/** Whether it is to come, is now, or is over. */
export function stageOf({ from, to }: Rest, today: LocalDate): 'ahead' | 'now' | 'over' {
  if (today < from) return 'ahead'
  return to !== null && to < today ? 'over' : 'now'
}
