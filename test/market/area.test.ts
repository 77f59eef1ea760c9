// The codes, the lists and the names of administrative areas, held against the package they come
// from.

import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import { beforeAll, describe, expect, test } from 'vitest'
import * as area from '#worker/market/buying/shipping/area'
import type { AreaCode, VillageCode } from '#worker/market/buying/shipping/area'
import * as lists from '#worker/market/buying/shipping/area-lists'
import type { ProvinceList, RegencyList } from '#worker/market/buying/shipping/area-lists'
import * as regencies from '#worker/market/buying/shipping/regencies'
import { assetAreas } from '#worker/providers/areas'

const ROOT = join(import.meta.dirname, '../..')
const RAJAPOLAH = '32.06.34.2002' as VillageCode

/** Serves the built lists as the ASSETS binding does. */
const assets = {
  async fetch(url: string): Promise<Response> {
    const file = join(ROOT, 'web/static', new URL(url).pathname)
    return readFile(file, 'utf8').then(
      (text) => new Response(text),
      () => new Response('not found', { status: 404 }),
    )
  },
}

async function list<List>(path: string): Promise<List> {
  return (await assets.fetch(`https://assets.local${path}`)).json()
}

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/areas.ts'], {
    cwd: ROOT,
  })
})

describe('a code', () => {
  test.each([
    ['32', 'province', undefined, undefined],
    ['32.06', 'regency', '32.06', undefined],
    ['32.06.34', 'district', '32.06', '32.06.34'],
    ['32.06.34.2002', 'village', '32.06', '32.06.34'],
  ])('%s is a %s and knows what it lies in', (code, level, regency, district) => {
    expect(area.isAreaCode(code)).toBe(true)
    expect(area.levelOf(code as AreaCode)).toBe(level)
    expect(area.provinceOf(code as AreaCode)).toBe('32')
    expect(area.regencyOf(code as AreaCode)).toBe(regency)
    expect(area.districtOf(code as AreaCode)).toBe(district)
  })

  test.each(['', '3', '02', '32.', '32.6', '3206', '32.06.34.4002', '32.06.34.20021', ' 32'])(
    '"%s" has no shape of an area',
    (text) => {
      expect(area.isAreaCode(text)).toBe(false)
      expect(area.isVillageCode(text)).toBe(false)
    },
  )

  test('lies in its district, regency and province and nowhere else', () => {
    const within = (outer: string) => area.liesIn(RAJAPOLAH, outer as AreaCode)
    expect(['32', '32.06', '32.06.34', RAJAPOLAH].every(within)).toBe(true)
    expect(['33', '32.07', '32.06.35', '32.06.34.2003'].some(within)).toBe(false)
  })
})

describe('the lists', () => {
  test('hold every area of the package, each once, under its own parents', async () => {
    const provinceList = await list<ProvinceList>(lists.PROVINCES_PATH)
    const held = { provinces: [] as string[], regencies: [] as string[] }
    const inside = { districts: [] as string[], villages: [] as string[] }
    for (const [province, name] of lists.provincesIn(provinceList)) {
      held.provinces.push(`${province} ${name}`)
      held.regencies.push(...lists.regenciesIn(provinceList, province).map((row) => row.join(' ')))
    }
    for (const regency of held.regencies.map((row) => row.slice(0, 5) as AreaCode)) {
      const regencyList = await list<RegencyList>(lists.regencyPath(regency))
      for (const [district, name] of lists.districtsIn(regencyList)) {
        inside.districts.push(`${district} ${name}`)
        const villages = lists.villagesIn(regencyList, district)
        inside.villages.push(...villages.map((row) => row.join(' ')))
      }
    }
    const packed = async (rows: Promise<{ code: string; name: string }[]>) =>
      (await rows).map(({ code, name }) => `${code} ${name}`).sort()
    expect(held.provinces.sort()).toEqual(await packed(getProvinces()))
    expect(held.regencies.sort()).toEqual(await packed(getRegencies()))
    expect(inside.districts.sort()).toEqual(await packed(getDistricts()))
    expect(inside.villages.sort()).toEqual(await packed(getVillages()))
  })

  test('have the counts that the decree of 2025 gives', async () => {
    const all = await getRegencies()
    const cities = all.filter(({ code }) => Number(code.slice(3)) >= 71)
    const villages = (await getVillages()).map(({ code }) => code)
    expect(villages.every(area.isVillageCode)).toBe(true)
    const kinds = villages.map((code) => area.kindOf(code as VillageCode))
    const count = (kind: string) => kinds.filter((one) => one === kind).length
    expect({
      provinces: (await getProvinces()).length,
      regencies: all.length - cities.length,
      cities: cities.length,
      districts: (await getDistricts()).length,
      kelurahan: count('kelurahan'),
      desa: count('desa') + count('desaAdat'),
    }).toEqual({
      provinces: 38,
      regencies: 416,
      cities: 98,
      districts: 7285,
      kelurahan: 8496,
      desa: 75266,
    })
  })

  test('that the Worker carries name the same provinces and regencies', async () => {
    const packed = [...(await getProvinces()), ...(await getRegencies())]
    expect(packed.every(({ code }) => regencies.isRegion(code))).toBe(true)
    const carried = regencies
      .provinces()
      .flatMap((province) => [province, ...regencies.regenciesOf(province.code)])
    const rows = (regions: { code: string; name: string }[]) =>
      regions.map(({ code, name }) => `${code} ${name}`).sort()
    expect(rows(carried)).toEqual(rows(packed))
    expect(regencies.regencyName(RAJAPOLAH)).toBe('Kabupaten Tasikmalaya')
    expect(regencies.provinceName(RAJAPOLAH)).toBe('Jawa Barat')
    expect(regencies.regencyName('32' as AreaCode)).toBeUndefined()
  })
})

describe('the directory', () => {
  test('names a village with all it lies in', async () => {
    const names = await assetAreas(assets).find(RAJAPOLAH)
    if (!names) throw new Error('Rajapolah is missing.')
    expect(area.areaLine(RAJAPOLAH, names)).toBe(
      'Desa Rajapolah, Kec. Rajapolah, Kab. Tasikmalaya, Prov. Jawa Barat',
    )
  })

  test.each(['32.06.34.2999', '32.06.99.2001', '32.70.01.1001', '99.01.01.2001'])(
    'knows no village %s',
    async (code) => {
      expect(await assetAreas(assets).find(code as VillageCode)).toBeUndefined()
    },
  )

  test('does not mistake a failing store for an unknown village', async () => {
    const failing = { fetch: async () => new Response('', { status: 503 }) }
    await expect(assetAreas(failing).find(RAJAPOLAH)).rejects.toThrow('503')
  })
})
