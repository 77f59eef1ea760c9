/** The next command of a scene, ready to be sent as often as it takes: of the market, or of the desk. */
import type { Chance } from '#db/seed/random'
import { COMMANDS, type Ask, type Scene } from '#test/simulation/by-chance/course'
import { act, letGo, lookAfter, type Act } from '#test/simulation/desk/acting'
import { AT_THE_DESK } from '#test/simulation/desk/opening'
import type { Held } from '#test/simulation/desk/scene'
import { newKey, type Answer } from '#test/support/http'

export type Sending = {
  name: string
  key: string
  /** Null until it was answered. */
  status: number | null
  slug: string
  /** What of it is not as the model says. */
  faults: string[]
  send: (isAgain: boolean) => Promise<void>
  /** Nobody waits for what it is about any more. */
  letGo: () => void
}

/** How much happens at the desk, against the market. */
const AT_DESK = 0.6

const made = (name: string): Omit<Sending, 'send' | 'letGo'> => ({
  ...{ name, key: newKey(), status: null, slug: '', faults: [] },
})

export async function next(scene: Scene, random: Chance): Promise<Sending | null> {
  return random.happens(AT_DESK) ? nextAtDesk(scene, random) : nextInMarket(scene, random)
}

async function nextInMarket(scene: Scene, random: Chance): Promise<Sending | null> {
  const command = random.weighted(COMMANDS.map((one) => [one, one.weight] as const))
  const ask = await command.ask(scene)
  if (!ask) return null
  const sending: Sending = {
    ...made(command.name),
    send: () => sendToMarket(sending, ask),
    letGo: () => {},
  }
  return sending
}

/** With the same key however often; a refusal is an answer too. */
async function sendToMarket(one: Sending, ask: Ask): Promise<void> {
  const { who, method = 'POST', path, body } = ask
  const answer: Answer = await who.send(method, path, body, one.key)
  if (answer.status >= 500) {
    throw new Error(`${one.name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  one.status = answer.status
  one.slug = String(answer.body.slug ?? '')
  if (answer.status < 300) ask.learn?.(answer.body)
  else if (one.slug !== 'outdated') await ask.missed?.()
}

async function nextAtDesk({ desk }: Scene, random: Chance): Promise<Sending | null> {
  const command = random.weighted(AT_THE_DESK.map((one) => [one, one.weight] as const))
  const holds: Held[] = []
  const hold = <One extends Held>(one: One): One => {
    one.held = true
    holds.push(one)
    return one
  }
  const release = () => letGo({ holds })
  try {
    const ask = await command.ask(desk, hold)
    if (ask) {
      const sending: Sending = {
        ...made(command.name),
        send: (isAgain) => sendToDesk(sending, { ...sending, ask, holds }, isAgain),
        letGo: release,
      }
      return sending
    }
  } catch (reason) {
    release()
    throw reason
  }
  release()
  return null

  async function sendToDesk(one: Sending, asked: Act, isAgain: boolean): Promise<void> {
    const { status, said, fault } = await act(asked, isAgain)
    one.status = status
    one.slug = said === 'done' ? '' : said
    if (fault) one.faults.push(fault)
    try {
      one.faults.push(...(await lookAfter(desk, asked)))
    } finally {
      release()
    }
  }
}
