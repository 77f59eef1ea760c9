// Sea pearls of Lombok, set in silver and gold, shown on stone and cloth.

import {
  box,
  circle,
  ellipse,
  line,
  moved,
  repeat,
  shadow,
  solid,
  within,
} from '#db/seed/pictures/strokes'
import type { Brush } from '#db/seed/pictures/strokes'

const GOLD = '#c9984a'

const pearl = (x: number, y: number, r: number) =>
  ellipse(x, y + r * 0.95, r * 0.9, r * 0.24, 'url(#cast)') +
  circle(x, y, r, '#f4ece4') +
  circle(x, y, r, 'url(#lustre)') +
  circle(x - r * 0.34, y - r * 0.38, r * 0.2, '#fff')

/** An easel of stone, its foot dressed in the cloth of the motif. */
function easel({ p, cloth }: Brush): string {
  const board = 'M262 150Q400 128 538 150L640 836H160Z'
  return (
    shadow(400, 842, 290, 30) +
    `<path d="${board}" transform="translate(16 6)" fill="${p.deep}" opacity=".25"/>` +
    solid(board, p.deep, 'fall') +
    within(
      'easel',
      board,
      `<path d="M100 700C260 640 540 640 700 700V900H100Z" fill="${cloth}"/>` +
        line('M100 700C260 640 540 640 700 700', GOLD, 7),
    ) +
    `<path d="${board}" fill="url(#side)" opacity=".6"/>` +
    circle(292, 196, 10, GOLD) +
    circle(508, 196, 10, GOLD)
  )
}

/** Pearls along a hanging line, each touching the last, larger towards the middle. */
function strand(): string {
  const size = (across: number) => 13 + (1 - Math.abs(across)) * 10
  const beads: { x: number; y: number; r: number }[] = []
  for (let step = 0; step <= 400; step++) {
    const turn = Math.PI * (0.02 + (0.96 * step) / 400)
    const [x, y] = [400 - Math.cos(turn) * 114, 214 + Math.sin(turn) * 330]
    const r = size((x - 400) / 114)
    const last = beads.at(-1)
    if (!last || Math.hypot(x - last.x, y - last.y) >= (r + last.r) * 0.97) beads.push({ x, y, r })
  }
  return beads.map(({ x, y, r }) => pearl(x, y, r)).join('')
}

export function necklace(brush: Brush): string {
  return easel(brush) + strand()
}

/** One pearl on a fine chain. */
export function drop(brush: Brush): string {
  const chain = 'M292 196C304 340 360 440 400 490C440 440 496 340 508 196'
  return (
    easel(brush) +
    line(chain, GOLD, 6, 'stroke-dasharray="1 8"') +
    line(chain, GOLD, 2.4) +
    `<path d="M400 474C378 504 378 524 400 536C422 524 422 504 400 474Z" fill="${GOLD}"/>` +
    pearl(400, 572, 40)
  )
}

export function earrings({ p, cloth }: Brush): string {
  const one = (x: number) =>
    line(`M${x} 300C${x - 34} 270 ${x - 26} 226 ${x + 6} 232`, GOLD, 7) +
    circle(x, 306, 15, GOLD) +
    circle(x - 4, 302, 5, '#fff2cf') +
    line(`M${x} 320V366`, GOLD, 5) +
    `<path d="M${x} 356C${x - 44} 400 ${x - 44} 450 ${x} 486C${x + 44} 450 ${x + 44} 400 ${x} 356Z" fill="none" stroke="${GOLD}" stroke-width="9"/>` +
    repeat(5, (index) =>
      circle(x - 30 + index * 15, 486 + Math.sin((index / 4) * 3.14) * 14, 5, GOLD),
    ) +
    pearl(x, 432, 27) +
    pearl(x, 530, 36)
  return (
    shadow(400, 840, 260, 32) +
    solid(box(230, 210, 340, 620, 20), p.light, 'fall') +
    solid(box(230, 640, 340, 190, 20), cloth, 'fall') +
    line('M230 640H570', GOLD, 6) +
    circle(400, 252, 14, p.wall) +
    one(318) +
    one(482)
  )
}

