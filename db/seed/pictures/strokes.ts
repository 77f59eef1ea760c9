// The few strokes from which all pictures are drawn, on a sheet 800 wide and 1000 high: shapes turned
// on a wheel, shaded solids, bitmaps woven thread by thread.

import type { Chance } from '#db/seed/random'
import type { Palette } from '#db/seed/pictures/palettes'

/** What a form is drawn with. `cloth` and `band` are the fills of the motif and of its border. */
export type Brush = {
  readonly p: Palette
  readonly cloth: string
  readonly band: string
  readonly chance: Chance
}

/** A tile that is repeated over a surface. */
export type Tile = {
  readonly width: number
  readonly height: number
  readonly body: string
  readonly turn?: number
}

export const TABLE = 800

type Shade = 'side' | 'fall' | 'fold'

/** A shape with its fill and, over it, a shade: `side` for round things, `fall` for flat, `fold` for cloth. */
export function solid(d: string, fill: string, shade: Shade = 'side'): string {
  return `<path d="${d}" fill="${fill}"/><path d="${d}" fill="url(#${shade})"/>`
}

export function line(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
}

export function shadow(cx: number, cy: number, rx: number, ry = rx * 0.16): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="url(#cast)"/>`
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`
}

export function circle(cx: number, cy: number, r: number, fill: string): string {
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`
}

/** A rectangle as a path, its corners rounded by `r`. */
export function box(x: number, y: number, width: number, height: number, r = 0): string {
  const [right, foot] = [x + width, y + height]
  return (
    `M${x + r} ${y}H${right - r}Q${right} ${y} ${right} ${y + r}V${foot - r}Q${right} ${foot} ` +
    `${right - r} ${foot}H${x + r}Q${x} ${foot} ${x} ${foot - r}V${y + r}Q${x} ${y} ${x + r} ${y}Z`
  )
}

/** Height and radius, from the mouth down. */
export type Profile = readonly (readonly [y: number, radius: number])[]

const TILT = 0.16

/** The outline of a thing turned on a wheel, seen a little from above. */
export function turned(profile: Profile, cx = 400): string {
  const left = profile.map(([y, r]) => [cx - r, y] as const)
  const right = profile.map(([y, r]) => [cx + r, y] as const).reverse()
  const foot = right[0]?.[0] ?? cx
  const sag = (foot - cx) * TILT
  const [topX, topY] = left[0] ?? [cx, 0]
  const base = right[0]?.[1] ?? 0
  return (
    `M${topX} ${topY}${curve(left)}Q${cx} ${base + sag * 2} ${foot} ${base}${curve(right)}` +
    `Q${cx} ${topY + (cx - topX) * TILT * 2} ${topX} ${topY}Z`
  )
}

/** A smooth curve through the points (Catmull-Rom as cubic Béziers), from the first point on. */
export function curve(points: readonly (readonly [number, number])[]): string {
  let d = ''
  for (let index = 0; index < points.length - 1; index++) {
    const one = points[index] ?? [0, 0]
    const two = points[index + 1] ?? one
    const before = points[index - 1] ?? one
    const after = points[index + 2] ?? two
    const lean = 6
    d +=
      `C${round(one[0] + (two[0] - before[0]) / lean)} ${round(one[1] + (two[1] - before[1]) / lean)} ` +
      `${round(two[0] - (after[0] - one[0]) / lean)} ${round(two[1] - (after[1] - one[1]) / lean)} ` +
      `${round(two[0])} ${round(two[1])}`
  }
  return d
}

/** The open mouth of a turned thing, with the dark inside. */
export function mouth(y: number, radius: number, colours: { rim: string; inside: string }): string {
  return (
    ellipse(400, y, radius, radius * TILT, colours.rim) +
    ellipse(400, y + 3, radius - 12, (radius - 12) * TILT, colours.inside)
  )
}

/** The radius of a profile at a height, straight between its points. */
export function radiusAt(profile: Profile, y: number): number {
  const below = profile.findIndex(([at]) => at >= y)
  const two = profile[below] ?? profile[profile.length - 1] ?? [0, 0]
  const one = profile[below - 1] ?? two
  if (two[0] === one[0]) return two[1]
  return one[1] + ((two[1] - one[1]) * (y - one[0])) / (two[0] - one[0])
}

/** A band around a turned thing, bent as the eye sees it. Draw it inside `within`. */
export function hoop(y: number, radius: number, fill: string, height: number): string {
  const sag = radius * TILT * 2
  const [left, right] = [400 - radius - 4, 400 + radius + 4]
  return (
    `<path d="M${left} ${y}Q400 ${y + sag} ${right} ${y}V${y + height}` +
    `Q400 ${y + height + sag} ${left} ${y + height}Z" fill="${fill}"/>`
  )
}

/** Keeps what is drawn inside an outline; `name` must be used once in a picture. */
export function within(name: string, d: string, body: string): string {
  return `<clipPath id="${name}"><path d="${d}"/></clipPath><g clip-path="url(#${name})">${body}</g>`
}

/** The body moved, turned about a point, or mirrored. */
export function moved(transform: string, body: string): string {
  return `<g transform="${transform}">${body}</g>`
}

export function repeat(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('')
}

/**
 * A woven bitmap: each sign of the rows is one cell in the colour given to that sign; a sign without
 * colour shows the ground. With `mirror`, the rows are one half and the last sign is the axis.
 */
export function woven(
  rows: readonly string[],
  colours: Readonly<Record<string, string>>,
  cell: { width: number; height: number; mirror?: boolean },
): Tile {
  const whole = rows.map((row) => (cell.mirror ? row + [...row].reverse().slice(1).join('') : row))
  const body = whole
    .map((row, y) =>
      [...row.matchAll(/(.)\1*/g)]
        .map(({ 0: run, index }) => {
          const fill = colours[run.charAt(0)]
          if (!fill) return ''
          const [x, width] = [index * cell.width, run.length * cell.width]
          return `<rect x="${x}" y="${y * cell.height}" width="${width}" height="${cell.height}" fill="${fill}"/>`
        })
        .join(''),
    )
    .join('')
  const width = (whole[0]?.length ?? 0) * cell.width
  return { width, height: whole.length * cell.height, body }
}

export function ground(tile: { width: number; height: number }, colour: string): string {
  return `<rect width="${tile.width}" height="${tile.height}" fill="${colour}"/>`
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
