/**
 * Which areas are asked for: those within a province, a regency or a district, or the provinces.
 */
import * as v from 'valibot'
import { isAreaCode, isVillageCode } from '#worker/market/buying/shipping/area'

export const AreaQuery = v.object({
  within: v.optional(
    v.pipe(
      v.string(),
      v.guard(isAreaCode, 'Give the code of an area, such as 32.06.'),
      v.check((code) => !isVillageCode(code), 'A village holds no further areas.'),
      v.description('Code of a province, regency or district; without it, the provinces'),
    ),
  ),
})
