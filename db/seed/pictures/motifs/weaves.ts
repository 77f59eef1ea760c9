// Plaited, coiled and looped surfaces: pandan and mendong mats, bamboo with open eyes, ketak coils,
// rattan wicker and cane, and the net of a noken.

import type { Palette } from '#db/seed/pictures/palettes'
import { ground, line, repeat } from '#db/seed/pictures/strokes'
import type { Tile } from '#db/seed/pictures/strokes'

type Strand = { x: number; y: number; width: number; height: number; fill: string }

function strand({ x, y, width, height, fill }: Strand): string {
  const lying = width > height
  const edge = lying
    ? `M${x + 2} ${y + 1.5}H${x + width - 2}`
    : `M${x + 1.5} ${y + 2}V${y + height - 2}`
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${fill}"/>` +
    line(edge, '#fff', 2, 'opacity=".28"')
  )
}

/** Over one, under one, laid aslant; two colours make a chequer. */
export function plait(p: Palette): Tile {
  const s = 22
  const flat = { width: s - 0.5, height: s - 2.5 }
  const tall = { width: s - 2.5, height: s - 0.5 }
  const body =
    ground({ width: 2 * s, height: 2 * s }, p.deep) +
    strand({ x: 0.2, y: 1.2, ...flat, fill: p.light }) +
    strand({ x: s + 1.2, y: 0.2, ...tall, fill: p.main }) +
    strand({ x: 1.2, y: s + 0.2, ...tall, fill: p.main }) +
    strand({ x: s + 0.2, y: s + 1.2, ...flat, fill: p.light })
  return { width: 2 * s, height: 2 * s, body, turn: 45 }
}

/** Over two, under two, each row a step aside: the zigzag of a mendong mat. */
export function twill(p: Palette): Tile {
  const [s, rows] = [13, 16]
  const size = { width: 4 * s, height: rows * s }
  const body = repeat(rows, (row) => {
    const step = row < 8 ? row % 4 : (16 - row) % 4
    const fill = row % 8 < 6 ? p.light : p.accent
    const at = (x: number) =>
      strand({ x: x * s, y: row * s + 0.5, width: 2.3 * s, height: s - 1.5, fill })
    return at(step) + at(step - 4)
  })
  return { ...size, body: ground(size, p.main) + body }
}

/** Three ways of bamboo around six-sided eyes (mata walik). */
export function openEyes(p: Palette): Tile {
  const size = { width: 60, height: 104 }
  const lean = (x: number, way: number) => `M${x - way * 60} -78L${x + way * 60} 130`
  const across = 'M-5 26H65M-5 78H65'
  const leaning = [-60, 0, 60, 120].flatMap((x) => [lean(x + 15, 1), lean(x + 45, -1)]).join('')
  const body =
    ground(size, p.deep) +
    line(leaning, p.main, 11) +
    line(leaning, p.deep, 1.6, 'opacity=".4"') +
    line(across, p.deep, 13) +
    line(across, p.light, 11)
  return { ...size, body }
}

/** Coils of ketak grass sewn row on row, with a stepped diamond in dark stitches. */
export function coil(p: Palette): Tile {
  const [width, height, count] = [15, 18, 12]
  const size = { width: width * count, height: height * count }
  const body = repeat(count * count, (index) => {
    const [x, y] = [index % count, Math.floor(index / count)]
    const far = Math.abs(x - 5.5) + Math.abs(y - 5.5)
    const fill = far < 2.5 ? p.accent : far < 5 ? p.light : far < 6.5 ? p.deep : p.main
    return (
      `<rect x="${x * width}" y="${y * height}" width="${width - 1.5}" height="${height - 2}" rx="4" fill="${fill}"/>` +
      line(`M${x * width + 3} ${y * height + 12}l${width - 8} -7`, '#fff', 2.4, 'opacity=".22"')
    )
  })
  return { ...size, body: ground(size, p.deep) + body }
}

/** Round rattan woven over stakes. */
export function wicker(p: Palette): Tile {
  const size = { width: 56, height: 32 }
  const weaver = (x: number, y: number) =>
    `<rect x="${x}" y="${y}" width="48" height="13.5" rx="6.5" fill="${p.main}"/>` +
    `<rect x="${x + 6}" y="${y + 2}" width="36" height="4.5" rx="2.2" fill="${p.light}" opacity=".75"/>`
  const stakes = `<rect x="-4" width="8" height="32" fill="${p.light}"/><rect x="24" width="8" height="32" fill="${p.light}"/><rect x="52" width="8" height="32" fill="${p.light}"/>`
  return {
    ...size,
    body: ground(size, p.deep) + stakes + weaver(4, 1) + weaver(-24, 17) + weaver(32, 17),
  }
}

/** Split cane in eight-sided holes, through which the dark shows. */
export function cane(p: Palette): Tile {
  const size = { width: 44, height: 44 }
  const straight = 'M8 -4V48M18 -4V48M-4 8H48M-4 18H48'
  const leaning = 'M-9 35L35 -9M9 53L53 9M-9 -9L53 53'
  const body =
    ground(size, p.deep) +
    line(leaning, p.main, 4.5) +
    line(straight, p.deep, 7) +
    line(straight, p.light, 4.5)
  return { ...size, body }
}

/** Looped orchid and bark fibre, hung as a net with rows of colour. */
export function net(p: Palette): Tile {
  const rows = [p.light, p.light, p.accent, p.main, p.accent, p.light, p.main, p.main]
  const size = { width: 24, height: 24 * rows.length }
  const body = rows
    .map((fill, row) => {
      const y = row * 24
      const loop = `M0 ${y}C2 ${y + 16} 8 ${y + 24} 12 ${y + 24}C16 ${y + 24} 22 ${y + 16} 24 ${y}`
      const shifted = `M-12 ${y + 12}C-10 ${y + 28} -4 ${y + 36} 0 ${y + 36}C4 ${y + 36} 10 ${y + 28} 12 ${y + 12}C14 ${y + 28} 20 ${y + 36} 24 ${y + 36}C28 ${y + 36} 34 ${y + 28} 36 ${y + 12}`
      return line(shifted, fill, 5.4) + line(loop, fill, 5.4)
    })
    .join('')
  return { ...size, body: ground(size, p.deep) + body }
}
