// Turns the package idn-area-data into the lists from which an address is picked
// (web/static/wilayah). It runs before every build and does nothing when the lists of this package
// version are there. With `--names` it also rewrites the names that the Worker carries with it.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import type { ProvinceList, RegencyList } from '#worker/market/buying/shipping/area-lists'

const ROOT = join(import.meta.dirname, '..')
const LISTS = join(ROOT, 'web/static/wilayah')
const SOURCE = join(LISTS, 'source.json')
const NAMES = join(ROOT, 'worker/market/buying/shipping/regencies.json')

type Named = { readonly code: string; readonly name: string }

/** What the lists were made from; it stands beside them for the reader, as their licence asks. */
function source() {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(ROOT, 'node_modules/idn-area-data/package.json'), 'utf8'),
  )
  return {
    package: 'idn-area-data',
    version: manifest.version,
    home: 'https://github.com/fityannugroho/idn-area-data',
    licence: 'Open Database License (ODbL) 1.0',
    licenceText: 'https://opendatacommons.org/licenses/odbl/1-0/',
    changes: 'Split into one list per regency and sorted by name.',
    format: 1,
  }
}

function isPresent(stamp: string): boolean {
  try {
    return readFileSync(SOURCE, 'utf8') === stamp
  } catch {
    return false
  }
}

function byName(one: Named, other: Named): number {
  return one.name.localeCompare(other.name, 'id') || (one.code < other.code ? -1 : 1)
}

/** The areas under each parent, sorted by name; a parent's code is `length` characters long. */
function under<Area extends Named>(areas: readonly Area[], length: number): Map<string, Area[]> {
  return Map.groupBy(areas.toSorted(byName), ({ code }) => code.slice(0, length))
}

async function provinceList(): Promise<ProvinceList> {
  const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies()])
  const inside = under(regencies, 2)
  return provinces
    .toSorted(byName)
    .map(({ code, name }) => [code, name, (inside.get(code) ?? []).map((at) => [at.code, at.name])])
}

async function regencyLists(): Promise<Map<string, RegencyList>> {
  const [districts, villages] = await Promise.all([getDistricts(), getVillages()])
  const inside = under(villages, 8)
  const lists = new Map<string, RegencyList>()
  for (const [regency, here] of under(districts, 5)) {
    lists.set(
      regency,
      here.map(({ code, name }) => [
        code,
        name,
        (inside.get(code) ?? []).map((village) => [village.code.slice(9), village.name]),
      ]),
    )
  }
  return lists
}

async function writeNames(): Promise<void> {
  const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies()])
  const rows = [...provinces, ...regencies].map(({ code, name }) => [code, name])
  const lines = rows.map(([code, name]) => `  ${JSON.stringify(code)}: ${JSON.stringify(name)}`)
  writeFileSync(NAMES, `{\n${lines.join(',\n')}\n}\n`)
}

async function writeLists(stamp: string): Promise<void> {
  rmSync(LISTS, { recursive: true, force: true })
  mkdirSync(LISTS, { recursive: true })
  const [provinces, regencies] = await Promise.all([provinceList(), regencyLists()])
  writeFileSync(join(LISTS, 'provinces.json'), JSON.stringify(provinces))
  for (const [code, list] of regencies) {
    writeFileSync(join(LISTS, `${code}.json`), JSON.stringify(list))
  }
  // The stamp is written last: lists that were cut short are made again.
  writeFileSync(SOURCE, stamp)
  process.stdout.write(`wilayah: ${regencies.size} regencies written to web/static/wilayah\n`)
}

if (process.argv.includes('--names')) await writeNames()
const stamp = `${JSON.stringify(source(), null, 2)}\n`
if (!isPresent(stamp)) await writeLists(stamp)
