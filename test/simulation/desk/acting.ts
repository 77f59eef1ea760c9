/**
 * How a command of the desk is sent and its answer judged: what came must be what had to come. The same
 * for one who asks after the other, and for many at once on a server that is killed.
 */
import type { Ask, Desk, Held } from '#test/simulation/desk/scene'
import { look } from '#test/simulation/desk/statement'
import type { Answer } from '#test/support/http'

export type Act = {
  name: string
  key: string
  ask: Ask
  /** What nobody else acts on until this is answered. */
  holds: readonly Held[]
}

const MOST_TRIES = 12

const saidBy = ({ status, body }: Answer): string =>
  status < 300 ? 'done' : String(body.slug ?? status)

const sendOnce = ({ key, ask }: Act): Promise<Answer> =>
  ask.method === 'PUT' ? ask.who.put(ask.path, ask.body) : ask.who.under(key, ask.path, ask.body)

export type Outcome = { said: string; status: number; fault: string | null }

/** Sends it, again where somebody else was a moment quicker, and learns of the answer. */
export async function act(one: Act, isAgain: boolean): Promise<Outcome> {
  const { ask, name } = one
  let answer = await sendOnce(one)
  const mayCollide = !ask.must.includes('outdated')
  for (
    let tries = 1;
    mayCollide && saidBy(answer) === 'outdated' && tries < MOST_TRIES;
    tries += 1
  ) {
    answer = await sendOnce(one)
  }
  const said = saidBy(answer)
  const wasDone = ask.unkept === true && isAgain && said === 'illegal-transition'
  if (said === 'done' || wasDone) ask.learn?.(answer.body)
  const isRight = ask.must.includes(said) || wasDone
  const told = `${name} ${ask.path} ${JSON.stringify(ask.body)}`
  const came = `${said} (${JSON.stringify(answer.body).slice(0, 300)})`
  const fault = isRight ? null : `${told}: should be ${ask.must.join(' or ')}, came ${came}`
  return { said, status: answer.status, fault }
}

/** Compares what was touched, and lets go of it. */
export async function lookAfter(desk: Desk, { ask }: Act): Promise<string[]> {
  return ask.look ? look(desk, ask.look) : []
}

export function letGo({ holds }: Pick<Act, 'holds'>): void {
  for (const one of holds) one.held = false
}
