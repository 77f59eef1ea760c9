// What looms make: ikat of Sumba and Troso with the feathered edge of tied warp, and songket of Pandai
// Sikek with its floating gold thread.

import type { Palette } from '#db/seed/pictures/palettes'
import { ground, repeat, woven } from '#db/seed/pictures/strokes'
import type { Tile } from '#db/seed/pictures/strokes'

const HORSE = [
  '....................',
  '..............##....',
  '.............####...',
  '............######..',
  '..........#####.##..',
  '...o.....#####......',
  '.###..#######.......',
  '.#.##########..o....',
  '.#.####oo####.......',
  '...####oo####.......',
  '...##.####.##.......',
  '...#...##...#.......',
  '..##..##...##.......',
  '....................',
  'o..o..o..o..o..o..o.',
]

const TREE = [
  '..........#',
  '.........##',
  '...##....##',
  '..#..#..###',
  '..#.##..###',
  '...##.#####',
  '.....##..##',
  '..##...####',
  '.#..#.##.##',
  '.#.##.#..oo',
  '..##...####',
  '.........##',
  '.......oo##',
  '......#####',
  '...........',
]

const ROOSTER = [
  '................',
  '..........oo....',
  '.........####...',
  '..........###o..',
  '..#.......###...',
  '.###.....####...',
  '.####.######....',
  '..##########....',
  '...###oo###.....',
  '....######......',
  '.....#..#.......',
  '.....#..#.......',
  '....##.##...o...',
  '................',
]

const GECKO = [
  '..........o',
  '.........##',
  '.........##',
  '...##....##',
  '....##..###',
  '.....######',
  '.........oo',
  '........###',
  '........o##',
  '.........oo',
  '.....######',
  '....##..###',
  '...##....##',
  '.........##',
  '..........#',
  '.......o..#',
]

/** A bitmap whose columns slip a little, as tied and dyed warp does. */
function tied(rows: readonly string[], p: Palette, mirror: boolean): Tile {
  const whole = rows.map((row) => (mirror ? row + [...row].reverse().slice(1).join('') : row))
  const width = whole[0]?.length ?? 0
  const colours: Record<string, string> = { '#': p.light, o: p.accent }
  const cell = 9
  const size = { width: width * cell, height: whole.length * cell }
  const body = repeat(width, (x) => {
    const slip = ((x * 7) % 5) - 2
    const column = whole.map((row) => row.charAt(x)).join('')
    return [...column.matchAll(/([#o])\1*/g)]
      .map(({ 0: run, index }) => {
        const fill = colours[run.charAt(0)] ?? p.light
        return `<rect x="${x * cell}" y="${index * cell + slip}" width="${cell + 0.4}" height="${run.length * cell}" fill="${fill}"/>`
      })
      .join('')
  })
  return { ...size, body: ground(size, p.main) + body }
}

/** Rings of stepped diamonds; each sign is one ring from the middle outwards. */
function diamonds(rings: string, radius: number): string[] {
  return Array.from({ length: radius * 2 }, (_, y) =>
    Array.from({ length: radius + 1 }, (__, x) =>
      rings.charAt(Math.min(radius - x + Math.abs(y - radius), rings.length - 1)),
    ).join(''),
  )
}

export const horses = (p: Palette): Tile => tied(HORSE, p, false)
export const tree = (p: Palette): Tile => tied(TREE, p, true)
export const rooster = (p: Palette): Tile => tied(ROOSTER, p, false)
export const gecko = (p: Palette): Tile => tied(GECKO, p, true)
export const ikatDiamonds = (p: Palette): Tile =>
  tied(diamonds('oo..##..oo.##..#.....', 11), p, true)
export const ikatLozenge = (p: Palette): Tile => tied(diamonds('#.o.#..##...', 7), p, true)

/** Stripes of warp with a row of small arrows, the band of a Sumba or Troso cloth. */
export function ikatBand(p: Palette): Tile {
  const rows = [
    'ddddddd',
    'ooooooo',
    'ddddddd',
    '...#...',
    '..###..',
    '.##.##.',
    '##...##',
    '.......',
  ]
  const whole = [...rows, 'ddddddd', 'ooooooo', 'ddddddd', '.......']
  const tile = woven(whole, { '#': p.light, o: p.accent, d: p.deep }, { width: 9, height: 9 })
  return { ...tile, body: ground(tile, p.main) + tile.body }
}

const GOLD = '#dcb963'
const PALE_GOLD = '#f0dca0'

function gilded(rows: readonly string[], p: Palette, cell = 7): Tile {
  const tile = woven(
    rows,
    { '#': GOLD, o: PALE_GOLD, x: p.accent },
    { width: cell, height: cell, mirror: true },
  )
  const threads = repeat(
    rows.length,
    (y) =>
      `<rect y="${y * cell + cell - 1.5}" width="${tile.width}" height="1.5" fill="${p.deep}" opacity=".45"/>`,
  )
  return { ...tile, body: ground(tile, p.main) + tile.body + threads }
}

/** Saik galamai: the cut diamonds of a sweet. */
export const saikGalamai = (p: Palette): Tile => gilded(diamonds('oo#.##.#..#.', 10), p)

/** Bintang: a star of eight petals in a lattice. */
export function bintang(p: Palette): Tile {
  const r = 9
  const rows = Array.from({ length: r * 2 }, (_, y) =>
    Array.from({ length: r + 1 }, (__, x) => {
      const [a, b] = [r - x, Math.abs(y - r)]
      const [most, least] = [Math.max(a, b), Math.min(a, b)]
      if (most === 0) return 'o'
      if (a + b === r + 3 || a + b === r + 4) return 'x'
      if (most <= 6 && least >= most - 3 && least < most && least > 0) return '#'
      return a + b === 2 * r ? 'o' : '.'
    }).join(''),
  )
  return gilded(rows, p)
}

/** Pucuk rebung: bamboo shoots, the pointed border of every songket. */
export function pucukRebung(p: Palette): Tile {
  const rows = Array.from({ length: 15 }, (_, y) =>
    Array.from({ length: 10 }, (__, x) => {
      const a = 9 - x
      const edge = Math.floor((y * 9) / 14)
      if (y === 14) return 'o'
      if (a > edge) return '.'
      if (a === edge || a === 0) return '#'
      return (a + y) % 3 === 0 ? 'o' : '.'
    }).join(''),
  )
  return gilded(rows, p)
}

/** Itiak pulang patang: ducks going home in a row, as linked hooks. */
export const itiakPulang = (p: Palette): Tile =>
  gilded(
    [
      '..........',
      '.####...##',
      '#....#.#..',
      '#.oo.#.#.o',
      '#..#.#.#..',
      '.##..#..##',
      '....#.....',
      '####..####',
      '..........',
      'xxxxxxxxxx',
    ],
    p,
  )
