// The room around a thing: a wall with a large quiet shape, a table, and a sprig that tells of the
// place it comes from.

import type { Palette } from '#db/seed/pictures/palettes'
import { circle, ellipse, line, moved, repeat } from '#db/seed/pictures/strokes'
import type { Chance } from '#db/seed/random'

type Draw = (p: Palette) => string

export const backdrops = {
  arch: (p) =>
    `<path d="M120 1000V430C120 240 250 120 400 120S680 240 680 430V1000Z" fill="${p.glow}"/>` +
    line('M92 1000V430C92 222 234 92 400 92S708 222 708 430V1000', p.glow, 5),
  sun: (p) => circle(400, 420, 315, p.glow) + line('M400 60A360 360 0 0 1 760 420', p.glow, 5),
  hills: (p) =>
    circle(575, 250, 105, p.glow) +
    `<path d="M0 560C120 430 210 400 320 500S560 640 800 420V1000H0Z" fill="${p.glow}" opacity=".55"/>` +
    `<path d="M0 690C160 560 300 600 420 650S680 690 800 590V1000H0Z" fill="${p.glow}"/>`,
  window: (p) =>
    moved(
      'translate(150 60) skewY(-14)',
      repeat(6, (pane) => {
        const [x, y] = [(pane % 2) * 262, Math.floor(pane / 2) * 240 + 110]
        return `<rect x="${x}" y="${y}" width="240" height="218" rx="8" fill="${p.glow}"/>`
      }),
    ),
  slats: (p) =>
    repeat(11, (slat) => {
      const top = 130 + Math.abs(slat - 5) * 34
      return `<rect x="${62 + slat * 62}" y="${top}" width="46" height="900" rx="23" fill="${p.glow}"/>`
    }),
  leaves: (p) =>
    [-58, -30, -6, 20, 48, 76]
      .map((turn, index) =>
        moved(
          `translate(${250 + index * 52} 860) rotate(${turn - 8})`,
          `<path d="M0 0C-92 -190 -74 -420 0 -${650 - Math.abs(index - 2) * 40}C74 -420 92 -190 0 0Z" fill="${p.glow}"/>` +
            line(`M0 -20V-${590 - Math.abs(index - 2) * 40}`, p.wall, 5),
        ),
      )
      .join(''),
  waves: (p) =>
    circle(240, 260, 120, p.glow) +
    repeat(5, (row) => {
      const y = 440 + row * 78
      const crest = repeat(
        5,
        (wave) => `Q${wave * 200 - 50} ${y - 66} ${wave * 200} ${y}T${wave * 200 + 100} ${y}`,
      )
      return `<path d="M-100 ${y}${crest}V1000H-100Z" fill="${p.glow}" opacity="${0.35 + row * 0.15}"/>`
    }),
} as const satisfies Record<string, Draw>

export type BackdropName = keyof typeof backdrops

/** The table top, from `y` down, with its front edge. */
export function table(p: Palette, y: number): string {
  return (
    `<rect y="${y}" width="800" height="${1000 - y}" fill="${p.table}"/>` +
    `<rect y="${y}" width="800" height="${1000 - y}" fill="url(#tabletop)"/>` +
    `<rect y="${y}" width="800" height="4" fill="#fff" opacity=".35"/>`
  )
}

type Sprig = (p: Palette) => string

const blade = (turn: number, length: number, fill: string) =>
  moved(
    `rotate(${turn})`,
    `<path d="M0 0C${length * 0.2} -${length * 0.3} ${length * 0.16} -${length * 0.75} 0 -${length}C-${length * 0.16} -${length * 0.75} -${length * 0.2} -${length * 0.3} 0 0Z" fill="${fill}"/>`,
  )

