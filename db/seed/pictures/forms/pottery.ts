// Fired clay, turned on the wheel and built by hand.

import {
  box,
  circle,
  ellipse,
  hoop,
  line,
  mouth,
  moved,
  radiusAt,
  repeat,
  shadow,
  solid,
  turned,
  within,
} from '#db/seed/pictures/strokes'
import type { Brush, Profile } from '#db/seed/pictures/strokes'

type Bands = readonly (readonly [y: number, height: number])[]

function pot({ p, cloth, band }: Brush, profile: Profile, bands: Bands = []): string {
  const d = turned(profile)
  const [base, foot] = profile.at(-1) ?? [0, 0]
  const hoops = bands.map(([y, height]) => {
    const r = Math.max(
      radiusAt(profile, y),
      radiusAt(profile, y + height),
      radiusAt(profile, y + height / 2),
    )
    return hoop(y, r, band, height)
  })
  return (
    shadow(400, base + foot * 0.14, foot * 1.5 + 40, 32) +
    `<path d="${d}" fill="${cloth}"/>` +
    within('pot', d, hoops.join('')) +
    `<path d="${d}" fill="url(#side)"/>` +
    `<path d="${d}" fill="url(#gleam)"/>` +
    `<path d="${d}" fill="none" stroke="${p.deep}" stroke-width="2" opacity=".35"/>`
  )
}

const dark = (p: Brush['p']) => ({ rim: p.main, inside: p.deep })

export function vase(brush: Brush): string {
  const { p } = brush
  const stems = [
    [-70, 210, -12],
    [10, 150, 4],
    [84, 230, 16],
  ]
    .map(
      ([x = 0, y = 0, turn = 0]) =>
        line(`M400 430C${400 + x * 0.4} 360 ${400 + x} 300 ${400 + x} ${y + 60}`, '#75683f', 6) +
        moved(
          `translate(${400 + x} ${y}) rotate(${turn})`,
          `<path d="M0 70C-26 30 -22 -30 0 -84C22 -30 26 30 0 70Z" fill="${p.accent}"/>` +
            line('M0 66V-60', p.light, 3, 'opacity=".6"'),
        ),
    )
    .join('')
  return (
    stems +
    pot(
      brush,
      [
        [392, 74],
        [450, 62],
        [520, 130],
        [640, 196],
        [760, 164],
        [830, 104],
      ],
      [[590, 84]],
    ) +
    mouth(392, 74, dark(p))
  )
}

export function jar(brush: Brush): string {
  const { p } = brush
  return (
    pot(
      brush,
      [
        [360, 128],
        [400, 112],
        [470, 200],
        [600, 262],
        [740, 210],
        [834, 132],
      ],
      [
        [520, 92],
        [690, 26],
      ],
    ) + mouth(360, 128, dark(p))
  )
}

/** A slender pair of vases. */
export function pair(brush: Brush): string {
  const { p } = brush
  const one =
    pot(
      brush,
      [
        [300, 52],
        [380, 44],
        [480, 92],
        [640, 128],
        [780, 98],
        [830, 76],
      ],
      [[560, 80]],
    ) + mouth(300, 52, dark(p))
  return (
    moved('translate(-142 0)', one) +
    moved(
      'translate(176 250) scale(.7)',
      one.replaceAll('"pot"', '"pot2"').replaceAll('#pot)', '#pot2)'),
    )
  )
}

export function bowl(brush: Brush): string {
  const { p } = brush
  const fruit =
    circle(310, 520, 66, p.accent) +
    circle(430, 500, 78, '#8d9a55') +
    circle(520, 528, 58, p.accent) +
    [310, 430, 520].map((x) => circle(x - 18, 480, 10, '#fff6')).join('')
  return (
    ellipse(400, 570, 280, 46, p.deep) +
    fruit +
    pot(
      brush,
      [
        [570, 280],
        [650, 258],
        [740, 190],
        [800, 110],
        [834, 96],
      ],
      [[620, 76]],
    ) +
    `<path d="M120 570A280 46 0 0 0 680 570" fill="none" stroke="${p.main}" stroke-width="12"/>`
  )
}

