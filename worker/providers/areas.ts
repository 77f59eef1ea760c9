// The directory of areas. What a form says about an address is looked up here before it is kept, so
// that codes and names always belong together.

import { districtOf, levelOf, regencyOf } from '#worker/market/buying/shipping/area'
import type { AreaCode, AreaNames, VillageCode } from '#worker/market/buying/shipping/area'
import * as lists from '#worker/market/buying/shipping/area-lists'
import type { AreaRow, ProvinceList, RegencyList } from '#worker/market/buying/shipping/area-lists'

export interface AreaDirectory {
  /** The names of a village, or nothing when no village has this code. */
  find(village: VillageCode): Promise<AreaNames | undefined>
  /**
   * The areas directly within one, by name; all provinces without one; nothing for an unknown
   * area.
   */
  within(area?: AreaCode): Promise<readonly AreaRow[] | undefined>
  /** Every regency and city. */
  regencies(): Promise<readonly AreaRow[]>
}

/** As much of the ASSETS binding as is needed; the types of pages and Worker agree on it. */
type Assets = {
  fetch(url: string): Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>
}

/**
 * The directory over the static lists of the deployment; `assets` is the Worker's ASSETS binding.
 */
export function assetAreas(assets: Assets): AreaDirectory {
  const provinces = async () => {
    const list = await read<ProvinceList>(assets, lists.PROVINCES_PATH)
    if (!list) throw new Error(`The list ${lists.PROVINCES_PATH} is missing from the build.`)
    return list
  }
  const regency = (code: AreaCode) => read<RegencyList>(assets, lists.regencyPath(code))
  return {
    async find(village) {
      const [country, here] = await Promise.all([provinces(), regency(regencyOf(village))])
      return here && lists.namesOf(village, { provinces: country, regency: here })
    },
    async regencies() {
      const country = await provinces()
      return country.flatMap(([code]) => lists.regenciesIn(country, code))
    },
    async within(area) {
      if (area === undefined) return lists.provincesIn(await provinces())
      if (levelOf(area) === 'province') return known(lists.regenciesIn(await provinces(), area))
      const here = await regency(regencyOf(area) ?? area)
      const district = districtOf(area)
      if (!here) return undefined
      return known(district ? lists.villagesIn(here, district) : lists.districtsIn(here))
    },
  }
}

/** Every area that exists has areas within it, down to the districts. */
function known(rows: readonly AreaRow[]): readonly AreaRow[] | undefined {
  return rows.length > 0 ? rows : undefined
}

async function read<List>(assets: Assets, path: string): Promise<List | undefined> {
  const response = await assets.fetch(`https://assets.local${path}`)
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`Reading ${path} was answered with ${response.status}.`)
  return (await response.json()) as List
}
