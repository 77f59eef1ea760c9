// Batik motifs of the north coast and the courts, drawn with compass and ruler: kawung, parang,
// ceplok, latohan (sea grapes), watu pecah (broken stones), gunung ringgit, sekar jagad, buketan.

import { cells } from '#db/seed/pictures/motifs/cells'
import type { Palette } from '#db/seed/pictures/palettes'
import { circle, ellipse, ground, line, moved, repeat } from '#db/seed/pictures/strokes'
import type { Tile } from '#db/seed/pictures/strokes'

export function kawung(p: Palette): Tile {
  const size = { width: 90, height: 90 }
  const petal = (angle: number) =>
    moved(
      `rotate(${angle}) translate(0 -31)`,
      ellipse(0, 0, 18, 27, p.light) +
        ellipse(0, 0, 12, 20, p.main) +
        ellipse(0, -8, 3, 6, p.light) +
        ellipse(0, 9, 3, 6, p.light),
    )
  const flower = (x: number, y: number) =>
    moved(
      `translate(${x} ${y})`,
      repeat(4, (turn) => petal(45 + turn * 90)) + circle(0, 0, 5, p.accent),
    )
  const corners = [0, 90].flatMap((x) => [0, 90].map((y) => flower(x, y))).join('')
  return { ...size, body: ground(size, p.deep) + corners }
}

export function parang(p: Palette): Tile {
  const size = { width: 62, height: 96 }
  const blade = 'M0 66C-2 46 22 48 24 30C25 18 14 14 10 22C20 20 18 34 6 36C-8 38 -14 52 -12 66Z'
  const row = [-62, -31, 0, 31, 62]
    .map((x) =>
      moved(
        `translate(${x + 14} 0)`,
        `<path d="${blade}" fill="${p.light}"/>` +
          line('M-5 62C-4 48 10 44 18 34', p.main, 2.5) +
          circle(15, 58, 4, p.accent),
      ),
    )
    .join('')
  const border =
    `<rect y="70" width="62" height="22" fill="${p.main}"/>` +
    line('M0 69H62M0 93H62', p.light, 2) +
    repeat(2, (index) => `<path d="M${index * 31 + 15.5} 73l9 8l-9 8l-9 -8Z" fill="${p.light}"/>`)
  return { ...size, body: ground(size, p.deep) + row + border, turn: -42 }
}

export function ceplok(p: Palette): Tile {
  const size = { width: 120, height: 120 }
  const petal = 'M0 -8C14 -18 14 -36 0 -46C-14 -36 -14 -18 0 -8Z'
  const leaf = 'M0 -14C7 -24 7 -38 0 -52C-7 -38 -7 -24 0 -14Z'
  const flower = repeat(4, (turn) =>
    moved(
      `rotate(${turn * 90})`,
      `<path d="${petal}" fill="${p.light}"/>` + line('M0 -14V-36', p.main, 2.5),
    ),
  )
  const leaves = repeat(4, (turn) =>
    moved(`rotate(${45 + turn * 90})`, `<path d="${leaf}" fill="${p.accent}"/>`),
  )
  const corner = (x: number, y: number) =>
    moved(
      `translate(${x} ${y})`,
      circle(0, 0, 24, p.light) + circle(0, 0, 18, p.main) + circle(0, 0, 8, p.light),
    )
  const corners = [0, 120].flatMap((x) => [0, 120].map((y) => corner(x, y))).join('')
  const whole = moved('translate(60 60)', leaves + flower + circle(0, 0, 8, p.accent))
  return { ...size, body: ground(size, p.main) + corners + whole }
}

/** Sea grapes: bending stems hung with dots, as on the batik of Lasem. */
export function latoh(p: Palette): Tile {
  const size = { width: 170, height: 170 }
  const sprig = repeat(5, (index) => {
    const [x, y] = [index * 17, -Math.sin(index / 1.5) * 16]
    const side = index % 2 === 0 ? -1 : 1
    return (
      line(`M${x} ${y}q${6} ${side * 12} ${2} ${side * 24}`, p.light, 2.5) +
      circle(x + 2, y + side * 27, 6.5, index % 3 === 0 ? p.accent : p.light) +
      circle(x + 11, y + side * 17, 4.5, p.light) +
      circle(x - 7, y + side * 15, 4, p.accent)
    )
  })
  const stem = line('M-8 2C10 -14 28 -22 46 -8S70 -2 80 -14', p.light, 3.5)
  const place = (x: number, y: number, turn: number) =>
    moved(`translate(${x} ${y}) rotate(${turn})`, stem + sprig)
  const dots = repeat(36, (index) =>
    circle((index * 47) % 170, (index * 83 + 11) % 170, 1.7, p.light),
  )
  const body = place(20, 50, 18) + place(150, 120, 196) + place(96, 14, 92) + place(70, 160, -84)
  return { ...size, body: ground(size, p.main) + dots + body }
}

