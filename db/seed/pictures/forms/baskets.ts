// Woven things of pandan, mendong, bamboo and ketak: baskets, trays, boxes, mats, hats, shades.

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

function vessel(
  { p, cloth, band }: Brush,
  profile: Profile,
  bands: readonly (readonly [y: number, height: number])[],
): string {
  const d = turned(profile)
  const [top, radius] = profile[0] ?? [0, 0]
  const [base, foot] = profile.at(-1) ?? [0, 0]
  const hoops = bands.map(([y, height]) => {
    const r = Math.max(radiusAt(profile, y), radiusAt(profile, y + height))
    return hoop(y, r, band, height) + hoop(y - 3, r, p.deep, 3) + hoop(y + height, r, p.deep, 3)
  })
  return (
    shadow(400, base + foot * 0.12, foot * 1.35, 34) +
    `<path d="${d}" fill="${cloth}"/>` +
    within('vessel', d, hoops.join('')) +
    `<path d="${d}" fill="url(#side)"/>` +
    mouth(top, radius, { rim: p.accent, inside: p.deep })
  )
}

export function basket(brush: Brush): string {
  const { p } = brush
  const grip = (x: number, side: number) =>
    line(`M${x} 560C${x + side * 80} 470 ${x + side * 90} 640 ${x - side * 6} 640`, p.deep, 22) +
    line(`M${x} 560C${x + side * 80} 470 ${x + side * 90} 640 ${x - side * 6} 640`, p.accent, 11)
  return (
    vessel(
      brush,
      [
        [470, 232],
        [560, 258],
        [690, 256],
        [790, 226],
        [826, 190],
      ],
      [[640, 64]],
    ) +
    grip(160, -1) +
    grip(640, 1)
  )
}

/** A basket with one high handle. */
export function hamper(brush: Brush): string {
  const { p } = brush
  const bow = 'M196 520C196 150 604 150 604 520'
  return (
    line(bow, p.deep, 26) +
    line(bow, p.accent, 15) +
    line(bow, p.light, 5, 'stroke-dasharray="10 12"') +
    vessel(
      brush,
      [
        [520, 214],
        [640, 212],
        [760, 196],
        [826, 178],
      ],
      [
        [570, 44],
        [740, 40],
      ],
    )
  )
}

/** A tall laundry basket with its lid. */
export function lidded(brush: Brush): string {
  const { p, cloth } = brush
  const lid = 'M196 360C200 310 300 276 400 276S600 310 604 360C600 396 200 396 196 360Z'
  return (
    vessel(
      brush,
      [
        [370, 196],
        [520, 208],
        [700, 204],
        [832, 184],
      ],
      [
        [480, 54],
        [690, 54],
      ],
    ) +
    `<path d="${lid}" transform="translate(0 14)" fill="${p.deep}" opacity=".4"/>` +
    solid(lid, cloth, 'side') +
    line('M196 362C220 400 580 400 604 362', p.accent, 12) +
    line('M376 280C376 236 424 236 424 280', p.deep, 16) +
    line('M376 280C376 236 424 236 424 280', p.accent, 8)
  )
}

/** A low round box, its lid beside it. */
export function roundBox(brush: Brush): string {
  const { p, cloth, band } = brush
  return (
    moved(
      'rotate(-16 250 470)',
      shadow(252, 640, 170, 20) +
        circle(252, 470, 172, p.deep) +
        circle(252, 466, 168, cloth) +
        circle(252, 466, 168, 'url(#bulge)') +
        `<circle cx="252" cy="466" r="150" fill="none" stroke="${p.accent}" stroke-width="10"/>` +
        circle(252, 466, 58, band) +
        `<circle cx="252" cy="466" r="58" fill="none" stroke="${p.deep}" stroke-width="5"/>`,
    ) +
    moved(
      'translate(70 0)',
      vessel(
        { ...brush },
        [
          [640, 206],
          [720, 212],
          [830, 198],
        ],
        [[700, 50]],
      ),
    )
  )
}

