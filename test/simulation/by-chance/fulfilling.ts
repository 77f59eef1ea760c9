/** Sellers and buyers with an order: its steps, and what goes wrong with it. */
import type { Ask, Command, Scene, Sold } from '#test/simulation/by-chance/course'
import { noted, recent } from '#test/simulation/by-chance/course'
import type { Json } from '#test/support/http'

type Side = 'seller' | 'buyer' | 'operator'
type Step = {
  name: string
  weight: number
  side: Side
  path: (order: Sold) => string
  /** The states in which it is mostly sent. */
  due: readonly string[]
  /** Of those the ones about which it can be sent. */
  when?: (order: Sold) => boolean
  body?: (scene: Scene) => Json
  then?: (order: Sold) => void
}

const PIECE = [{ n: 1, quantity: 1 }]
const REASON = 'Tidak seperti yang dijanjikan.'

/** The buyer names orders by code, sellers and the operator by id. */
function stepped(step: Step): Command {
  const ask = (scene: Scene): Ask | null => {
    const order = recent(scene, scene.orders, (one) => {
      return step.due.includes(one.status) && (step.when?.(one) ?? true)
    })
    if (!order) return null
    const who = {
      seller: order.shop.chair,
      buyer: order.buyer,
      operator: scene.town.operator,
    }[step.side]
    const named = step.side === 'buyer' ? order.code : order.id
    const learn = (answer: Json) => {
      noted(order)(answer)
      step.then?.(order)
    }
    const missed = async () => {
      const { status, body } = await order.shop.chair.get(`/api/orders/${order.id}`)
      if (status === 200) noted(order)(body)
    }
    const body = step.body?.(scene) ?? {}
    return { who, path: `/api/orders/${named}/${step.path(order)}`, body, learn, missed }
  }
  return { name: step.name, weight: step.weight, ask }
}

const SENT = ['shipped', 'delivered']
/** While one of these is open nothing else is asked for, and the order is not completed. */
const UNDER_WAY = ['asked', 'accepted', 'received', 'open', 'answered', 'mediation', 'replacing']
const atPeace = ({ returned, complained }: Sold) =>
  !UNDER_WAY.includes(returned) && !UNDER_WAY.includes(complained)

const STEPS: readonly Step[] = [
  ...(
    [
      ['confirmation', 12, ['placed']],
      ['packing', 10, ['confirmed']],
      ['delivery', 6, ['shipped']],
    ] as const
  ).map(([path, weight, due]): Step => {
    return { name: path, weight, side: 'seller', path: () => path, due }
  }),
  {
    ...{ name: 'shipment', weight: 10, side: 'seller', path: () => 'shipment' },
    due: ['confirmed', 'packed'],
    body: () => ({ courier: 'JNE', trackingNumber: 'JP1234567890' }),
  },
  {
    ...{ name: 'completion', weight: 6, side: 'buyer', path: () => 'completion', due: SENT },
    when: atPeace,
  },
  {
    ...{ name: 'cancellation', weight: 3, side: 'seller', path: () => 'cancellation' },
    due: ['placed', 'confirmed', 'packed'],
    body: () => ({ reason: 'Bahan habis.' }),
  },
  {
    ...{ name: 'asking to cancel', weight: 2, side: 'buyer' },
    ...{ path: () => 'cancellation-request', due: ['placed', 'confirmed'] },
    when: ({ unwanted }) => !unwanted,
    body: () => ({ reason: 'Salah pesan.' }),
  },
  {
    ...{ name: 'answering that', weight: 2, side: 'seller' },
    ...{ path: () => 'cancellation-answer', due: ['placed', 'confirmed', 'packed'] },
    when: ({ unwanted }) => unwanted,
    body: ({ random }) => ({ granted: random.happens(0.6), reason: 'Sudah dibungkus.' }),
  },
  {
    ...{ name: 'giving up pieces', weight: 3, side: 'seller', path: () => 'refunds' },
    due: ['placed', 'confirmed', 'packed'],
    body: () => ({ lines: PIECE, reason: 'Yang ini cacat.' }),
  },
  {
    ...{ name: 'asking to return', weight: 6, side: 'buyer', path: () => 'returns', due: SENT },
    body: ({ random }) => {
      const kind = random.pick(['damaged', 'wrong', 'different', 'unwanted'])
      return { kind, reason: REASON, lines: PIECE }
    },
    when: atPeace,
    then: (order) => void (order.returns += 1),
  },
  {
    ...{ name: 'answering a return', weight: 6, side: 'seller', due: SENT },
    path: ({ returns }) => `returns/${returns || 1}/answer`,
    body: ({ random }) =>
      random.happens(0.8) ? { accepted: true } : { accepted: false, answer: REASON },
    when: ({ returned }) => returned === 'asked',
  },
  {
    ...{ name: 'sending back', weight: 3, side: 'buyer', due: SENT },
    path: ({ returns }) => `returns/${returns || 1}/sending`,
    body: () => ({ courier: 'JNE' }),
    when: ({ returned, sentBack }) => returned === 'accepted' && !sentBack,
  },
  {
    ...{ name: 'having it back', weight: 5, side: 'seller', due: SENT },
    path: ({ returns }) => `returns/${returns || 1}/receipt`,
    body: ({ random }) => ({ restock: random.happens(0.5) }),
    when: ({ returned }) => returned === 'accepted',
  },
  {
    ...{ name: 'refunding a return', weight: 6, side: 'seller', due: SENT },
    path: ({ returns }) => `returns/${returns || 1}/refund`,
    when: ({ returned }) => returned === 'received',
  },
  {
    ...{ name: 'complaining', weight: 6, side: 'buyer', path: () => 'complaints', due: SENT },
    body: ({ random }) => ({ kind: random.pick(['not-arrived', 'other']), text: REASON }),
    when: atPeace,
    then: (order) => void (order.complaints += 1),
  },
  {
    ...{ name: 'giving in', weight: 2, side: 'seller', due: SENT },
    path: ({ complaints }) => `complaints/${complaints || 1}/refund`,
    body: ({ random }) => {
      const ask = random.happens(0.5) ? { amount: 20_000 } : { whole: true }
      return { reason: 'Kami minta maaf.', ask }
    },
    when: ({ complained }) => complained === 'open',
  },
  {
    ...{ name: 'asking the operator', weight: 4, side: 'buyer', due: SENT },
    path: ({ complaints }) => `complaints/${complaints || 1}/mediation`,
    when: ({ complained }) => complained === 'open',
  },
  {
    ...{ name: 'deciding', weight: 4, side: 'operator', due: SENT },
    path: ({ complaints }) => `complaints/${complaints || 1}/decision`,
    body: ({ random }) => {
      const outcome = random.pick(['refund', 'nothing', 'replacement'])
      return { outcome, reason: REASON, ...(outcome === 'refund' ? { ask: { whole: true } } : {}) }
    },
    when: ({ complained }) => complained === 'mediation',
  },
  {
    ...{ name: 'sending another', weight: 5, side: 'seller', due: SENT },
    path: ({ complaints }) => `complaints/${complaints || 1}/replacement`,
    body: () => ({ courier: 'JNE' }),
    when: ({ complained }) => complained === 'replacing',
  },
  {
    ...{ name: 'refused at the door', weight: 6, side: 'seller', path: () => 'door-refusal' },
    due: ['shipped'],
    body: () => ({ reason: 'Tidak di rumah.' }),
    when: ({ cod }) => cod,
  },
]

export const fulfilling: readonly Command[] = STEPS.map(stepped)
