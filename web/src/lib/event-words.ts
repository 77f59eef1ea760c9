/** What an event of a product or an order is called; one that has no name of its own is a change. */
import { m } from '#lib/paraglide/messages.js'

const WORDS: Readonly<Record<string, () => string>> = {
  drafted: m.daily_event_drafted,
  edited: m.daily_event_edited,
  listed: m.daily_event_listed,
  hidden: m.daily_event_hidden,
  'variants-replaced': m.daily_event_variants,
  'stock-changed': m.daily_event_stock,
  'stock-counted': m.daily_event_counted,
  'bulk-edited': m.daily_event_bulk,
  imported: m.daily_event_imported,
  'photo-added': m.daily_event_photo,
  'photos-ordered': m.daily_event_photo,
  'photo-removed': m.daily_event_photo_removed,
  placed: m.daily_event_placed,
  paid: m.daily_event_paid,
  confirmed: m.daily_event_confirmed,
  packed: m.daily_event_packed,
  shipped: m.daily_event_shipped,
  delivered: m.daily_event_delivered,
  completed: m.daily_event_completed,
  cancelled: m.daily_event_cancelled,
  expired: m.daily_event_expired,
  refunded: m.daily_event_refunded,
}

export const eventName = (type: string) => (WORDS[type] ?? m.daily_event_other)()
