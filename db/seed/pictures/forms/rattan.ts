// Rattan furniture: bent frames, wicker and cane.

import { circle, ellipse, line, moved, repeat, shadow, solid } from '#db/seed/pictures/strokes'
import type { Brush } from '#db/seed/pictures/strokes'

/** A bent rod with light on its upper side. */
function rod(d: string, p: Brush['p'], width = 20): string {
  return (
    line(d, p.deep, width + 5) +
    line(d, p.main, width) +
    line(d, p.light, width * 0.26, 'opacity=".7"')
  )
}

const seat = (p: Brush['p'], y: number) =>
  ellipse(400, y + 26, 216, 44, p.deep) +
  ellipse(400, y, 216, 52, p.accent) +
  ellipse(400, y, 216, 52, 'url(#fall)')

export function armchair({ p, cloth }: Brush): string {
  const back = 'M180 560C160 330 250 190 400 190S640 330 620 560Z'
  return (
    shadow(400, 862, 300, 34) +
    rod('M236 640L206 856M564 640L594 856', p) +
    solid(back, cloth, 'side') +
    rod(back.replace('Z', ''), p, 24) +
    seat(p, 600) +
    rod('M150 560C130 480 190 470 214 520L226 660M650 560C670 480 610 470 586 520L574 660', p) +
    rod('M188 640H612', p, 22) +
    rod('M196 650L172 864M604 650L628 864', p) +
    rod('M180 770C300 740 500 740 620 770', p, 14)
  )
}

export function rocker({ p, cloth }: Brush): string {
  const back = 'M250 560C210 380 220 200 300 150C360 120 460 120 520 150C590 210 590 380 552 560Z'
  return (
    shadow(400, 884, 330, 28) +
    solid(back, cloth, 'side') +
    rod(back.replace('Z', ''), p, 22) +
    seat(p, 590) +
    rod('M196 610H604', p) +
    rod('M200 470C160 470 160 520 190 540L220 800M600 470C640 470 640 520 610 540L580 800', p) +
    rod('M190 478H262M538 478H610', p, 18) +
    rod('M90 810C220 900 580 900 710 810', p, 24) +
    rod('M230 720H570', p, 14)
  )
}

export function pouf({ p, cloth, band }: Brush): string {
  const d = 'M190 540C150 620 150 740 200 826C300 856 500 856 600 826C650 740 650 620 610 540Z'
  return (
    shadow(400, 846, 290, 34) +
    solid(d, cloth, 'side') +
    ellipse(400, 536, 214, 58, p.deep) +
    ellipse(400, 520, 214, 58, band) +
    ellipse(400, 520, 214, 58, 'url(#bulge)') +
    rod('M190 540C260 610 540 610 610 540', p, 16) +
    rod('M200 822C300 852 500 852 600 822', p, 18)
  )
}

export function sideTable({ p, cloth }: Brush): string {
  const braces = [
    [240, 190],
    [400, 400],
    [560, 610],
  ]
    .map(([from, to]) => `M${from} 470L${to} 850`)
    .join('')
  return (
    shadow(400, 862, 300, 34) +
    rod(braces, p) +
    rod('M210 700C300 740 500 740 590 700', p, 16) +
    ellipse(400, 720, 190, 40, cloth) +
    ellipse(400, 720, 190, 40, 'url(#fall)') +
    ellipse(400, 466, 270, 66, p.deep) +
    ellipse(400, 450, 270, 66, cloth) +
    ellipse(400, 450, 270, 66, 'url(#fall)') +
    `<ellipse cx="400" cy="450" rx="264" ry="62" fill="none" stroke="${p.main}" stroke-width="18"/><ellipse cx="400" cy="446" rx="264" ry="62" fill="none" stroke="${p.light}" stroke-width="4" opacity=".7"/>` +
    ellipse(420, 446, 70, 15, 'url(#cast)') +
    solid('M360 340H460C460 400 450 440 410 440S360 400 360 340Z', p.accent, 'side') +
    ellipse(410, 340, 50, 11, p.deep)
  )
}

