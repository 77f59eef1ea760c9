/** What may be asked of a lender's rule of loan quality. */
import * as v from 'valibot'
import { count, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { PROFILES } from '#worker/lending/reporting/quality/profiles'
import type { QualityClass } from '#worker/lending/reporting/quality/quality'

/** The five classes of a rule of one's own: days late above which each begins, and what is set aside. */
const Own = v.pipe(
  v.strictTuple([
    own('current', 0),
    own('special-mention', 1),
    own('substandard', 1),
    own('doubtful', 1),
    own('loss', 1),
  ]),
  v.check(
    (rows) => rows.every((one, i) => i < 2 || one.overDays > rows[i - 1]!.overDays),
    says(
      'Tiap golongan mulai sesudah golongan sebelumnya.',
      'Each class begins after the one before.',
    ),
  ),
  v.transform((rows) =>
    rows.map(({ name, overDays, bps }): QualityClass => {
      const begins = name === 'current' ? null : { over: overDays, unit: 'day' as const }
      return { name, begins, bps }
    }),
  ),
)

function own<const Name extends QualityClass['name']>(name: Name, at: 0 | 1) {
  return v.strictObject({
    name: v.literal(name),
    /** More days late than this. */
    overDays: count(0, at === 0 ? 0 : 3650),
    bps: count(0, 10_000),
  })
}

export const ProfileRequest = v.variant('profile', [
  v.strictObject({ profile: v.literal('own'), classes: Own, source: text(200) }),
  v.strictObject({ profile: v.picklist(PROFILES.filter((one) => one !== 'own')) }),
])
