/** The names of classes and rules of loan quality, in the language of the page. */
import { m } from '#lib/paraglide/messages.js'
import type { ProfileName } from '#worker/lending/reporting/quality/profiles'
import type { ClassName } from '#worker/lending/reporting/quality/quality'

export const CLASS_WORDS: Readonly<Record<ClassName, () => string>> = {
  current: m.lbook_class_1,
  'special-mention': m.lbook_class_2,
  substandard: m.lbook_class_3,
  doubtful: m.lbook_class_4,
  loss: m.lbook_class_5,
}

export const PROFILE_WORDS: Readonly<Record<ProfileName, () => string>> = {
  bank: m.quality_bank,
  bpr: m.quality_bpr,
  lkm: m.quality_lkm,
  koperasi: m.quality_koperasi,
  upk: m.quality_upk,
  own: m.quality_own,
}
