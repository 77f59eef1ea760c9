/**
 * What each tag of a QRIS code must hold, from the standard of Bank Indonesia on EMVCo's merchant-presented
 * codes. A rule looks at one tag and throws `Unreadable` with the sentence that says what is wrong.
 */
import { fieldsOf, Unreadable, type Field } from '#worker/market/paying/qris/tlv'

export type Tags = ReadonlyMap<string, string>

export const tagsOf = (fields: readonly Field[]): Tags =>
  new Map(fields.map(({ tag, value }) => [tag, value]))

export const QRIS_DOMAIN = 'ID.CO.QRIS.WWW'
const CRITERIA = new Set(['UMI', 'UKE', 'UME', 'UBE', 'URE'])
const AMOUNT = /^(?=.{1,13}$)\d+(\.\d{0,2})?$/

function wants(holds: boolean, id: string, en: string): asserts holds {
  if (!holds) throw new Unreadable(id, en)
}

function needed(tags: Tags, tag: string, id: string, en: string): string {
  const value = tags.get(tag)
  wants(value !== undefined, `Tag ${tag} (${id}) tidak ada.`, `Tag ${tag} (${en}) is missing.`)
  return value
}

/** The rules of the head and of the tags that stand alone. */
export function judgeTags(tags: Tags): void {
  const way = needed(tags, '01', 'jenis kode', 'kind of code')
  wants(
    way === '11' || way === '12',
    'Tag 01 mestinya 11 (statis) atau 12 (dinamis).',
    'Tag 01 is 11 (static) or 12 (dynamic).',
  )
  const category = needed(tags, '52', 'jenis usaha', 'merchant category')
  wants(/^\d{4}$/.test(category), 'Tag 52 mestinya empat angka.', 'Tag 52 is four digits.')
  const currency = needed(tags, '53', 'mata uang', 'currency')
  wants(currency === '360', 'Tag 53 mestinya 360 (rupiah).', 'Tag 53 is 360 (rupiah).')
  const country = needed(tags, '58', 'negara', 'country')
  wants(country === 'ID', 'Tag 58 mestinya ID (Indonesia).', 'Tag 58 is ID (Indonesia).')
  const name = needed(tags, '59', 'nama penerima', 'merchant name')
  wants(name.trim() !== '', 'Tag 59 (nama penerima) kosong.', 'Tag 59 (merchant name) is blank.')
  const city = needed(tags, '60', 'kota', 'city')
  wants(
    city.trim() !== '' && city.length <= 15,
    'Tag 60 (kota) paling banyak 15 huruf.',
    'Tag 60 (city) has 15 characters at most.',
  )
  const postal = tags.get('61')
  wants(
    postal === undefined || postal.length <= 10,
    'Tag 61 (kode pos) paling banyak 10 huruf.',
    'Tag 61 (postal code) has 10 characters at most.',
  )
}

/** Amount and tip: digits and one dot; a fixed tip or a percentage, as tag 55 says. */
export function judgeAmounts(tags: Tags): void {
  const [amount, tip, fixed, percent] = ['54', '55', '56', '57'].map((tag) => tags.get(tag))
  wants(
    amount === undefined || AMOUNT.test(amount),
    'Tag 54 (jumlah) hanya angka dan satu titik, paling banyak 13.',
    'Tag 54 (amount) is digits and one dot, 13 at most.',
  )
  wants(
    tip === undefined || tip === '01' || tip === '02' || tip === '03',
    'Tag 55 (tip) mestinya 01, 02 atau 03.',
    'Tag 55 (tip) is 01, 02 or 03.',
  )
  wants(
    (fixed !== undefined) === (tip === '02') && (percent !== undefined) === (tip === '03'),
    'Tag 56 hanya ada bila tag 55 berisi 02, dan tag 57 hanya bila 03.',
    'Tag 56 goes with 02 in tag 55, and tag 57 with 03.',
  )
  wants(
    fixed === undefined || AMOUNT.test(fixed),
    'Tag 56 (tip tetap) hanya angka dan satu titik.',
    'Tag 56 (fixed tip) is digits and one dot.',
  )
  wants(
    percent === undefined || /^\d{1,2}(\.\d{1,2})?$/.test(percent),
    'Tag 57 (tip persen) mestinya 0,01 sampai 99,99.',
    'Tag 57 (tip in percent) is 00.01 to 99.99.',
  )
}

/** Whoever is paid: at least one of 26–51, each with its domain; the national one in 51. */
export function judgeMerchants(tags: Tags): void {
  const accounts = [...tags].filter(([tag]) => tag >= '26' && tag <= '51')
  wants(
    accounts.length > 0,
    'Tidak ada rekening penerima (tag 26 sampai 51).',
    'There is no merchant account (tags 26 to 51).',
  )
  for (const [tag, value] of accounts) {
    const inner = tagsOf(fieldsOf(value, tag))
    wants(
      inner.has('00'),
      `Tag ${tag} tidak menyebut penyelenggaranya (00).`,
      `Tag ${tag} does not name its network (00).`,
    )
    if (tag <= '45') judgeAccount(tag, inner)
    if (tag === '51') judgeNational(inner)
  }
}

function judgeAccount(tag: string, inner: Tags): void {
  const pan = inner.get('01')
  wants(
    pan === undefined || /^9360\d{12,15}$/.test(pan),
    `Nomor penerima di tag ${tag} mestinya 16 sampai 19 angka, dimulai 9360.`,
    `The merchant number in tag ${tag} is 16 to 19 digits and begins with 9360.`,
  )
  judgeCriterion(tag, inner)
}

function judgeNational(inner: Tags): void {
  wants(
    inner.get('00') === QRIS_DOMAIN,
    `Tag 51 mestinya milik ${QRIS_DOMAIN}.`,
    `Tag 51 belongs to ${QRIS_DOMAIN}.`,
  )
  wants(
    /^A?ID\d{13}$/.test(inner.get('02') ?? ''),
    'NMID (tag 51.02) mestinya ID dan 13 angka.',
    'The NMID (tag 51.02) is ID and 13 digits.',
  )
  judgeCriterion('51', inner)
}

function judgeCriterion(tag: string, inner: Tags): void {
  const criterion = inner.get('03')
  wants(
    criterion === undefined || CRITERIA.has(criterion),
    `Kriteria usaha di tag ${tag} mestinya UMI, UKE, UME, UBE atau URE.`,
    `The criterion in tag ${tag} is UMI, UKE, UME, UBE or URE.`,
  )
}

/** Templates whose inside must be readable: further data (62) and another language (64). */
export function judgeTemplates(tags: Tags): void {
  const more = tags.get('62')
  if (more !== undefined) fieldsOf(more, '62')
  const language = tags.get('64')
  if (language === undefined) return
  const inner = tagsOf(fieldsOf(language, '64'))
  wants(
    inner.has('00') && inner.has('01'),
    'Tag 64 mestinya berisi bahasa (00) dan nama (01).',
    'Tag 64 holds a language (00) and a name (01).',
  )
}
