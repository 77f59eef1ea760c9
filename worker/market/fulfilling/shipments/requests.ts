/** What may be asked about parcels, and which orders are printed. */
import * as v from 'valibot'
import { text } from '#worker/http/fields'
import { isId } from '#worker/kernel/id'
import { tracking } from '#worker/market/fulfilling/orders/requests'

export const CorrectionRequest = v.object({
  courier: v.optional(text(40)),
  trackingNumber: v.optional(v.nullable(tracking)),
})

const MOST = 50

export const LabelsQuery = v.object({
  orders: v.pipe(
    v.string(),
    v.maxLength(40 * MOST),
    v.transform((list) => [...new Set(list.split(',').filter((one) => one !== ''))]),
    v.minLength(1, 'Name at least one order.'),
    v.maxLength(MOST, `At most ${MOST} at once.`),
    v.check((ids) => ids.every(isId), 'Give ids of orders, with commas between them.'),
  ),
})
