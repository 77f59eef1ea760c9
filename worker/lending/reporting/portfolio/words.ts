/** The classes of loan quality as Indonesian rules name them, for sheets that go to an authority. */
import type { ClassName } from '#worker/lending/reporting/quality/quality'

export const WORDS: Readonly<Record<ClassName, string>> = {
  current: 'Lancar',
  'special-mention': 'Dalam perhatian khusus',
  substandard: 'Kurang lancar',
  doubtful: 'Diragukan',
  loss: 'Macet',
}