/** Small things that lie on the table, drawn about their own middle. */
export const sprigs = {
  pandan: (p) =>
    [-74, -46, -18, 14, 40]
      .map((turn, index) => blade(turn, 150 - (index % 2) * 34, index % 2 ? '#7c8f58' : '#5f7446'))
      .join('') + circle(0, 0, 7, p.deep),
  coffee: () =>
    line('M-86 6C-40 -22 40 -24 92 -6', '#5b4630', 6) +
    [-60, -20, 24, 66]
      .map((x, index) =>
        moved(
          `translate(${x} -14)`,
          blade(index % 2 ? 152 : -34, 78, index % 2 ? '#5f7446' : '#71875a'),
        ),
      )
      .join('') +
    [-52, -36, -2, 14, 44]
      .map(
        (x, index) =>
          circle(x, index % 2 ? 4 : -14, 13, index % 2 ? '#a23d2c' : '#bb4d36') +
          circle(x - 4, (index % 2 ? 4 : -14) - 4, 3.4, '#f0c9a8'),
      )
      .join(''),
  cotton: (p) =>
    line('M-70 20C-30 10 10 -14 44 -50', '#7b6142', 6) +
    [
      [48, -56],
      [-10, -6],
      [-64, 14],
    ]
      .map(([x, y]) =>
        moved(
          `translate(${x} ${y})`,
          repeat(5, (turn) => blade(turn * 72 + 36, 36, '#8b6a45')) +
            circle(-11, -6, 17, '#fbf6ea') +
            circle(11, -6, 17, '#f6eedd') +
            circle(0, 9, 17, '#fdfaf2') +
            circle(0, -14, 14, p.light),
        ),
      )
      .join(''),
  indigo: (p) =>
    line('M-80 26C-30 10 30 -20 78 -66', '#5c6b43', 5) +
    repeat(6, (index) => {
      const [x, y] = [-66 + index * 26, 22 - index * 14]
      return moved(`translate(${x} ${y})`, blade(-18, 54, '#67804f') + blade(118, 50, '#557043'))
    }) +
    circle(84, -72, 8, p.accent) +
    circle(72, -84, 7, p.accent) +
    circle(92, -88, 6, p.accent),
  shell: () =>
    moved(
      'translate(-30 0) rotate(-14)',
      `<path d="M0 34C-60 20 -64 -40 -26 -56C-8 -64 8 -64 26 -56C64 -40 60 20 0 34Z" fill="#ecd3bd"/>` +
        line('M0 30V-58M0 30L-26 -50M0 30L26 -50M0 30L-46 -30M0 30L46 -30', '#c79f84', 3),
    ) +
    circle(56, 18, 17, '#f7f1ea') +
    circle(51, 12, 6, '#fff') +
    circle(88, 26, 11, '#efe4dc'),
  sugar: () =>
    moved(
      'translate(-40 4)',
      `<path d="M-46 20A46 40 0 0 1 46 20Z" fill="#a5682f"/>` + ellipse(0, 20, 46, 10, '#8a5223'),
    ) + moved('translate(44 10)', blade(70, 120, '#71875a') + blade(102, 100, '#5f7446')),
  leaf: () =>
    line('M-84 24C-30 16 30 -8 84 -52', '#5c4a32', 5) +
    repeat(5, (index) =>
      moved(
        `translate(${-62 + index * 32} ${20 - index * 15})`,
        blade(-30, 62, '#7c8f58') + blade(128, 58, '#5f7446'),
      ),
    ),
  shavings: (p) =>
    repeat(4, (index) =>
      line(
        `M${-80 + index * 46} ${16 - (index % 2) * 14}c8 -34 46 -34 44 -6c-2 20 -28 18 -26 2`,
        index % 2 ? p.main : '#d9b98a',
        8,
      ),
    ),
  orchid: (p) =>
    line('M-76 30C-40 0 0 -30 66 -58', '#6d7b4e', 5) +
    [
      [-30, -6],
      [14, -36],
      [64, -60],
    ]
      .map(([x, y]) =>
        moved(
          `translate(${x} ${y})`,
          repeat(5, (turn) => blade(turn * 72, 34, '#f5e3ea')) +
            circle(0, 0, 9, '#b0527c') +
            circle(0, 6, 5, p.accent),
        ),
      )
      .join(''),
} as const satisfies Record<string, Sprig>

export type SprigName = keyof typeof sprigs

/** The sprig somewhere on the table, left or right, near the edge. */
export function laid(
  name: SprigName,
  p: Palette,
  { chance, y }: { chance: Chance; y: number },
): string {
  const side = chance.happens(0.5) ? 1 : -1
  const x = 400 + side * chance.between(232, 272)
  const size = chance.between(95, 120) / 100
  const turn = chance.between(-8, 8)
  const drawn = moved(`scale(${side * -size} ${size}) rotate(${turn})`, sprigs[name](p))
  return ellipse(x, y + 22, 100, 13, 'url(#cast)') + moved(`translate(${x} ${y})`, drawn)
}
