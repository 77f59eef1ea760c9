import * as v from 'valibot'
import { count, date, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { yearOf } from '#worker/kernel/calendar'

/** The holidays of one year; they replace those written down for it before. */
export const HolidaysRequest = v.pipe(
  v.strictObject({
    year: count(2000, 2100),
    holidays: v.pipe(
      v.array(v.strictObject({ day: date(), name: text(80) })),
      v.maxLength(60, says('Paling banyak 60 hari.', 'At most 60 days.')),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['year'], ['holidays']],
      ({ year, holidays }) => holidays.every(({ day }) => yearOf(day) === year),
      says('Semua hari ada di tahun itu.', 'Every day lies in that year.'),
    ),
    ['holidays'],
  ),
  v.forward(
    v.partialCheck(
      [['holidays']],
      ({ holidays }) => new Set(holidays.map(({ day }) => day)).size === holidays.length,
      says('Setiap hari satu kali.', 'Each day once.'),
    ),
    ['holidays'],
  ),
)