/** A water jug with a spout (kendi). */
export function kendi(brush: Brush): string {
  const { p, cloth } = brush
  const spout = 'M540 600C600 580 610 500 640 440L686 460C680 560 640 680 560 700Z'
  return (
    solid(spout, cloth, 'side') +
    ellipse(664, 448, 27, 15, p.deep) +
    pot(
      brush,
      [
        [250, 64],
        [290, 52],
        [380, 58],
        [450, 84],
        [540, 184],
        [660, 216],
        [780, 160],
        [834, 124],
      ],
      [
        [520, 34],
        [590, 80],
      ],
    ) +
    mouth(250, 64, dark(p)) +
    hoop(430, 80, p.accent, 12)
  )
}

export function teapot(brush: Brush): string {
  const { p, cloth, band } = brush
  const spout = 'M560 640C620 620 626 540 682 486L722 516C690 600 670 720 570 740Z'
  const grip = 'M236 560C100 520 100 740 250 740'
  return (
    line(grip, p.deep, 34) +
    line(grip, p.main, 26) +
    solid(spout, cloth, 'side') +
    pot(
      brush,
      [
        [500, 108],
        [540, 170],
        [640, 216],
        [760, 178],
        [826, 118],
      ],
      [[590, 76]],
    ) +
    solid(
      'M286 506C300 450 360 430 400 430S500 450 514 506C480 530 320 530 286 506Z',
      band,
      'side',
    ) +
    circle(400, 418, 27, p.accent) +
    circle(392, 410, 8, p.light)
  )
}

/** Cups on a small tray. */
export function cups(brush: Brush): string {
  const { p } = brush
  const cup = (name: string) =>
    (
      line('M470 640C560 620 560 760 462 750', p.main, 22) +
      pot(
        brush,
        [
          [600, 92],
          [680, 90],
          [780, 78],
          [810, 58],
        ],
        [[650, 70]],
      ) +
      mouth(600, 92, { rim: p.light, inside: '#5a3620' })
    )
      .replaceAll('"pot"', `"${name}"`)
      .replaceAll('#pot)', `#${name})`)
  return (
    shadow(400, 852, 350, 26) +
    ellipse(400, 830, 330, 40, '#8a6440') +
    ellipse(400, 822, 330, 40, '#a9835a') +
    moved('translate(-6 -110)', cup('one')) +
    moved('translate(-150 10)', cup('two')) +
    moved('translate(150 10)', cup('three'))
  )
}

export function plate({ p, cloth, band }: Brush): string {
  return (
    shadow(400, 826, 300, 30) +
    circle(400, 528, 298, p.deep) +
    circle(400, 520, 298, band) +
    circle(400, 520, 298, 'url(#bulge)') +
    circle(400, 520, 226, p.main) +
    circle(400, 520, 216, cloth) +
    circle(400, 520, 226, 'url(#dish)') +
    repeat(24, (index) => moved(`rotate(${index * 15} 400 520)`, circle(400, 236, 8, p.light))) +
    repeat(12, (index) =>
      moved(
        `rotate(${index * 30} 400 520)`,
        `<path d="M400 340C420 380 420 420 400 450C380 420 380 380 400 340Z" fill="${p.light}" opacity=".85"/>`,
      ),
    ) +
    circle(400, 520, 40, p.accent) +
    circle(400, 520, 22, p.light)
  )
}

/** A pot with a plant in it. */
export function planter(brush: Brush): string {
  const { p } = brush
  const leaf = (turn: number, length: number, fill: string) =>
    moved(
      `translate(400 580) rotate(${turn})`,
      `<path d="M0 0C70 -${length * 0.3} 60 -${length * 0.8} 0 -${length}C-60 -${length * 0.8} -70 -${length * 0.3} 0 0Z" fill="${fill}"/>` +
        line(`M0 -10V-${length - 40}`, '#fff', 3, 'opacity=".35"'),
    )
  const plant =
    leaf(-64, 290, '#5f7446') +
    leaf(62, 300, '#5f7446') +
    leaf(-34, 390, '#71875a') +
    leaf(34, 380, '#6a8052') +
    leaf(0, 440, '#7f9463')
  return (
    plant +
    pot(
      brush,
      [
        [560, 190],
        [600, 192],
        [700, 170],
        [830, 132],
      ],
      [[640, 90]],
    ) +
    mouth(560, 190, { rim: p.main, inside: '#3b2b1f' })
  )
}

