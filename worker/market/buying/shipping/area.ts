// An administrative area of Indonesia by its Kemendagri code: province '32', regency or city
// '32.06', district '32.06.34', village '32.06.34.2002'. A village's number begins with 1 for a
// kelurahan, 2 for a desa and 3 for a desa adat; regencies are numbered 01 to 69 and cities 71 to
// 99. Source: Kepmendagri 300.2.2-2138/2025, as carried by the package idn-area-data.

declare const areaBrand: unique symbol
declare const villageBrand: unique symbol

export type AreaCode = string & { readonly [areaBrand]: true }
export type VillageCode = AreaCode & { readonly [villageBrand]: true }

export type AreaLevel = 'province' | 'regency' | 'district' | 'village'
export type VillageKind = 'kelurahan' | 'desa' | 'desaAdat'

/**
 * The names that belong to one village code, frozen beside the code wherever an address is kept.
 */
export type AreaNames = {
  readonly village: string
  readonly district: string
  readonly regency: string
  readonly province: string
}

const SHAPE = /^[1-9]\d(?:\.\d\d(?:\.\d\d(?:\.[1-3]\d{3})?)?)?$/
const LEVELS: Record<number, AreaLevel> = { 2: 'province', 5: 'regency', 8: 'district' }
const KINDS: Record<string, VillageKind> = { '1': 'kelurahan', '2': 'desa', '3': 'desaAdat' }

/**
 * Whether a text has the shape of an area code; whether the area exists is for the lists to say.
 */
export function isAreaCode(text: string): text is AreaCode {
  return SHAPE.test(text)
}

export function isVillageCode(text: string): text is VillageCode {
  return text.length === 13 && SHAPE.test(text)
}

export function levelOf(code: AreaCode): AreaLevel {
  return LEVELS[code.length] ?? 'village'
}

export function provinceOf(code: AreaCode): AreaCode {
  return code.slice(0, 2) as AreaCode
}

/** The regency or city an area lies in; nothing for a province. */
export function regencyOf(code: VillageCode): AreaCode
export function regencyOf(code: AreaCode): AreaCode | undefined
export function regencyOf(code: AreaCode): AreaCode | undefined {
  return code.length >= 5 ? (code.slice(0, 5) as AreaCode) : undefined
}

/** The district (kecamatan) an area lies in; nothing for a province or a regency. */
export function districtOf(code: VillageCode): AreaCode
export function districtOf(code: AreaCode): AreaCode | undefined
export function districtOf(code: AreaCode): AreaCode | undefined {
  return code.length >= 8 ? (code.slice(0, 8) as AreaCode) : undefined
}

/**
 * Whether `inner` is `outer` itself or lies within it: what a region filter and a tariff row ask.
 */
export function liesIn(inner: AreaCode, outer: AreaCode): boolean {
  return inner === outer || inner.startsWith(`${outer}.`)
}

export function kindOf(code: VillageCode): VillageKind {
  return KINDS[code.charAt(9)] ?? 'desa'
}

/** 'Kabupaten Tasikmalaya' as it is written on a parcel: 'Kab. Tasikmalaya'. */
export function shortRegency(name: string): string {
  return name.replace(/^Kabupaten /, 'Kab. ')
}

/** One line for a parcel: 'Desa Rajapolah, Kec. Rajapolah, Kab. Tasikmalaya, Prov. Jawa Barat'. */
export function areaLine(code: VillageCode, names: AreaNames): string {
  const village = `${kindOf(code) === 'kelurahan' ? 'Kel.' : 'Desa'} ${names.village}`
  const regency = shortRegency(names.regency)
  return `${village}, Kec. ${names.district}, ${regency}, Prov. ${names.province}`
}