export function studs({ p, cloth }: Brush): string {
  const pad = solid(box(190, 420, 420, 390, 34), cloth, 'fall')
  const stud = (x: number, y: number) =>
    repeat(8, (turn) => moved(`rotate(${turn * 45} ${x} ${y})`, ellipse(x, y - 46, 13, 20, GOLD))) +
    circle(x, y, 42, GOLD) +
    pearl(x, y, 36)
  return (
    shadow(400, 816, 260, 34) +
    pad +
    solid(box(236, 470, 328, 290, 24), p.light, 'fall') +
    stud(326, 610) +
    stud(474, 610)
  )
}

export function ring({ p, cloth }: Brush): string {
  return (
    shadow(400, 834, 290, 34) +
    solid(box(150, 620, 500, 210, 24), cloth, 'fall') +
    solid('M170 620C200 560 600 560 630 620Z', p.light, 'fall') +
    `<path d="M330 600H470V614H330Z" fill="${p.deep}" opacity=".6"/>` +
    `<circle cx="400" cy="480" r="122" fill="none" stroke="#8a6330" stroke-width="27"/><circle cx="400" cy="478" r="122" fill="none" stroke="${GOLD}" stroke-width="22"/><circle cx="400" cy="474" r="122" fill="none" stroke="#f1d9a2" stroke-width="5"/>` +
    `<rect x="300" y="566" width="200" height="54" fill="${p.light}"/>` +
    [-44, -22, 22, 44]
      .map((turn) => moved(`rotate(${turn} 400 330)`, ellipse(400, 276, 15, 30, GOLD)))
      .join('') +
    pearl(400, 316, 56)
  )
}

export function bracelet({ p, cloth }: Brush): string {
  const drawn = Array.from({ length: 22 }, (_, index) => {
    const turn = (index / 22) * Math.PI * 2
    return {
      x: 400 + Math.cos(turn) * 236,
      y: 590 + Math.sin(turn) * 116,
      r: 25 + Math.sin(turn) * 6,
    }
  }).sort((one, other) => one.y - other.y)
  return (
    solid('M70 640C140 420 660 400 730 640C700 800 120 820 70 640Z', cloth, 'fall') +
    ellipse(400, 640, 270, 110, 'url(#cast)') +
    drawn.map(({ x, y, r }) => pearl(x, y, r)).join('') +
    `<path d="M376 690h48v42h-48z" fill="${GOLD}"/>` +
    circle(400, 712, 10, p.deep)
  )
}

/** A brooch like a frangipani. */
export function brooch({ p, cloth }: Brush): string {
  const petal = 'M0 -20C60 -60 66 -150 6 -184C-54 -150 -52 -60 0 -20Z'
  return (
    shadow(400, 820, 300, 30) +
    solid(box(130, 250, 540, 560, 30), cloth, 'fall') +
    `<path d="${box(130, 250, 540, 560, 30)}" fill="${p.deep}" opacity=".25"/>` +
    moved(
      'translate(410 548)',
      repeat(5, (turn) =>
        moved(`rotate(${turn * 72})`, `<path d="${petal}" fill="#000" opacity=".25"/>`),
      ),
    ) +
    moved(
      'translate(400 530)',
      repeat(5, (turn) =>
        moved(
          `rotate(${turn * 72})`,
          `<path d="${petal}" fill="${p.light}" stroke="${GOLD}" stroke-width="9"/>` +
            line('M2 -40C12 -90 12 -120 8 -156', GOLD, 4),
        ),
      ),
    ) +
    circle(400, 530, 44, GOLD) +
    pearl(400, 530, 37)
  )
}

/** Loose pearls in a half shell. */
export function shellful({ p, cloth }: Brush): string {
  const shell =
    'M120 560C110 380 260 260 420 270C600 280 700 420 680 580C660 740 520 810 390 806C240 800 130 720 120 560Z'
  const at: [number, number, number][] = [
    [300, 560, 46],
    [390, 520, 38],
    [470, 580, 52],
    [380, 640, 44],
    [550, 520, 34],
    [290, 660, 32],
    [470, 690, 36],
    [560, 630, 28],
  ]
  return (
    solid('M50 720C150 560 650 540 750 720C720 860 90 870 50 720Z', cloth, 'fall') +
    shadow(400, 800, 300, 34) +
    solid(shell, p.main, 'fall') +
    moved(
      'translate(400 540) scale(.88) translate(-400 -540)',
      `<path d="${shell}" fill="#efe3d8"/><path d="${shell}" fill="url(#lustre)"/><path d="${shell}" fill="url(#dish)"/>`,
    ) +
    at.map(([x, y, r]) => pearl(x, y, r)).join('')
  )
}