/** A pierced lamp with a candle inside. */
export function lantern(brush: Brush): string {
  const { p } = brush
  const profile: Profile = [
    [330, 40],
    [370, 60],
    [460, 168],
    [620, 214],
    [760, 176],
    [832, 130],
  ]
  const holes = repeat(35, (index) => {
    const [row, column] = [Math.floor(index / 7), index % 7]
    const y = 480 + row * 66
    const r = radiusAt(profile, y) - 26
    const lean = ((column - 3) / 3) * 1.2
    const x = 400 + Math.sin(lean) * r
    return ellipse(x, y + Math.cos(lean) * 16, 17 * Math.cos(lean) + 2, 20, '#ffe7a8')
  })
  return (
    ellipse(400, 640, 390, 360, 'url(#lamp)') +
    pot(brush, profile) +
    holes +
    circle(400, 322, 26, p.main) +
    circle(392, 314, 8, p.light)
  )
}

/** A money box in the shape of a hen. */
export function hen({ p, cloth, band }: Brush): string {
  const body =
    'M190 470C150 420 130 330 176 300C230 300 280 400 340 430C420 440 470 400 488 320C500 250 580 236 610 290C640 350 640 420 640 520C650 680 560 800 410 806C240 806 180 640 190 470Z'
  const wing = 'M270 560C340 520 440 540 480 600C450 690 320 700 270 560Z'
  return (
    shadow(410, 822, 270, 34) +
    `<path d="M520 262C520 220 552 214 556 244C572 208 606 220 598 254C624 240 642 262 620 290Z" fill="${p.accent}"/>` +
    `<path d="M632 330L700 354L634 384Z" fill="${p.accent}"/>` +
    solid(body, cloth, 'side') +
    `<path d="${body}" fill="url(#gleam)"/>` +
    solid(wing, band, 'fall') +
    line('M270 560C340 520 440 540 480 600C450 690 320 700 270 560Z', p.deep, 3) +
    circle(574, 318, 15, p.light) +
    circle(577, 318, 8, p.deep) +
    `<path d="M360 448h90v12h-90z" fill="${p.deep}"/>` +
    repeat(3, (index) =>
      line(
        `M${186 + index * 26} ${330 + index * 34}l${-36 + index * 4} -${44 - index * 6}`,
        p.accent,
        9,
      ),
    )
  )
}

export function tiles({ p, cloth, band }: Brush): string {
  return repeat(9, (index) => {
    const [x, y] = [112 + (index % 3) * 196, 230 + Math.floor(index / 3) * 196]
    const fill = index % 2 ? band : cloth
    return (
      `<rect x="${x + 6}" y="${y + 10}" width="184" height="184" rx="8" fill="${p.deep}" opacity=".25"/>` +
      solid(box(x, y, 184, 184, 8), fill, 'fall') +
      moved(
        `translate(${x + 92} ${y + 92})`,
        repeat(4, (turn) =>
          moved(
            `rotate(${turn * 90 + (index % 2) * 45})`,
            `<path d="M0 -14C30 -30 30 -62 0 -80C-30 -62 -30 -30 0 -14Z" fill="${p.light}" opacity=".9"/>`,
          ),
        ) + circle(0, 0, 14, p.accent),
      )
    )
  })
}

/** A stone-like mortar with its pestle. */
export function mortar(brush: Brush): string {
  const { p, cloth } = brush
  return (
    pot(
      brush,
      [
        [600, 268],
        [680, 262],
        [770, 190],
        [834, 150],
      ],
      [[690, 40]],
    ) +
    ellipse(400, 600, 268, 62, p.main) +
    ellipse(400, 604, 236, 50, p.deep) +
    circle(330, 600, 22, '#a23d2c') +
    circle(372, 612, 18, '#bb4d36') +
    circle(300, 610, 15, '#8d9a55') +
    moved('rotate(34 500 500)', solid(box(470, 330, 62, 290, 30), cloth, 'side'))
  )
}
