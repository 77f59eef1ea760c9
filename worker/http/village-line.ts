/** The names of a village, frozen beside its code wherever an address is kept. */
import type { Ctx } from '#worker/http/context'
import { malformed } from '#worker/http/parse'
import { sentence } from '#worker/kernel/sentence'
import { areaLine, type VillageCode } from '#worker/market/buying/shipping/area'
import { assetAreas } from '#worker/providers/areas'

/** One line for a parcel; refuses a code that no village has, at that place of the request. */
export async function villageLine(c: Ctx, code: VillageCode, pointer: string): Promise<string> {
  const names = await assetAreas(c.env.ASSETS).find(code)
  if (names) return areaLine(code, names)
  throw malformed([
    {
      pointer,
      detail: sentence('Tidak ada desa dengan kode ini.', 'No village has this code.'),
    },
  ])
}
