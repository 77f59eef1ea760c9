/**
 * A market by chance: what somebody in a town might send next, whether it is her turn or not. Nothing is
 * predicted here; whoever plays it looks at what must hold whatever happens.
 */
import type { Chance } from '#db/seed/random'
import type { Town } from '#test/faults/town'
import { buying } from '#test/simulation/by-chance/buying'
import { atGateway } from '#test/simulation/by-chance/gateway'
import { fulfilling } from '#test/simulation/by-chance/fulfilling'
import { settling } from '#test/simulation/by-chance/settling'
import type { Http, Json } from '#test/support/http'
import type { ShopOn } from '#test/support/http-network'

/** What is sent, and what is learnt from its answer. */
export type Ask = {
  who: Http
  method?: 'PUT' | 'PATCH'
  path: string
  body: Json
  learn?: (answer: Json) => void
}

export type Bought = {
  id: string
  code: string
  total: number
  buyer: Http
  orders: Sold[]
  method: string
  /** What the gateway calls it, once its buyer was sent there. */
  reference: string | null
  open: boolean
}
export type Sold = {
  id: string
  code: string
  buyer: Http
  shop: ShopOn
  /** As it was last answered; `unpaid` until the money was matched. */
  status: string
  returns: number
  complaints: number
  /** How far the last return and the last complaint have come. */
  returned: string
  complained: string
}

export type Scene = {
  town: Town
  random: Chance
  /** Where the stand-in of the gateways is. */
  gateway: string
  purchases: Bought[]
  orders: Sold[]
  payouts: { id: string; status: string }[]
  vouchers: string[]
  refunds: string[]
  references: number
}

export type Command = {
  name: string
  weight: number
  /** Null when there is nothing yet to send it about. */
  ask: (scene: Scene) => Ask | null | Promise<Ask | null>
}

export const COMMANDS: readonly Command[] = [...buying, ...atGateway, ...fulfilling, ...settling]

export const sceneIn = (town: Town, random: Chance, gateway: string): Scene => ({
  ...{ town, random, gateway, purchases: [], orders: [], payouts: [], vouchers: [], refunds: [] },
  references: 0,
})

/** One of the latest; old ones have mostly come to their end. */
export function recent<T>(
  { random }: Pick<Scene, 'random'>,
  all: readonly T[],
  isDue: (one: T) => boolean = () => true,
): T | null {
  const latest = all.slice(-60)
  const due = latest.filter(isDue)
  const among = due.length > 0 && random.happens(0.85) ? due : latest
  return among.length > 0 ? random.pick(among) : null
}

/** The order as it is now, from any answer that is one. */
export const noted = (order: Sold) => (answer: Json) => {
  if (typeof answer.status === 'string') order.status = answer.status
  order.returned = answer.returns?.at(-1)?.status ?? order.returned
  order.complained = answer.complaints?.at(-1)?.status ?? order.complained
}

export const nextReference = (scene: Scene) => `Mutasi ${(scene.references += 1)}`
