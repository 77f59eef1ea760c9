import * as v from 'valibot'
import { date } from '#worker/http/fields'

/** The day on which it would be paid; today when left out. */
export const PayoffQuery = v.strictObject({ on: v.optional(date()) })
