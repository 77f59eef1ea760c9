/**
 * QRIS, the national code that every bank and wallet pays. The operator's printed code is static: the
 * buyer would type the amount. From it we make a dynamic one for a purchase (tag 01 from 11 to 12, the
 * amount in 54, the check anew) that pays the same merchant; no bank tells us which purchase was paid, so
 * the unique code in the total does. No fee is ever added for it (PBI 23/6/PBI/2021, Art. 52), and a code
 * pays Rp 10.000.000 at most (PADG 24/1/PADG/2022).
 */
import { amount, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import type { Sentence } from '#worker/kernel/sentence'
import { crcOf } from '#worker/market/paying/qris/crc'
import * as rules from '#worker/market/paying/qris/rules'
import { fieldsOf, textOf, Unreadable, type Field } from '#worker/market/paying/qris/tlv'

export const MOST_BY_QRIS = amount(10_000_000)

export type Qris = {
  payload: string
  kind: 'static' | 'dynamic'
  merchant: string
  city: string
  postalCode: string | null
  /** The national merchant id of tag 51; codes of before 2020 have none. */
  nmid: string | null
  /** As written in tag 54. */
  amount: string | null
}

const LONGEST = 512

/** The code behind a text; refuses everything that is not one and says why. */
export function readQris(text: string): Qris {
  return sayingWhy(() => decoded(text).qris)
}

/** The operator's own code: static, and without an amount, which each purchase brings. */
export function readStaticQris(text: string): Qris {
  return sayingWhy(() => {
    const { qris } = decoded(text)
    if (qris.kind === 'static' && qris.amount === null) return qris
    throw new Unreadable(
      'Ini kode untuk satu pembayaran. Pakai kode statis, yang tercetak di kertas QRIS Anda.',
      'This code is for one payment. Use the static one, printed on your QRIS sheet.',
    )
  })
}

/** The static code with an amount in it, for one purchase. A tip would change what arrives: it goes. */
export function dynamicQris(payload: string, total: Amount): string {
  const { fields } = decoded(payload)
  if (total < 1 || total > MOST_BY_QRIS) throw new RangeError(`QRIS does not pay ${total}`)
  const kept = fields.filter(({ tag }) => !['54', '55', '56', '57', '63'].includes(tag))
  const written = kept.flatMap(({ tag, value }): Field[] => {
    if (tag === '01') return [{ tag, value: '12' }]
    if (tag === '58')
      return [
        { tag: '54', value: String(total) },
        { tag, value },
      ]
    return [{ tag, value }]
  })
  return sealed(textOf(written))
}

/** A payload with its check at the end. */
export function sealed(fields: string): string {
  const checked = `${fields}6304`
  return checked + crcOf(checked)
}

function sayingWhy<T>(act: () => T): T {
  try {
    return act()
  } catch (reason) {
    if (!(reason instanceof Unreadable)) throw reason
    throw refusalOf(reason.why)
  }
}

const refusalOf = (why: Sentence) =>
  new Refusal('malformed', why.en, { errors: [{ pointer: '/payload', detail: why }] })

function decoded(text: string): { fields: Field[]; qris: Qris } {
  if (text === '') throw new Unreadable('Kode kosong.', 'The code is empty.')
  if (text.length > LONGEST || !/^[\x20-\x7e]*$/.test(text)) {
    throw new Unreadable(
      'Kode QRIS hanya berisi huruf dan angka biasa, paling banyak 512.',
      'A QRIS code holds plain letters and digits alone, 512 at most.',
    )
  }
  const fields = fieldsOf(text)
  judgeFrame(text, fields)
  const tags = rules.tagsOf(fields)
  rules.judgeTags(tags)
  rules.judgeAmounts(tags)
  rules.judgeMerchants(tags)
  rules.judgeTemplates(tags)
  return { fields, qris: described(text, tags) }
}

/** It begins with 00 and ends with a check that is right. */
function judgeFrame(text: string, fields: readonly Field[]): void {
  const [first, last] = [fields[0], fields.at(-1)]
  if (first?.tag !== '00' || first.value !== '01') {
    throw new Unreadable(
      'Kode QRIS dimulai dengan 000201; ini bukan kode QRIS.',
      'A QRIS code begins with 000201; this is none.',
    )
  }
  if (last?.tag !== '63' || !/^[0-9A-F]{4}$/.test(last.value)) {
    throw new Unreadable(
      'Kode tidak berakhir dengan angka periksa (tag 63): tersalin sebagian?',
      'The code does not end with its check (tag 63): copied in part?',
    )
  }
  if (crcOf(text.slice(0, -4)) !== last.value) {
    throw new Unreadable(
      'Angka periksa tidak cocok: ada huruf yang salah salin.',
      'The check does not fit: some character was copied wrongly.',
    )
  }
}

function described(payload: string, tags: rules.Tags): Qris {
  const national = tags.get('51')
  return {
    payload,
    kind: tags.get('01') === '11' ? 'static' : 'dynamic',
    merchant: (tags.get('59') ?? '').trim(),
    city: (tags.get('60') ?? '').trim(),
    postalCode: tags.get('61') ?? null,
    nmid: national ? (rules.tagsOf(fieldsOf(national)).get('02') ?? null) : null,
    amount: tags.get('54') ?? null,
  }
}
