/**
 * The moments of an order's life as they are published: what happened, when, by whom in the eyes of the two
 * sides, and the few facts that say what it was about. Who acts for a seller or the operator stays inside.
 */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'

export const ACTORS = ['buyer', 'seller', 'operator', 'clock'] as const
export type Actor = (typeof ACTORS)[number]

export const Moment = v.strictObject({
  type: v.string(),
  at: v.string(),
  by: v.picklist(ACTORS),
  about: v.pipe(
    v.strictObject({
      n: v.optional(v.number()),
      reason: v.optional(v.string()),
      courier: v.optional(v.string()),
      trackingNumber: v.optional(v.string()),
      amount: v.optional(v.number()),
      kind: v.optional(v.string()),
      outcome: v.optional(v.string()),
    }),
    v.description('Which parcel, return or complaint; why; how much'),
  ),
})

export type Happening = {
  type: string
  at: number
  actorId?: string
  data: Readonly<Record<string, unknown>>
}

/** Who usually does what, where the event does not say who did. */
const USUALLY: Readonly<Record<string, Actor>> = {
  placed: 'buyer',
  paid: 'operator',
  expired: 'clock',
  completed: 'buyer',
  refunded: 'operator',
}

const TEXTS = ['reason', 'courier', 'trackingNumber', 'kind', 'outcome'] as const
const NUMBERS = ['n', 'amount'] as const

export function describeMoment(
  { type, at, actorId = '', data }: Happening,
  personId: string | null,
): v.InferOutput<typeof Moment> {
  const texts = TEXTS.filter((name) => typeof data[name] === 'string')
  const numbers = NUMBERS.filter((name) => typeof data[name] === 'number')
  const about = Object.fromEntries([...texts, ...numbers].map((name) => [name, data[name]]))
  return {
    type,
    at: instantText(at),
    by: actorOf(type, data.by, { actorId, personId }),
    about: about as v.InferOutput<typeof Moment>['about'],
  }
}

type Who = { actorId: string; personId: string | null }

function actorOf(type: string, said: unknown, { actorId, personId }: Who): Actor {
  const named = ACTORS.find((one) => one === said)
  if (named) return named
  if (actorId.startsWith('job:')) return 'clock'
  if (actorId === 'guest' || (actorId !== '' && actorId === personId)) return 'buyer'
  return USUALLY[type] ?? 'seller'
}
