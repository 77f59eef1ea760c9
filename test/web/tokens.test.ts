import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('web/src/styles/tokens.css', 'utf8')

/** Every colour token with its light and its dark value. */
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name as string, { light: light as string, dark: dark as string }],
  ),
)

/** Relative luminance, WCAG 2.2: linear red, green and blue weighed as the eye does. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['ground', 'surface', 'sunken']
const TONES = ['good', 'warn', 'bad', 'info', 'quiet']
const DYES = ['dye-indigo', 'dye-turmeric', 'dye-leaf', 'dye-noni', 'dye-soga']

/** Pairs that meet on a page: text needs 4.5, what only has to be seen needs 3. */
const PAIRS: [front: string, back: string, least: number][] = [
  ...GROUNDS.flatMap((back): [string, string, number][] => [
    ['ink', back, 7],
    ['ink-soft', back, 4.5],
    ['price', back, 4.5],
    ['primary', back, 4.5],
    ['primary-strong', back, 4.5],
    ['edge', back, 3],
    ['focus', back, 3],
    ['danger', back, 4.5],
    ...TONES.map((tone): [string, string, number] => [tone, back, 4.5]),
    ...DYES.map((dye): [string, string, number] => [dye, back, 3]),
  ]),
  ...TONES.flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-soft`, 4.5],
    ['ink', `${tone}-soft`, 7],
    ['ink-soft', `${tone}-soft`, 4.5],
    ['focus', `${tone}-soft`, 3],
  ]),
  ['on-primary', 'primary', 4.5],
  ['on-primary', 'primary-strong', 4.5],
  ['primary', 'primary-soft', 4.5],
  ['primary-strong', 'primary-soft', 4.5],
  ['ink', 'primary-soft', 7],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-band', 'band', 7],
  ['on-band-soft', 'band', 4.5],
  ['on-band', 'band-raised', 4.5],
  ['on-band-soft', 'band-raised', 4.5],
  ['accent', 'band', 3],
  ['accent', 'band-raised', 3],
]

describe('the colour tokens', () => {
  test('stand in the file with a light and a dark value each', () => {
    expect(tokens.size).toBeGreaterThan(30)
    const declared = [...css.matchAll(/^ {2}--([a-z-]+): light-dark\(#/gm)].map(([, name]) => name)
    expect([...tokens.keys()]).toEqual(declared)
  })

  test.each(PAIRS)(
    '%s can be read on %s (at least %d to 1), by day and by night',
    (front, back, least) => {
      const [over, under] = [tokens.get(front), tokens.get(back)]
      if (!over || !under) throw new Error(`No token ${over ? back : front}.`)
      expect(contrast(over.light, under.light)).toBeGreaterThanOrEqual(least)
      expect(contrast(over.dark, under.dark)).toBeGreaterThanOrEqual(least)
    },
  )
})
