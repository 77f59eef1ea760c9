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
import type { Desk } from '#test/simulation/desk/scene'
import type { Http, Json } from '#test/support/http'
import type { ShopOn } from '#test/support/http-network'

/** What is sent, and what is learnt from its answer. */
export type Ask = {
  who: Http
  method?: 'PUT' | 'PATCH'
  path: string
  body: Json
  learn?: (answer: Json) => void
  /** When it was refused though it seemed to be her turn: what is known of it is old. */
  missed?: () => unknown
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
  /** Paid at the door. */
  cod: boolean
  returns: number
  complaints: number
  /** How far the last return and the last complaint have come. */
  returned: string
  sentBack: boolean
  complained: string
  /** Its buyer wants to cancel it. */
  unwanted: boolean
}

/** An order that was just placed. */
export const NOTHING_YET = {
  ...{ returns: 0, complaints: 0, returned: '', complained: '' },
  ...{ sentBack: false, unwanted: false },
}

export type Scene = {
  town: Town
  desk: Desk
  random: Chance
  /** Where the stand-in of the gateways is. */
  gateway: string
  purchases: Bought[]
  orders: Sold[]
  payouts: { id: string; status: string }[]
  vouchers: string[]
  refunds: string[]
  /** Money in suspense. */
  unexplained: string[]
  references: number
}

export type Command = {
  name: string
  weight: number
  /** Null when there is nothing yet to send it about. */
  ask: (scene: Scene) => Ask | null | Promise<Ask | null>
}

export const COMMANDS: readonly Command[] = [...buying, ...atGateway, ...fulfilling, ...settling]

export const sceneIn = (given: Pick<Scene, 'town' | 'random' | 'gateway' | 'desk'>): Scene => ({
  ...{ ...given, purchases: [], orders: [], payouts: [], vouchers: [], refunds: [] },
  ...{ unexplained: [], references: 0 },
})

/** Mostly one whose turn it is, and none when it is nobody's; now and then any of the latest. */
export function recent<T>(
  { random }: Pick<Scene, 'random'>,
  all: readonly T[],
  isDue: (one: T) => boolean = () => true,
): T | null {
  const among = random.happens(0.12) ? all.slice(-60) : all.slice(-800).filter(isDue)
  return among.length > 0 ? random.pick(among) : null
}

/** The order as it is now, from any answer that is one. */
export const noted = (order: Sold) => (answer: Json) => {
  if (typeof answer.status === 'string') order.status = answer.status
  const [returned, complained] = [answer.returns?.at(-1), answer.complaints?.at(-1)]
  order.returned = returned?.status ?? order.returned
  order.sentBack = returned ? returned.sentBackAt !== null : order.sentBack
  order.complained = complained?.status ?? order.complained
  if ('cancelAskedAt' in answer) order.unwanted = answer.cancelAskedAt !== null
}

export const nextReference = (scene: Scene) => `Mutasi ${(scene.references += 1)}`
