// The directory of villages. What a form says about an address is looked up here before it is kept, so
// that codes and names always belong together.

import { regencyOf } from '#worker/market/shipping/area'
import type { AreaNames, VillageCode } from '#worker/market/shipping/area'
import { PROVINCES_PATH, namesOf, regencyPath } from '#worker/market/shipping/area-lists'
import type { ProvinceList, RegencyList } from '#worker/market/shipping/area-lists'

export interface AreaDirectory {
  /** The names of a village, or nothing when no village has this code. */
  find(village: VillageCode): Promise<AreaNames | undefined>
}

/** The directory over the static lists of the deployment; `assets` is the Worker's ASSETS binding. */
export function assetAreas(assets: { fetch(url: string): Promise<Response> }): AreaDirectory {
  return {
    async find(village) {
      const [provinces, regency] = await Promise.all([
        read<ProvinceList>(assets, PROVINCES_PATH),
        read<RegencyList>(assets, regencyPath(regencyOf(village))),
      ])
      if (!provinces) throw new Error(`The list ${PROVINCES_PATH} is missing from the build.`)
      return regency && namesOf(village, { provinces, regency })
    },
  }
}

async function read<List>(
  assets: { fetch(url: string): Promise<Response> },
  path: string,
): Promise<List | undefined> {
  const response = await assets.fetch(`https://assets.local${path}`)
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`Reading ${path} was answered with ${response.status}.`)
  return response.json()
}
