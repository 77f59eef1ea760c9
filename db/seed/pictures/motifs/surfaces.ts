// Stitched and dyed sasirangan, carved teak, slip on clay: motifs that are drawn as lines over a ground.

import type { Palette } from '#db/seed/pictures/palettes'
import { circle, ellipse, ground, line, moved, repeat } from '#db/seed/pictures/strokes'
import type { Tile } from '#db/seed/pictures/strokes'

/** A line that the thread kept free of dye: a pale bleed, and the holes of the stitches. */
function resist(d: string, p: Palette, width = 9): string {
  return (
    line(d, p.light, width * 2, 'opacity=".25"') +
    line(d, p.light, width, 'opacity=".85"') +
    line(d, p.deep, 3, 'stroke-dasharray="1 9"')
  )
}

/** Ombak sinapur karang: waves against the reef. */
export function ombak(p: Palette): Tile {
  const size = { width: 120, height: 160 }
  const wave = (x: number) =>
    resist(
      `M${x} -80C${x + 44} -60 ${x + 44} -20 ${x} 0S${x - 44} 60 ${x} 80S${x + 44} 140 ${x} 160S${x - 44} 220 ${x} 240`,
      p,
    )
  const stripe = `<rect x="62" width="34" height="160" fill="${p.accent}" opacity=".8"/>`
  return { ...size, body: ground(size, p.main) + stripe + wave(20) + wave(79) + wave(140) }
}

/** Gigi haruan: the teeth of the snakehead fish. */
export function gigiHaruan(p: Palette): Tile {
  const size = { width: 130, height: 72 }
  const teeth = (x: number) => resist(`M${x} -36L${x + 40} 0L${x} 36L${x + 40} 72L${x} 108`, p)
  const stripe = `<rect x="78" width="44" height="72" fill="${p.deep}" opacity=".55"/>`
  const dots = [18, 54]
    .map((y) => circle(100, y, 9, p.accent) + circle(100, y, 3.5, p.light))
    .join('')
  return { ...size, body: ground(size, p.main) + stripe + dots + teeth(8) + teeth(30) }
}

/** Hiris gagatas: slices of a diamond-shaped sweet. */
export function hirisGagatas(p: Palette): Tile {
  const size = { width: 110, height: 130 }
  const body =
    resist('M55 5L105 65L55 125L5 65Z', p) +
    resist('M55 35L80 65L55 95L30 65Z', p, 6) +
    circle(55, 65, 8, p.accent) +
    [0, 110]
      .flatMap((x) => [0, 130].map((y) => circle(x, y, 17, p.accent) + circle(x, y, 7, p.light)))
      .join('')
  return { ...size, body: ground(size, p.main) + body }
}

/** Kembang kacang: small flowers between rows of stitches. */
export function kembangKacang(p: Palette): Tile {
  const size = { width: 120, height: 120 }
  const flower = (x: number, y: number) =>
    moved(
      `translate(${x} ${y})`,
      repeat(5, (turn) => moved(`rotate(${turn * 72})`, ellipse(0, -15, 9, 13, p.light))) +
        circle(0, 0, 6, p.accent),
    )
  const curl = resist('M0 96C20 76 40 116 60 96S100 76 120 96', p, 6)
  return { ...size, body: ground(size, p.main) + flower(30, 34) + flower(92, 46) + curl }
}

function relief(d: string, p: Palette, width: number): string {
  return (
    moved('translate(3 5)', line(d, p.deep, width + 2, 'opacity=".8"')) +
    line(d, p.main, width) +
    moved('translate(-1.5 -2.5)', line(d, p.light, width * 0.3, 'opacity=".6"'))
  )
}

function leaf(turn: number, x: number, y: number, p: Palette): string {
  const d = 'M0 0C-18 -12 -22 -36 -4 -58C2 -44 20 -36 16 -14C14 -4 6 0 0 0Z'
  return moved(
    `translate(${x} ${y}) rotate(${turn})`,
    moved('translate(3 5)', `<path d="${d}" fill="${p.deep}" opacity=".8"/>`) +
      `<path d="${d}" fill="${p.main}"/>` +
      line('M0 -4C-4 -18 -6 -34 -3 -48M2 -10C6 -18 10 -22 13 -24', p.light, 2.6, 'opacity=".6"'),
  )
}