/** A round tray seen from above, leaning on the wall. */
export function tray({ p, cloth, band }: Brush): string {
  return (
    shadow(400, 826, 300, 30) +
    circle(400, 524, 300, p.deep) +
    circle(400, 520, 296, band) +
    circle(400, 520, 296, 'url(#bulge)') +
    circle(400, 520, 242, p.deep) +
    circle(400, 523, 236, cloth) +
    `<circle cx="400" cy="523" r="236" fill="none" stroke="${p.accent}" stroke-width="12"/>` +
    `<circle cx="400" cy="520" r="288" fill="none" stroke="${p.accent}" stroke-width="10" stroke-dasharray="22 12"/>` +
    circle(400, 523, 242, 'url(#dish)')
  )
}

/** A mat, half unrolled. */
export function mat({ p, cloth, band }: Brush): string {
  const sheet = 'M250 330H690L750 850H120Z'
  return (
    `<path d="${sheet}" transform="translate(6 16)" fill="${p.deep}" opacity=".25"/>` +
    `<path d="${sheet}" fill="${cloth}"/><path d="M136 790H743L750 850H120Z" fill="${band}"/>` +
    `<path d="M250 330H300L196 850H120Z" fill="${band}"/>` +
    `<path d="M690 330H644L690 850H750Z" fill="${band}"/>` +
    `<path d="${sheet}" fill="url(#fall)"/>` +
    line('M120 850H750', p.accent, 10) +
    `<rect x="214" y="238" width="500" height="116" rx="50" fill="${band}"/><rect x="214" y="238" width="500" height="116" rx="50" fill="url(#hollow)"/>` +
    ellipse(706, 296, 30, 58, p.light) +
    line('M706 252C728 262 726 330 706 334S688 276 706 284S712 312 704 308', p.deep, 5)
  )
}

export function hat({ p, cloth, band }: Brush): string {
  const crown = 'M232 620C236 430 300 360 400 360S564 430 568 620Z'
  return (
    shadow(400, 740, 370, 40) +
    ellipse(400, 660, 350, 96, p.deep) +
    ellipse(400, 650, 350, 96, cloth) +
    ellipse(400, 650, 350, 96, 'url(#fall)') +
    `<ellipse cx="400" cy="650" rx="344" ry="91" fill="none" stroke="${p.accent}" stroke-width="8"/>` +
    ellipse(400, 636, 184, 44, p.deep) +
    solid(crown, cloth, 'side') +
    `<path d="M230 560C300 596 500 596 570 560L570 620C500 660 300 660 230 620Z" fill="${band}"/>` +
    line('M230 560C300 596 500 596 570 560M230 620C300 660 500 660 570 620', p.deep, 4)
  )
}

/** A woven shade hanging from the ceiling, lit. */
export function pendant(brush: Brush): string {
  const { p, cloth, band } = brush
  const profile: Profile = [
    [290, 60],
    [380, 150],
    [520, 236],
    [640, 262],
    [700, 250],
  ]
  const d = turned(profile)
  return (
    line('M400 0V270', p.deep, 6) +
    circle(400, 272, 26, p.deep) +
    `<ellipse cx="400" cy="690" rx="400" ry="330" fill="url(#lamp)"/>` +
    `<path d="${d}" fill="${cloth}"/>` +
    within('vessel', d, hoop(560, 262, band, 60)) +
    `<path d="${d}" fill="url(#side)"/><path d="${d}" fill="url(#lamp)"/>` +
    ellipse(400, 706, 248, 40, p.deep) +
    ellipse(400, 710, 236, 34, '#fff1c9') +
    circle(400, 716, 36, '#fffaf0')
  )
}

/** Four placemats in a fan, with a spoon. */
export function placemats({ p, cloth, band }: Brush): string {
  const round = (x: number, y: number, fill: string) =>
    circle(x, y + 10, 202, 'rgba(0,0,0,.14)') +
    circle(x, y, 200, fill) +
    `<circle cx="${x}" cy="${y}" r="190" fill="none" stroke="${p.accent}" stroke-width="12" stroke-dasharray="18 9"/>` +
    circle(x, y, 200, 'url(#bulge)')
  return (
    round(282, 370, band) +
    round(520, 410, cloth) +
    round(300, 620, cloth) +
    round(500, 680, band) +
    circle(500, 680, 112, p.light) +
    circle(500, 680, 112, 'url(#dish)') +
    circle(500, 680, 76, p.light)
  )
}

