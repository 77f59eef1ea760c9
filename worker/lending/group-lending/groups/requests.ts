import * as v from 'valibot'
import { count, id, money } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'

export const GroupsQuery = v.strictObject({ after: after([id()]), limit })

const IN_ORDER = says(
  'Naik tidak kurang dari tetap, tetap tidak kurang dari turun; batas tertinggi tidak di bawah yang pertama.',
  'Growth is no less than level, level no less than down; the most is no less than the first.',
)

export const LadderRequest = v.pipe(
  v.strictObject({
    firstLimit: money(),
    most: money(),
    growth: count(100, 500),
    kept: count(0, 200),
    lowered: count(0, 100),
    lateAllowed: count(0, 50),
  }),
  v.check(
    ({ firstLimit, most, growth, kept, lowered }) =>
      most >= firstLimit && growth >= kept && kept >= lowered,
    IN_ORDER,
  ),
)