/** Lung-lungan: the scrolling vine of Jepara, cut deep in teak. */
export function vine(p: Palette): Tile {
  const size = { width: 200, height: 200 }
  const scroll = 'M0 150C0 60 60 20 108 34C158 50 156 120 108 124C72 126 66 84 96 78'
  const other = 'M200 150C200 190 150 196 120 178M0 150C-4 190 40 200 70 180'
  const body =
    relief(scroll, p, 13) +
    relief(other, p, 10) +
    [
      leaf(-50, 44, 66, p),
      leaf(20, 112, 36, p),
      leaf(88, 146, 84, p),
      leaf(150, 128, 128, p),
      leaf(215, 70, 132, p),
      leaf(70, 20, 190, p),
      leaf(-70, 186, 186, p),
    ].join('') +
    circle(96, 92, 15, p.deep) +
    circle(94, 89, 14, p.accent) +
    circle(91, 86, 5, p.light)
  return { ...size, body: ground(size, p.deep) + body }
}

/** Tumpal and rosettes: the ruled carving of a chest. */
export function rosette(p: Palette): Tile {
  const size = { width: 130, height: 130 }
  const petals = repeat(8, (turn) => leaf(turn * 45, 65, 65, p))
  const corner = [0, 130].flatMap((x) =>
    [0, 130].map(
      (y) => circle(x, y, 26, p.main) + circle(x, y, 17, p.deep) + circle(x, y, 9, p.accent),
    ),
  )
  return {
    ...size,
    body: ground(size, p.deep) + corner.join('') + petals + circle(65, 65, 11, p.accent),
  }
}

/** The grain of planed wood. */
export function grain(p: Palette): Tile {
  const size = { width: 180, height: 420 }
  const body = repeat(12, (index) => {
    const x = index * 15 + 6
    const bend = ((index * 37) % 17) - 8
    return line(
      `M${x} 0C${x + bend} 120 ${x - bend} 300 ${x} 420`,
      p.deep,
      1.6 + (index % 3),
      'opacity=".26"',
    )
  })
  const knot = line(
    'M96 190c14 -22 30 22 12 34c-20 10 -30 -20 -12 -34Z',
    p.deep,
    2.4,
    'opacity=".3"',
  )
  return { ...size, body: ground(size, p.main) + body + knot }
}

/** Fired clay with grains of sand. */
export function clay(p: Palette): Tile {
  const size = { width: 160, height: 160 }
  const body = repeat(70, (index) =>
    circle(
      (index * 53) % 160,
      (index * 97 + 13) % 160,
      0.8 + (index % 4) * 0.5,
      index % 3 ? p.deep : p.light,
    ),
  )
  return { ...size, body: `${ground(size, p.main)}<g opacity=".3">${body}</g>` }
}

/** Slip drawn in rows: dots, strokes and leaning lines. */
export function slip(p: Palette): Tile {
  const size = { width: 60, height: 90 }
  const body =
    line('M0 6H60M0 84H60', p.light, 4) +
    line('M0 66L15 26L30 66L45 26L60 66', p.light, 6) +
    circle(15, 58, 5, p.accent) +
    circle(45, 58, 5, p.accent) +
    circle(0, 30, 5, p.light) +
    circle(30, 30, 5, p.light) +
    circle(60, 30, 5, p.light)
  return { ...size, body: ground(size, p.deep) + body }
}

/** Jute sackcloth or plain cotton. */
export function plain(p: Palette): Tile {
  const size = { width: 12, height: 12 }
  const body =
    `<rect width="5" height="5" fill="${p.deep}" opacity=".16"/><rect x="6" y="6" width="5" height="5" fill="${p.deep}" opacity=".16"/>` +
    `<rect x="6" width="5" height="5" fill="#fff" opacity=".12"/>`
  return { ...size, body: ground(size, p.main) + body }
}

/** Undyed cloth or fibre. */
export function undyed(p: Palette): Tile {
  return plain({ ...p, main: p.light })
}
