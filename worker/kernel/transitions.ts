/**
 * A state machine is a table: from each state, the states it may become. Machines are kept small and
 * apart (order, payment, application, loan), never multiplied into one.
 */
import { Refusal } from '#worker/kernel/refusal'

export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>

/** The state `to`, when the table allows it from `from`; else the refusal `illegal-transition`. */
export function transition<State extends string>(
  table: Transitions<State>,
  from: State,
  to: State,
): State {
  if (!table[from].includes(to)) {
    throw new Refusal('illegal-transition', `What is ${from} cannot become ${to}.`, {
      facts: { from, to, allowed: table[from] },
    })
  }
  return to
}

/** States that nothing leaves. */
export function finalStates<State extends string>(table: Transitions<State>): State[] {
  return (Object.keys(table) as State[]).filter((state) => table[state].length === 0)
}

/** Every state that can be reached from `start`, itself included. */
export function reachable<State extends string>(
  table: Transitions<State>,
  start: State,
): Set<State> {
  const seen = new Set<State>([start])
  for (const state of seen) for (const next of table[state]) seen.add(next)
  return seen
}
