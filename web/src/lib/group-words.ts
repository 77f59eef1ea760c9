/** What groups, meetings and records are called: states, steps of the ladder, standings. */
import { money } from '#lib/format.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Tone } from '#lib/status.ts'
import type { LimitAnswer, RecordAnswer } from '#worker/lending/group-lending/groups/answers'
import type { MeetingAnswer } from '#worker/lending/group-lending/meetings/answers'

type Shown = { tone: Tone; words: string }

export function meetingState(state: MeetingAnswer['status']): Shown {
  const shown: Record<MeetingAnswer['status'], () => Shown> = {
    recorded: () => ({ tone: 'warn', words: m.groups_state_recorded() }),
    'handed-over': () => ({ tone: 'info', words: m.groups_state_handed() }),
    received: () => ({ tone: 'good', words: m.groups_state_received() }),
    reversed: () => ({ tone: 'quiet', words: m.groups_state_reversed() }),
  }
  return shown[state]()
}

export function standingWords(standing: RecordAnswer['standing']): Shown {
  const shown: Record<RecordAnswer['standing'], () => Shown> = {
    new: () => ({ tone: 'quiet', words: m.groups_standing_new() }),
    good: () => ({ tone: 'good', words: m.groups_standing_good() }),
    helped: () => ({ tone: 'info', words: m.groups_standing_helped() }),
    behind: () => ({ tone: 'warn', words: m.groups_standing_behind() }),
  }
  return shown[standing]()
}

/** Why a limit is what it is, in one sentence. */
export function limitWords({ step, percent, from, late, isCapped }: LimitAnswer): string {
  const facts = { percent, from: money(from), late }
  const why: Record<LimitAnswer['step'], () => string> = {
    first: () => m.groups_step_first(),
    up: () => m.groups_step_up(facts),
    level: () => m.groups_step_level(facts),
    down: () => m.groups_step_down(facts),
    running: () => m.groups_step_running(facts),
  }
  return isCapped ? `${why[step]()} ${m.groups_capped()}` : why[step]()
}

const MOVES = {
  saved: m.groups_move_saved,
  'paid-back': m.groups_move_paid_back,
  covered: m.groups_move_covered,
  withdrawn: m.groups_move_withdrawn,
  reversed: m.groups_move_reversed,
}

export const moveWords = (kind: keyof typeof MOVES): string => MOVES[kind]()
