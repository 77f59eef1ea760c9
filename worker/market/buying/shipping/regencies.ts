// The names of all provinces, regencies and cities. The Worker carries them with it (about 4 KiB
// compressed) to name a shop's region, fill a region filter and check a tariff row without a
// request. Districts and villages are too many for that and are read from the static lists.

import { isAreaCode, provinceOf, regencyOf } from '#worker/market/buying/shipping/area'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import names from './regencies.json' with { type: 'json' }

export type Region = { readonly code: AreaCode; readonly name: string }

const known: ReadonlyMap<string, string> = new Map(Object.entries(names))

/** The name of a province, or nothing for a code that no province has. */
export function provinceName(code: AreaCode): string | undefined {
  return known.get(provinceOf(code))
}

/** The name of the regency or city an area lies in, or nothing when there is none. */
export function regencyName(code: AreaCode): string | undefined {
  const regency = regencyOf(code)
  return regency === undefined ? undefined : known.get(regency)
}

/** Whether a text is the code of a province, regency or city that exists. */
export function isRegion(text: string): text is AreaCode {
  return isAreaCode(text) && known.has(text)
}

export function provinces(): Region[] {
  return regions((code) => code.length === 2)
}

export function regenciesOf(province: AreaCode): Region[] {
  return regions((code) => code.length === 5 && code.startsWith(province))
}

function regions(wanted: (code: string) => boolean): Region[] {
  return [...known]
    .filter(([code]) => wanted(code))
    .map(([code, name]) => ({ code: code as AreaCode, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'id'))
}
