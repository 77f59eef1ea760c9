// A plausible tariff table for the demo's sellers: own regency, own province, then every province by the
// distance between the groups of islands. The prices are invented, of the order of regular services.

import { provinceOf, regencyOf, type VillageCode } from '#worker/market/buying/shipping/area'
import { provinces } from '#worker/market/buying/shipping/regencies'
import type { TariffStory } from '#db/seed/network/story'

const ISLANDS = ['sumatra', 'jawa', 'nusa', 'kalimantan', 'sulawesi', 'timur'] as const
type Island = (typeof ISLANDS)[number]

/** The first digit of a province's code tells its group of islands. */
const ISLAND_OF: Readonly<Record<string, Island>> = {
  '1': 'sumatra',
  '2': 'sumatra',
  '3': 'jawa',
  '5': 'nusa',
  '6': 'kalimantan',
  '7': 'sulawesi',
  '8': 'timur',
  '9': 'timur',
}

/** The first kilogram between groups of islands, in thousands of rupiah; the order is that of ISLANDS. */
const BETWEEN: readonly (readonly number[])[] = [
  [22, 28, 42, 46, 54, 96],
  [28, 14, 26, 34, 42, 78],
  [42, 26, 20, 42, 46, 84],
  [46, 34, 42, 22, 38, 82],
  [54, 42, 46, 38, 22, 58],
  [96, 78, 84, 82, 58, 36],
]

/** Days on the way, from one group of islands to another. */
const SLOWER: Readonly<Record<Island, number>> = {
  jawa: 0,
  sumatra: 1,
  nusa: 1,
  kalimantan: 1,
  sulawesi: 2,
  timur: 4,
}

export function tariffsFrom(village: string): TariffStory[] {
  const here = village as VillageCode
  const home = provinceOf(here)
  const near: TariffStory[] = [
    { destination: regencyOf(here), firstKg: 9000, nextKg: 3000, daysFrom: 1, daysTo: 1 },
  ]
  const far = provinces().map(({ code }): TariffStory => {
    const [from, to] = [islandOf(home), islandOf(code)]
    const across = BETWEEN[ISLANDS.indexOf(from)]?.[ISLANDS.indexOf(to)] ?? 0
    // The small islands of the south-east cost a further leg.
    const leg = code === '53' || home === '53' ? 12 : 0
    const firstKg = (code === home ? Math.round(across * 0.8) : across + leg) * 1000
    const least = code === home ? 1 : 2 + Math.max(SLOWER[from], SLOWER[to])
    const nextKg = Math.round(firstKg * 0.00085) * 1000
    return { destination: code, firstKg, nextKg, daysFrom: least, daysTo: least + 2 }
  })
  return [...near, ...far]
}

function islandOf(province: string): Island {
  return ISLAND_OF[province.charAt(0)] ?? 'jawa'
}