/** Broken stones, the crackle that Lasem calls kricak. */
export function watuPecah(p: Palette): Tile {
  const size = { width: 240, height: 240 }
  const stones = cells(size, 22).map(({ d, index }) => {
    const fill = [p.main, p.deep, p.main, p.accent, p.main][index % 5] ?? p.main
    return `<path d="${d}" fill="${fill}" stroke="${p.light}" stroke-width="5" stroke-linejoin="round"/>`
  })
  const centres = cells(size, 22).map(({ x, y }) => circle(x, y, 3, p.light))
  return { ...size, body: stones.join('') + centres.join('') }
}

/** Mountains of coins: rows of scales with rays. */
export function gunungRinggit(p: Palette): Tile {
  const size = { width: 110, height: 84 }
  const hill = (x: number, y: number) =>
    moved(
      `translate(${x} ${y})`,
      circle(0, 0, 56, p.light) +
        circle(0, 0, 51, p.main) +
        circle(0, 0, 38, p.light) +
        circle(0, 0, 34, p.deep) +
        circle(0, 0, 19, p.accent) +
        repeat(9, (ray) => moved(`rotate(${ray * 22.5 - 90})`, circle(0, -44.5, 3.4, p.light))) +
        repeat(7, (ray) => moved(`rotate(${ray * 30 - 90})`, line('M0 -23V-31', p.light, 2.6))),
    )
  const body =
    hill(0, 0) +
    hill(110, 0) +
    hill(55, 42) +
    hill(-55, 42) +
    hill(0, 84) +
    hill(110, 84) +
    hill(55, 126)
  return { ...size, body: ground(size, p.main) + body }
}

/** The map of flowers: islands, each with a filling of its own. */
export function sekarJagad(p: Palette): Tile {
  const size = { width: 300, height: 300 }
  const body = cells(size, 13).map(({ d, x, y, index }) => {
    const fill = [p.main, p.deep, p.light, p.accent][index % 4] ?? p.main
    const mark = fill === p.light ? p.main : p.light
    const petals = repeat(6, (turn) =>
      moved(`translate(${x} ${y}) rotate(${turn * 60})`, ellipse(0, -17, 7, 13, mark)),
    )
    const dots = repeat(9, (turn) =>
      moved(`translate(${x} ${y}) rotate(${turn * 40})`, circle(0, -30, 3, mark)),
    )
    const filling = index % 3 === 0 ? dots + circle(x, y, 12, mark) : petals
    return `<path d="${d}" fill="${fill}" stroke="${p.light}" stroke-width="6" stroke-linejoin="round"/>${filling}${circle(x, y, 5, fill)}`
  })
  return { ...size, body: body.join('') }
}

/** A coastal bouquet: one open flower, buds and leaves. */
export function buketan(p: Palette): Tile {
  const size = { width: 200, height: 230 }
  const leaf = 'M0 0C22 -10 38 -34 34 -62C12 -52 -4 -28 0 0Z'
  const petal = 'M0 0C-20 -14 -18 -42 0 -48C18 -42 20 -14 0 0Z'
  const leaves = [-112, -62, 58, 108, 160, 208]
    .map((turn, index) =>
      moved(
        `rotate(${turn}) translate(0 -30)`,
        `<path d="${leaf}" fill="${index % 2 ? p.accent : p.deep}"/>` +
          line('M2 -4C10 -20 20 -36 30 -54', p.light, 2),
      ),
    )
    .join('')
  const petals = repeat(7, (turn) =>
    moved(
      `rotate(${turn * (360 / 7)})`,
      `<path d="${petal}" fill="${p.main}" stroke="${p.light}" stroke-width="3"/>` +
        line('M0 -12V-34M-6 -14L-8 -30M6 -14L8 -30', p.light, 1.8),
    ),
  )
  const bloom = leaves + petals + circle(0, 0, 11, p.accent) + circle(0, 0, 5, p.light)
  const dots = repeat(28, (index) =>
    circle((index * 61) % 200, (index * 97 + 9) % 230, 2.2, p.accent),
  )
  const half = moved('translate(200 230) scale(.62)', bloom)
  const others = [
    [0, 0],
    [200, 0],
    [0, 230],
  ]
    .map(([x, y]) => moved(`translate(${x} ${y}) scale(.62)`, bloom))
    .join('')
  return {
    ...size,
    body: ground(size, p.light) + dots + others + half + moved('translate(100 115)', bloom),
  }
}
