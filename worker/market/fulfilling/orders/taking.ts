/**
 * How a step is put together: the order as it is afterwards with the number of its last event, the papers
 * that were made or changed, and how many disputes that leaves open.
 */
import type { Posting } from '#worker/ledger/entry'
import type { Order } from '#worker/market/fulfilling/orders/order'
import {
  disputesIn,
  papersAfter,
  type ChangedPapers,
} from '#worker/market/fulfilling/orders/papers'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import type { StockChange } from '#worker/market/offering/products/stock'
import type { Message } from '#worker/outbox/message'

/** Who takes a step; the clock too. */
export type By = 'buyer' | 'seller' | 'operator' | 'clock'

type Event = Step['event']

type Taken = {
  /** The order as it is afterwards, but for its version and its disputes. */
  order?: Order
  event: Event
  also?: readonly Event[]
  papers?: ChangedPapers
  messages?: readonly Message[]
  stock?: readonly StockChange[]
  sponsorsBack?: Step['sponsorsBack']
  posting?: Posting | undefined
}

export function taken(facts: Facts, given: Taken): Step {
  const { order = facts.order, event, also = [], papers = {}, messages = [] } = given
  const { stock = [], sponsorsBack = [], posting } = given
  const disputes = disputesIn(papersAfter(facts.papers, papers))
  const version = facts.order.version + 1 + also.length
  return {
    order: { ...order, disputes, version },
    ...{ event, also, papers, messages, stock, sponsorsBack },
    ...(posting ? { posting } : {}),
  }
}
