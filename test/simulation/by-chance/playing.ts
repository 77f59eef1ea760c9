/**
 * Plays a market and a lending desk by chance on a served network whose process is killed again and again.
 * What was answered has happened and stays; what was not is sent again under its key; whenever nobody
 * acts the clock rings and every loan and sum of the desk is what its model says; in the end the books are
 * right.
 */
import type { Chance } from '#db/seed/random'
import { aTown } from '#test/faults/town'
import { sceneIn, type Scene } from '#test/simulation/by-chance/course'
import { next, type Sending } from '#test/simulation/by-chance/sending'
import { compared } from '#test/simulation/desk/clock'
import { aDeskIn } from '#test/simulation/desk/served'
import { expected, type Address } from '#test/support/http'
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

export type Played = {
  server: Server
  sent: readonly Sending[]
  /** What the model of the desk has found wrong on the way. */
  faults: readonly string[]
  /** How many of each name were done, and how many refused. */
  tally: ReadonlyMap<string, readonly [done: number, refused: number]>
}

const HOUR = 3600_000
/** How often between two kills everybody rests and the clock rings. */
const RESTS = 3

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
  const scene = await aScene(at, course, gateway.url)
  const sent: Sending[] = []
  const faults: string[] = []
  const spells = (course.kills + 1) * RESTS
  for (let spell = 1; spell <= spells; spell += 1) {
    const most = Math.floor((course.commands * spell) / spells)
    const isFatal = spell % RESTS === 0 && spell < spells
    await (isFatal
      ? cutShort(server, course, scene, sent, most)
      : playUntil(course, scene, { sent, most }))
    if (isFatal) server = await start(server.state)
    for (const one of sent.filter(({ status }) => status === null)) await one.send(true)
    await server.ring()
    faults.push(...(await compared(server.env.DB, scene.desk)))
    const kills = Math.min(Math.floor(spell / RESTS), course.kills)
    course.show?.(`${sent.length} of ${course.commands} sent, killed ${kills} times`)
  }
  for (const hours of [25, 49, 24 * 40]) await server.ring(Date.now() + hours * HOUR)
  await gateway.close()
  return { server, sent, faults, tally: tallied(sent) }
}

async function aScene(at: Address, { random }: Course, gateway: string): Promise<Scene> {
  const town = await aTown(at)
  for (const { chair, slug } of town.shops) {
    const terms = { offered: true, most: 10_000_000, areas: [] }
    expected(await chair.put(`/api/enterprises/${slug}/cod-terms`, terms), 200)
  }
  return sceneIn({ town, random, gateway, desk: await aDeskIn(town, random) })
}

type Until = { sent: Sending[]; most: number; stopped?: () => boolean }

/** So many clients at once, each with one request at a time. */
async function playUntil({ clients, random }: Course, scene: Scene, until: Until): Promise<void> {
  const over = () => until.sent.length >= until.most || until.stopped?.() === true
  const client = async () => {
    while (!over()) {
      try {
        const one = await next(scene, random)
        if (!one) continue
        if (over()) {
          one.letGo()
          continue
        }
        until.sent.push(one)
        await one.send(false)
      } catch (reason) {
        // Once the process is gone every connection breaks; before, none may.
        if (!until.stopped?.()) throw reason
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
}

/** Somewhere in the last third the process is gone. */
async function cutShort(
  server: Server,
  course: Course,
  scene: Scene,
  sent: Sending[],
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

function tallied(sent: readonly Sending[]): Played['tally'] {
  const tally = new Map<string, [number, number]>()
  for (const { name, status } of sent) {
    const counts = tally.get(name) ?? [0, 0]
    counts[(status ?? 500) < 300 ? 0 : 1] += 1
    tally.set(name, counts)
  }
  return tally
}
