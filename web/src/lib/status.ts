/**
 * The states that are shown, each with its tone and its words. A state is found by its name as the API
 * writes it, whatever its spelling (`inReview`, `in-review`, `in_review`); an unknown one is shown as it is.
 */
import { m } from '#lib/paraglide/messages.js'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet'
type Shown = { tone: Tone; words: () => string }

const show = (tone: Tone, words: () => string): Shown => ({ tone, words })

const STATES: Readonly<Record<string, Shown>> = {
  draft: show('quiet', m.status_draft),
  listed: show('good', m.status_listed),
  hidden: show('quiet', m.status_hidden),
  placed: show('warn', m.status_placed),
  paid: show('good', m.status_paid),
  confirmed: show('info', m.status_confirmed),
  packed: show('info', m.status_packed),
  shipped: show('info', m.status_shipped),
  delivered: show('good', m.status_delivered),
  completed: show('good', m.status_completed),
  cancelled: show('quiet', m.status_cancelled),
  expired: show('quiet', m.status_expired),
  pending: show('warn', m.status_pending),
  claimed: show('info', m.status_claimed),
  settled: show('good', m.status_settled),
  failed: show('bad', m.status_failed),
  refunded: show('quiet', m.status_refunded),
  due: show('warn', m.status_due),
  upcoming: show('quiet', m.status_upcoming),
  partlypaid: show('warn', m.status_partly_paid),
  requested: show('info', m.status_requested),
  sent: show('info', m.status_sent),
  reversed: show('quiet', m.status_reversed),
  submitted: show('info', m.status_submitted),
  inreview: show('info', m.status_in_review),
  recommended: show('info', m.status_recommended),
  approved: show('good', m.status_approved),
  rejected: show('bad', m.status_rejected),
  accepted: show('good', m.status_accepted),
  withdrawn: show('quiet', m.status_withdrawn),
  asked: show('warn', m.returns_status_asked),
  refused: show('bad', m.returns_status_refused),
  received: show('info', m.returns_status_received),
  answered: show('info', m.returns_status_answered),
  mediation: show('warn', m.returns_status_mediation),
  replacing: show('warn', m.returns_status_replacing),
  proposed: show('warn', m.status_proposed),
  applied: show('good', m.status_applied),
  running: show('info', m.status_running),
  done: show('good', m.status_done),
  disbursed: show('good', m.status_disbursed),
  active: show('info', m.status_active),
  late: show('bad', m.status_late),
  closed: show('good', m.status_closed),
  overpaid: show('info', m.status_overpaid),
  rescheduled: show('warn', m.status_rescheduled),
  writtenoff: show('bad', m.status_written_off),
  open: show('good', m.status_open),
  paused: show('warn', m.status_paused),
  shut: show('quiet', m.status_shut),
  delivering: show('info', m.status_delivering),
  undeliverable: show('bad', m.status_undeliverable),
}

/** The tone and the words of a state, in the reader's language. */
export function status(state: string): { tone: Tone; words: string } {
  const shown = STATES[state.toLowerCase().replace(/[-_ ]/g, '')]
  return shown ? { tone: shown.tone, words: shown.words() } : { tone: 'quiet', words: state }
}