/** A mirror like a sun. */
export function sunMirror({ p, cloth }: Brush): string {
  const rays = repeat(32, (index) =>
    moved(
      `rotate(${index * 11.25} 400 480)`,
      rod(`M400 ${index % 2 ? 120 : 168}V300`, p, index % 2 ? 10 : 14),
    ),
  )
  return (
    circle(410, 500, 320, 'rgba(0,0,0,.08)') +
    rays +
    circle(400, 480, 216, p.deep) +
    circle(400, 480, 210, cloth) +
    circle(400, 480, 156, p.deep) +
    circle(400, 480, 148, '#dfe6e4') +
    `<path d="M290 560L470 350L520 370L330 600Z" fill="#fff" opacity=".6"/>` +
    `<circle cx="400" cy="480" r="182" fill="none" stroke="${p.light}" stroke-width="3" opacity=".5"/>`
  )
}

/** A bench for two. */
export function bench({ p, cloth }: Brush): string {
  const back =
    'M110 600C100 400 160 330 250 330C330 330 350 380 400 380S470 330 550 330C640 330 700 400 690 600Z'
  return (
    shadow(400, 858, 370, 34) +
    rod('M160 640V852M640 640V852M400 660V836', p) +
    solid(back, cloth, 'fall') +
    rod(back.replace('Z', ''), p, 22) +
    ellipse(400, 640, 310, 50, p.deep) +
    ellipse(400, 620, 310, 54, p.accent) +
    ellipse(400, 620, 310, 54, 'url(#fall)') +
    rod('M90 650H710', p, 22) +
    rod('M100 560C80 600 84 630 104 660L96 856M700 560C720 600 716 630 696 660L704 856', p) +
    rod('M110 760H690', p, 14)
  )
}

/** Open shelves, three high. */
export function rack({ p, cloth }: Brush): string {
  const board = (y: number) =>
    ellipse(400, y + 12, 196, 27, p.deep) +
    ellipse(400, y, 196, 27, cloth) +
    ellipse(400, y, 196, 27, 'url(#fall)') +
    line(`M204 ${y}A196 27 0 0 0 596 ${y}`, p.main, 14)
  return (
    shadow(400, 876, 250, 30) +
    rod('M240 840V260C240 140 560 140 560 260V840', p, 16) +
    board(800) +
    board(610) +
    board(420) +
    solid('M320 410V320H400V410Z', p.accent, 'side') +
    solid('M430 410C410 360 420 340 450 340H490C520 340 530 360 510 410Z', p.light, 'side') +
    solid('M300 600C290 540 330 520 370 520S450 540 440 600Z', p.deep, 'side') +
    circle(500, 570, 30, p.accent) +
    solid('M290 790V700H510V790Z', p.light, 'side') +
    line('M290 730H510M290 760H510', p.deep, 3) +
    rod('M200 870V260C200 90 600 90 600 260V870', p)
  )
}

/** A round bed for a cat, or a cradle for fruit. */
export function nestBed({ p, cloth, band }: Brush): string {
  const d = 'M110 560C110 740 200 836 400 836S690 740 690 560Z'
  return (
    shadow(400, 846, 320, 34) +
    ellipse(400, 560, 290, 110, p.deep) +
    ellipse(400, 590, 230, 76, p.accent) +
    ellipse(400, 590, 230, 76, 'url(#dish)') +
    solid(d, cloth, 'side') +
    `<path d="M116 620C200 710 600 710 684 620L676 670C600 760 200 760 124 670Z" fill="${band}"/><path d="${d}" fill="url(#side)"/>` +
    rod('M110 560A290 110 0 0 0 690 560', p, 24) +
    line('M110 560A290 110 0 0 1 690 560', p.main, 18)
  )
}
