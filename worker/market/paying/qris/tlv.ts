/**
 * Text of tag, length and value, as EMVCo's merchant-presented codes are written: two digits of tag, two
 * digits of length in characters, the value. Values of some tags are such text again (templates).
 */
import { sentence, type Sentence } from '#worker/kernel/sentence'

export type Field = { tag: string; value: string }

/** Why a payload is none; caught by whoever reads it and said beside the field. */
export class Unreadable extends Error {
  readonly why: Sentence

  constructor(id: string, en: string) {
    super(en)
    this.why = sentence(id, en)
  }
}

/** The fields in their order. `within` names the template they stand in, for the sentence of a fault. */
export function fieldsOf(text: string, within = ''): Field[] {
  const fields: Field[] = []
  const seen = new Set<string>()
  const [inTag, ofTag] = within ? [` di dalam tag ${within}`, ` within tag ${within}`] : ['', '']
  for (let at = 0; at < text.length;) {
    const [tag, digits] = [text.slice(at, at + 2), text.slice(at + 2, at + 4)]
    if (!/^\d\d$/.test(tag)) {
      throw new Unreadable(
        `Di tempat ke-${at + 1}${inTag} mestinya ada tag dua angka.`,
        `A tag of two digits is expected at position ${at + 1}${ofTag}.`,
      )
    }
    if (!/^\d\d$/.test(digits)) {
      throw new Unreadable(
        `Panjang tag ${tag}${inTag} bukan dua angka.`,
        `The length of tag ${tag}${ofTag} is not two digits.`,
      )
    }
    const [start, length] = [at + 4, Number(digits)]
    if (length === 0) {
      throw new Unreadable(`Tag ${tag}${inTag} kosong.`, `Tag ${tag}${ofTag} is empty.`)
    }
    if (start + length > text.length) {
      throw new Unreadable(
        `Isi tag ${tag}${inTag} terpotong: kode tidak utuh.`,
        `Tag ${tag}${ofTag} is cut off: the code is not whole.`,
      )
    }
    if (seen.has(tag)) {
      throw new Unreadable(`Tag ${tag}${inTag} ada dua kali.`, `Tag ${tag}${ofTag} is there twice.`)
    }
    seen.add(tag)
    fields.push({ tag, value: text.slice(start, start + length) })
    at = start + length
  }
  return fields
}

export function textOf(fields: readonly Field[]): string {
  return fields
    .map(({ tag, value }) => `${tag}${String(value.length).padStart(2, '0')}${value}`)
    .join('')
}
