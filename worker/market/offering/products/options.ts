/**
 * Options: what a product can be chosen by, such as Ukuran and Warna, three at most. Each variant has one
 * value for each of them, and no two variants have the same; the values of an option stand in the order in
 * which the variants bring them. A product without options has one variant, or variants with names alone.
 */
import { Refusal } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'

export const MOST_OPTIONS = 3

export type Option = { name: string; values: string[] }

type Valued = { name: string; values: readonly string[] }

/** Each option with the values that its variants have. */
export function optionsOf(names: readonly string[], variants: readonly Valued[]): Option[] {
  return names.map((name, i) => ({
    name,
    values: [...new Set(variants.flatMap((one) => one.values[i] ?? []))],
  }))
}

/** What a variant is called in a basket and on an order: its values, or its name where it has none. */
export function nameOf({ name, values }: Valued): string {
  return values.length > 0 ? values.join(', ') : name
}

/** The values that a name was made of, one for each option. */
export function valuesIn(name: string, options: readonly string[]): string[] {
  const parts = name.split(', ')
  return options.map((_, i) => parts[i] || '–')
}

/** The variant that has these values, if there is one. */
export function variantWith<V extends Valued>(variants: readonly V[], values: readonly string[]) {
  return variants.find((one) => one.values.every((value, i) => value === values[i]))
}

const TWICE = sentence('Nama pilihan ini sudah dipakai.', 'This option is there already.')
const MISSING = sentence('Isi pilihan ini.', 'Give a value for this option.')
const FOREIGN = sentence(
  'Varian punya pilihan lebih banyak.',
  'There are more values than options.',
)
const ALIKE = sentence('Varian lain sama persis.', 'Another variant has the same values.')

/** Refuses names that repeat and variants that lack a value, have one too many, or are alike. */
export function refuseUnevenOptions(names: readonly string[], variants: readonly Valued[]): void {
  const lower = names.map((name) => name.toLowerCase())
  lower.forEach((name, i) => {
    if (lower.indexOf(name) < i) throw uneven(`/options/${i}`, TWICE)
  })
  const seen = new Set<string>()
  variants.forEach(({ values }, i) => {
    const lacking = names.findIndex((_, at) => !values[at])
    if (lacking >= 0) throw uneven(`/variants/${i}/values/${lacking}`, MISSING)
    if (values.length > names.length) throw uneven(`/variants/${i}/values`, FOREIGN)
    const key = JSON.stringify(values).toLowerCase()
    if (names.length > 0 && seen.has(key)) throw uneven(`/variants/${i}/values/0`, ALIKE)
    seen.add(key)
  })
}

function uneven(pointer: string, detail: Sentence): Refusal {
  return new Refusal('malformed', 'Options and variants do not fit together.', {
    errors: [{ pointer, detail }],
  })
}
