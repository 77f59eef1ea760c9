/**
 * Plays a market by chance on a served network whose process is killed again and again. What was answered
 * has happened and stays; what was not is sent again under its key; in the end the books are right.
 */
import type { Chance } from '#db/seed/random'
import { aTown } from '#test/faults/town'
import { COMMANDS, sceneIn, type Ask, type Scene } from '#test/simulation/by-chance/course'
import { expected, newKey, type Address, type Answer } from '#test/support/http'
import { gatewayBindings } from '#test/support/gateways/shared'
import { startStandIn } from '#test/support/gateways/serving'
import { BINDINGS } from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'

export type Course = {
  commands: number
  kills: number
  clients: number
  random: Chance
  show?: (line: string) => void
}
type Sent = Ask & { name: string; key: string; status: number | null; slug: string }

export type Played = {
  server: Server
  sent: readonly Sent[]
  /** How many of each name were done, and how many refused. */
  tally: ReadonlyMap<string, readonly [done: number, refused: number]>
}

const HOUR = 3600_000

export async function play(course: Course): Promise<Played> {
  const at: Address = { url: '' }
  const gateway = await startStandIn()
  const bindings = { ...BINDINGS, ...gatewayBindings(gateway.url) }
  const start = async (state?: string) => {
    const server = await startServer({ bindings, ...(state ? { state } : {}) })
    at.url = server.url
    return server
  }
  let server = await start()
  const scene = sceneIn(await aTown(at), course.random, gateway.url)
  for (const { chair, slug } of scene.town.shops) {
    const terms = { offered: true, most: 10_000_000, areas: [] }
    expected(await chair.put(`/api/enterprises/${slug}/cod-terms`, terms), 200)
  }
  const sent: Sent[] = []
  const rounds = course.kills + 1
  for (let round = 1; round <= rounds; round += 1) {
    const most = Math.floor((course.commands * round) / rounds)
    const last = round === rounds
    await (last
      ? playUntil(course, scene, { sent, most })
      : cutShort(server, course, scene, sent, most))
    if (!last) server = await start(server.state)
    for (const one of sent.filter(({ status }) => status === null)) await send(one)
    await server.ring(Date.now())
    if (course.random.happens(0.5)) await server.ring(Date.now() + 25 * HOUR)
    course.show?.(
      `${sent.length} of ${course.commands} sent, killed ${Math.min(round, course.kills)} times`,
    )
  }
  await gateway.close()
  return { server, sent, tally: tallied(sent) }
}

type Until = { sent: Sent[]; most: number; stopped?: () => boolean }

/** So many clients at once, each with one request at a time. */
async function playUntil({ clients, random }: Course, scene: Scene, until: Until): Promise<void> {
  const over = () => until.sent.length >= until.most || until.stopped?.() === true
  const client = async () => {
    while (!over()) {
      const command = random.weighted(COMMANDS.map((one) => [one, one.weight] as const))
      try {
        const ask = await command.ask(scene)
        if (!ask || over()) continue
        const one = { ...ask, name: command.name, key: newKey(), status: null, slug: '' }
        until.sent.push(one)
        await send(one)
      } catch (reason) {
        // Once the process is gone every connection breaks; before, none may.
        if (!until.stopped?.()) throw reason
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
}

/** Somewhere in the last third of the round the process is gone. */
async function cutShort(
  server: Server,
  course: Course,
  scene: Scene,
  sent: Sent[],
  most: number,
): Promise<void> {
  let dead = false
  const from = sent.length
  const fatal = from + Math.floor((most - from) * (0.67 + course.random.next() * 0.3))
  const killed = (async () => {
    while (sent.length < fatal) await new Promise((resolve) => setTimeout(resolve, 5))
    dead = true
    await server.crash()
  })()
  await playUntil(course, scene, { sent, most, stopped: () => dead })
  await killed
}

/** With the same key however often; a refusal is an answer too. */
async function send(one: Sent): Promise<void> {
  const { who, method = 'POST', path, body } = one
  const answer: Answer = await who.send(method, path, body, one.key)
  if (answer.status >= 500) {
    throw new Error(`${one.name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  one.status = answer.status
  one.slug = String(answer.body.slug ?? '')
  if (answer.status < 300) one.learn?.(answer.body)
  else if (one.slug !== 'outdated') await one.missed?.()
}

function tallied(sent: readonly Sent[]): Played['tally'] {
  const tally = new Map<string, [number, number]>()
  for (const { name, status } of sent) {
    const counts = tally.get(name) ?? [0, 0]
    counts[(status ?? 500) < 300 ? 0 : 1] += 1
    tally.set(name, counts)
  }
  return tally
}
