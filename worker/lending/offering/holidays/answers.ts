import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'

export const HolidaysAnswer = pageOf(v.strictObject({ day: v.string(), name: v.string() }))
