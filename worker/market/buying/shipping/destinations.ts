/**
 * The names of districts and villages in a tariff table. Provinces and regencies are known everywhere; what
 * is smaller is read from the lists of areas, a list a regency, so a table names those of forty at most.
 */
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import {
  districtOf,
  levelOf,
  regencyOf,
  shortRegency,
  type AreaCode,
} from '#worker/market/buying/shipping/area'
import { regencyName } from '#worker/market/buying/shipping/regencies'
import { ANYWHERE, type Destination, type Tariff } from '#worker/market/buying/shipping/tariff'

/** As much of the directory of areas as is asked here. */
type Areas = {
  within(area: AreaCode): Promise<readonly (readonly [code: string, name: string])[] | undefined>
}

const MOST_REGENCIES = 40

const isSmall = (destination: Destination): destination is AreaCode =>
  destination !== ANYWHERE && ['district', 'village'].includes(levelOf(destination))

export const isDistrictOrVillage = ({ destination }: Tariff) => isSmall(destination)

/** 'Kec. Rajapolah, Kab. Tasikmalaya' by code. Refuses what no list knows. */
export async function namesOfDestinations(
  areas: Areas,
  tariffs: readonly Tariff[],
): Promise<Map<string, string>> {
  const wanted = tariffs.map((one) => one.destination).filter(isSmall)
  const holders = new Set(wanted.map(holderOf))
  if (new Set(wanted.map((code) => code.slice(0, 5))).size > MOST_REGENCIES) {
    throw new Refusal('outside-limits', `Districts of ${MOST_REGENCIES} regencies at most.`)
  }
  const names = new Map<string, string>()
  for (const holder of holders) {
    for (const [code, name] of (await areas.within(holder)) ?? []) {
      const kind = levelOf(code as AreaCode) === 'district' ? 'Kec. ' : ''
      names.set(code, `${kind}${name}, ${shortRegency(regencyName(holder) ?? '')}`)
    }
  }
  const missing = tariffs.findIndex(
    ({ destination }) => isSmall(destination) && !names.has(destination),
  )
  if (missing >= 0) throw unknown(missing)
  return names
}

/** What lists it: the district of a village, the regency of a district. */
function holderOf(code: AreaCode): AreaCode {
  const holder = levelOf(code) === 'village' ? districtOf(code) : regencyOf(code)
  return holder ?? code
}

function unknown(row: number): Refusal {
  return new Refusal('malformed', 'No such area.', {
    errors: [
      {
        pointer: `/tariffs/${row}/destination`,
        detail: sentence('Tidak ada daerah dengan kode ini.', 'No area has this code.'),
      },
    ],
  })
}
