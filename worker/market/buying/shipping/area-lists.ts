// The lists from which an area is picked, as the build lays them among the static files: one file
// of provinces with their regencies, one file per regency of its districts with their villages.
// They are rows without keys, sorted by name, so that a phone loads a regency in about three
// kilobytes.

import { districtOf, provinceOf, regencyOf } from '#worker/market/buying/shipping/area'
import type { AreaCode, AreaNames, VillageCode } from '#worker/market/buying/shipping/area'

/** Code and name. */
export type AreaRow = readonly [code: string, name: string]

/** `/wilayah/provinces.json`: every province with its regencies and cities. */
export type ProvinceList = readonly (readonly [
  code: string,
  name: string,
  regencies: readonly AreaRow[],
])[]

/**
 * `/wilayah/32.06.json`: every district with its villages, each by the last four digits of its
 * code.
 */
export type RegencyList = readonly (readonly [
  code: string,
  name: string,
  villages: readonly (readonly [digits: string, name: string])[],
])[]

export const PROVINCES_PATH = '/wilayah/provinces.json'

export function regencyPath(regency: AreaCode): string {
  return `/wilayah/${regency}.json`
}

export function provincesIn(list: ProvinceList): AreaRow[] {
  return list.map(([code, name]) => [code, name])
}

export function regenciesIn(list: ProvinceList, province: string): readonly AreaRow[] {
  return list.find(([code]) => code === province)?.[2] ?? []
}

export function districtsIn(list: RegencyList): AreaRow[] {
  return list.map(([code, name]) => [code, name])
}

export function villagesIn(list: RegencyList, district: string): AreaRow[] {
  const villages = list.find(([code]) => code === district)?.[2] ?? []
  return villages.map(([digits, name]) => [`${district}.${digits}`, name])
}

/** The names of a village, or nothing when either list does not know it. */
export function namesOf(
  code: VillageCode,
  lists: { provinces: ProvinceList; regency: RegencyList },
): AreaNames | undefined {
  const provinceCode = provinceOf(code)
  const regencyCode = regencyOf(code)
  const districtCode = districtOf(code)
  const province = lists.provinces.find(([at]) => at === provinceCode)
  const regency = province?.[2].find(([at]) => at === regencyCode)
  const district = lists.regency.find(([at]) => at === districtCode)
  const village = district?.[2].find(([digits]) => code.endsWith(digits))
  if (!province || !regency || !district || !village) return undefined
  return { village: village[1], district: district[1], regency: regency[1], province: province[1] }
}