export function fan({ p, cloth, band }: Brush): string {
  const d =
    'M400 620C240 620 120 520 130 380C140 240 280 180 400 180S660 240 670 380C680 520 560 620 400 620Z'
  return (
    `<path d="${d}" transform="translate(12 18)" fill="${p.deep}" opacity=".2"/>` +
    `<rect x="382" y="560" width="36" height="310" rx="16" fill="#7a5533"/><rect x="388" y="560" width="9" height="300" rx="4" fill="#fff" opacity=".22"/>` +
    `<path d="${d}" fill="${band}"/>` +
    moved('translate(400 400) scale(.8) translate(-400 -400)', `<path d="${d}" fill="${cloth}"/>`) +
    `<path d="${d}" fill="url(#bulge)"/><path d="${d}" fill="none" stroke="${p.accent}" stroke-width="14"/>` +
    line('M400 610V190', '#7a5533', 12) +
    line('M360 640H440M360 660H440', p.accent, 8)
  )
}

export function slippers({ p, cloth, band }: Brush): string {
  const sole =
    'M0 -220C86 -220 104 -120 88 -20C76 60 84 120 66 190C50 246 -50 246 -66 190C-84 120 -76 60 -88 -20C-104 -120 -86 -220 0 -220Z'
  const strap = 'M-98 -150C-60 -176 60 -176 98 -150L96 -10C60 -44 -60 -44 -96 -10Z'
  const one =
    moved('translate(8 14)', `<path d="${sole}" fill="rgba(0,0,0,.2)"/>`) +
    `<path d="${sole}" fill="${p.deep}"/>` +
    moved('scale(.93)', solid(sole, band, 'fall')) +
    solid(strap, cloth, 'side') +
    line('M-98 -150C-60 -176 60 -176 98 -150', p.accent, 10) +
    line('M96 -10C60 -44 -60 -44 -96 -10', p.accent, 8)
  return (
    moved('translate(290 560) rotate(-9) scale(1.15)', one) +
    moved('translate(520 580) rotate(8) scale(1.15)', one)
  )
}

/** A box for tissues, one drawn out. */
export function tissueBox({ p, cloth, band }: Brush): string {
  const front = box(150, 560, 420, 250, 8)
  return (
    shadow(400, 818, 340, 36) +
    solid('M570 560L670 500V740L570 810Z', band, 'fall') +
    `<path d="M570 560L670 500V740L570 810Z" fill="${p.deep}" opacity=".25"/>` +
    solid(front, cloth, 'fall') +
    `<path d="M150 560L256 500H670L570 560Z" fill="${band}"/><path d="M150 560L256 500H670L570 560Z" fill="#fff" opacity=".18"/>` +
    ellipse(412, 530, 130, 17, p.deep) +
    `<path d="M330 530C340 440 300 400 360 330C390 380 440 350 470 390C520 420 480 470 500 530C450 546 380 546 330 530Z" fill="#fdfaf4"/>` +
    line('M372 350C384 420 380 480 392 534M450 384C440 440 452 490 446 534', '#ded4c4', 4) +
    `<path d="${front}" fill="none" stroke="${p.accent}" stroke-width="9"/>` +
    line('M570 560L670 500V740L570 810', p.accent, 7)
  )
}

/** Three boxes of falling size, one in the other's shade. */
export function nest(brush: Brush): string {
  const { p, cloth, band } = brush
  const cube = (x: number, y: number, size: number, fill: string) =>
    shadow(x + size / 2, y + size + 6, size * 0.8, 22) +
    solid(box(x, y, size, size, 10), fill, 'side') +
    `<rect x="${x - 10}" y="${y - 14}" width="${size + 20}" height="${size * 0.3}" rx="8" fill="${fill === cloth ? band : cloth}"/>` +
    line(`M${x - 10} ${y - 14 + size * 0.3}H${x + size + 10}`, p.deep, 5) +
    circle(x + size / 2, y - 18, size * 0.05 + 6, p.accent)
  return (
    cube(330, 380, 300, cloth) +
    cube(150, 570, 230, band) +
    repeat(1, () => cube(470, 660, 160, cloth))
  )
}
