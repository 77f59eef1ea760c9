// Carved teak and mahogany of Jepara.

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

const WOOD = { plank: '#8d623c', edge: '#5a3a22', lit: '#b98a5c' }

const leg = (x: number, y: number, height: number, width = 40) =>
  solid(`M${x} ${y}H${x + width}L${x + width - 6} ${y + height}H${x + 6}Z`, WOOD.plank, 'side')

/** A tall carved panel for the wall. */
export function panel({ p, cloth, band }: Brush): string {
  const d =
    'M190 330C190 230 300 210 340 180C370 150 400 120 400 120S430 150 460 180C500 210 610 230 610 330V860H190Z'
  return (
    `<path d="${d}" transform="translate(14 18)" fill="${p.deep}" opacity=".28"/>` +
    solid(d, band, 'fall') +
    within(
      'panel',
      d,
      `<path d="M224 350C224 270 320 250 360 214L400 174L440 214C480 250 576 270 576 350V826H224Z" fill="${cloth}"/>`,
    ) +
    `<path d="M224 350C224 270 320 250 360 214L400 174L440 214C480 250 576 270 576 350V826H224Z" fill="url(#hollow)"/>` +
    `<path d="${d}" fill="none" stroke="${p.deep}" stroke-width="8"/>` +
    line(
      'M224 350C224 270 320 250 360 214L400 174L440 214C480 250 576 270 576 350V826H224Z',
      p.light,
      4,
      'opacity=".55"',
    )
  )
}

/** A round mirror in a carved ring. */
export function mirror({ p, cloth }: Brush): string {
  const petals = repeat(16, (index) =>
    moved(
      `rotate(${index * 22.5} 400 490)`,
      `<path d="M400 120C440 150 446 200 400 240C354 200 360 150 400 120Z" fill="${p.main}" stroke="${p.deep}" stroke-width="4"/>` +
        line('M400 140V220', p.light, 4, 'opacity=".6"'),
    ),
  )
  return (
    circle(412, 508, 330, 'rgba(0,0,0,.12)') +
    petals +
    circle(400, 490, 276, p.deep) +
    circle(400, 490, 270, cloth) +
    circle(400, 490, 270, 'url(#bulge)') +
    circle(400, 490, 194, p.deep) +
    circle(400, 490, 184, '#dfe6e4') +
    within(
      'glass',
      'M400 306A184 184 0 1 1 399.9 306Z',
      `<path d="M180 560L460 240L540 240L240 640Z" fill="#fff" opacity=".6"/><path d="M300 640L580 330L610 340L340 680Z" fill="#fff" opacity=".4"/>`,
    )
  )
}

/** A chest with carved front and brass lock. */
export function chest({ p, cloth, band }: Brush): string {
  return (
    shadow(400, 836, 350, 36) +
    leg(140, 770, 60, 60) +
    leg(600, 770, 60, 60) +
    solid(box(120, 480, 560, 310, 10), band, 'fall') +
    solid(box(152, 520, 496, 236, 8), cloth, 'fall') +
    `<path d="${box(152, 520, 496, 236, 8)}" fill="none" stroke="${p.deep}" stroke-width="7"/>` +
    solid('M108 480C110 400 150 360 220 356H580C650 360 690 400 692 480Z', band, 'fall') +
    line('M108 480H692', p.deep, 10) +
    line(
      'M130 440C150 396 190 384 230 382H570C610 384 650 396 670 440',
      p.light,
      4,
      'opacity=".5"',
    ) +
    solid(box(366, 456, 68, 90, 12), '#d5a94e', 'fall') +
    circle(400, 492, 10, p.deep) +
    line('M400 496V524', p.deep, 7)
  )
}

/** A small box, open, lined with cloth. */
export function casket({ p, cloth, band }: Brush): string {
  return (
    shadow(400, 830, 330, 34) +
    solid('M170 560L210 330H590L630 560Z', cloth, 'fall') +
    `<path d="M170 560L210 330H590L630 560Z" fill="none" stroke="${p.deep}" stroke-width="8"/>` +
    `<path d="M206 540L238 360H562L594 540Z" fill="${p.accent}" opacity=".85"/>` +
    `<path d="M150 590L190 560H610L650 590Z" fill="${p.deep}"/>` +
    circle(330, 584, 17, '#f7f1ea') +
    circle(372, 580, 14, '#efe4dc') +
    circle(460, 584, 20, '#d5a94e') +
    solid(box(140, 590, 520, 230, 12), band, 'fall') +
    solid(box(172, 620, 456, 170, 8), cloth, 'fall') +
    `<path d="${box(172, 620, 456, 170, 8)}" fill="none" stroke="${p.light}" stroke-width="4" opacity=".6"/>` +
    circle(400, 600, 15, '#d5a94e')
  )
}

/** A low stool with a carved seat rail. */
export function stool({ p, cloth, band }: Brush): string {
  return (
    shadow(400, 846, 300, 34) +
    leg(230, 520, 300, 34) +
    leg(536, 520, 300, 34) +
    leg(150, 500, 344, 46) +
    leg(604, 500, 344, 46) +
    `<rect x="180" y="700" width="440" height="24" rx="10" fill="${WOOD.edge}"/>` +
    solid(
      'M120 480C260 520 540 520 680 480V572C600 560 560 620 400 620S200 560 120 572Z',
      cloth,
      'fall',
    ) +
    line('M120 572C200 560 240 620 400 620S600 560 680 572', p.deep, 6) +
    ellipse(400, 470, 290, 66, WOOD.edge) +
    ellipse(400, 458, 290, 66, band) +
    ellipse(400, 458, 290, 66, 'url(#fall)') +
    `<ellipse cx="400" cy="458" rx="262" ry="54" fill="none" stroke="${p.light}" stroke-width="4" opacity=".5"/>`
  )
}

/** A chair with a carved back. */
export function chair({ p, cloth, band }: Brush): string {
  const back =
    'M250 200C300 140 500 140 550 200C566 300 556 420 548 520H252C244 420 234 300 250 200Z'
  return (
    shadow(400, 872, 270, 32) +
    leg(236, 560, 310, 38) +
    leg(526, 560, 310, 38) +
    `<path d="${back}" transform="translate(10 12)" fill="${p.deep}" opacity=".2"/>` +
    solid(back, WOOD.plank, 'side') +
    moved(
      'translate(400 345) scale(.84) translate(-400 -345)',
      solid(back, cloth, 'fall') +
        `<path d="${back}" fill="none" stroke="${p.deep}" stroke-width="7"/>`,
    ) +
    solid('M220 540H580L630 640H170Z', band, 'fall') +
    `<path d="M170 640H630V676H170Z" fill="${WOOD.edge}"/>` +
    leg(176, 676, 196, 44) +
    leg(580, 676, 196, 44) +
    line('M200 780H600', WOOD.plank, 20)
  )
}

/** An oval serving tray with grips. */
export function server({ p, cloth, band }: Brush): string {
  return (
    shadow(400, 744, 370, 50) +
    ellipse(400, 590, 350, 190, p.deep) +
    ellipse(400, 576, 350, 190, band) +
    ellipse(400, 576, 350, 190, 'url(#bulge)') +
    ellipse(400, 580, 286, 144, p.deep) +
    ellipse(400, 586, 280, 140, cloth) +
    ellipse(400, 586, 286, 144, 'url(#dish)') +
    [86, 714]
      .map((x) => `<rect x="${x - 16}" y="536" width="32" height="88" rx="16" fill="${p.deep}"/>`)
      .join('') +
    `<ellipse cx="400" cy="576" rx="330" ry="176" fill="none" stroke="${p.light}" stroke-width="4" opacity=".5"/>`
  )
}

/** A table lamp on a carved foot. */
export function lamp({ p, cloth, band }: Brush): string {
  const foot =
    'M360 520C330 580 300 600 330 650C370 700 310 740 280 826H520C490 740 430 700 470 650C500 600 470 580 440 520Z'
  return (
    ellipse(400, 420, 390, 340, 'url(#lamp)') +
    shadow(400, 840, 210, 30) +
    solid(foot, cloth, 'side') +
    `<path d="${foot}" fill="none" stroke="${p.deep}" stroke-width="4"/>` +
    ellipse(400, 826, 122, 22, p.deep) +
    solid('M290 220H510L580 520C520 540 280 540 220 520Z', p.light, 'side') +
    `<path d="M290 220H510L580 520C520 540 280 540 220 520Z" fill="url(#lamp)"/>` +
    `<path d="M232 470L220 520C280 540 520 540 580 520L568 470C500 490 300 490 232 470Z" fill="${band}"/>` +
    ellipse(400, 222, 110, 15, '#fff6dd')
  )
}

/** Ladles and spoons in a row, their grips carved. */
export function spoons({ p, cloth }: Brush): string {
  const spoon = (x: number, long: number, wide: number) =>
    moved(
      `translate(${x} 0)`,
      moved('translate(8 12)', ellipse(0, 690, wide, wide * 1.3, 'rgba(0,0,0,.16)')) +
        solid(box(-17, 690 - long, 34, long, 17), cloth, 'side') +
        ellipse(0, 690, wide, wide * 1.3, p.main) +
        ellipse(0, 690, wide, wide * 1.3, 'url(#bulge)') +
        ellipse(0, 684, wide - 14, wide * 1.3 - 18, 'url(#dish)') +
        circle(0, 712 - long, 6, p.wall),
    )
  return (
    `<rect x="110" y="210" width="580" height="26" rx="13" fill="${WOOD.plank}"/>` +
    [190, 330, 470, 610].map((x) => line(`M${x} 222V268`, WOOD.edge, 6)).join('') +
    spoon(190, 430, 62) +
    spoon(330, 440, 48) +
    spoon(470, 426, 66) +
    spoon(610, 434, 44)
  )
}

/** A picture frame that stands. */
export function frame({ p, cloth, band }: Brush): string {
  return (
    shadow(400, 840, 270, 30) +
    solid(box(170, 220, 460, 610, 14), cloth, 'fall') +
    `<path d="${box(170, 220, 460, 610, 14)}" fill="none" stroke="${p.deep}" stroke-width="8"/>` +
    `<path d="${box(244, 296, 312, 458, 4)}" fill="${band}"/>` +
    `<path d="${box(262, 314, 276, 422, 2)}" fill="${p.wall}"/>` +
    circle(450, 440, 48, p.accent) +
    `<path d="M262 640C320 540 380 560 420 610S500 600 538 560V736H262Z" fill="${p.glow}"/><path d="M262 690C340 640 440 650 538 640V736H262Z" fill="${p.main}" opacity=".7"/>`
  )
}

/** A piece of cloth behind glass, in a plain frame with a pale mount. */
export function framed({ p, cloth, band }: Brush): string {
  const edge = box(150, 170, 500, 620, 8)
  return (
    `<path d="${edge}" transform="translate(14 18)" fill="${p.deep}" opacity=".24"/>` +
    line('M400 70L250 172M400 70L550 172', p.deep, 4) +
    circle(400, 68, 9, p.deep) +
    solid(edge, WOOD.plank, 'fall') +
    `<path d="${box(186, 206, 428, 548, 2)}" fill="#fbf6ea"/>` +
    `<path d="${box(240, 260, 320, 440, 2)}" fill="${cloth}"/>` +
    `<path d="${box(240, 600, 320, 100, 2)}" fill="${band}"/>` +
    `<path d="${box(240, 260, 320, 440, 2)}" fill="url(#fall)"/>` +
    `<path d="M186 560L470 206H560L186 672Z" fill="#fff" opacity=".12"/>`
  )
}

/** A shelf for the wall with carved consoles. */
export function shelf({ p, cloth, band }: Brush): string {
  const console_ = (x: number) =>
    solid(
      `M${x} 560H${x + 90}C${x + 84} 640 ${x + 30} 640 ${x + 26} 740C${x + 10} 720 ${x} 700 ${x} 560Z`,
      cloth,
      'side',
    )
  return (
    console_(170) +
    moved('translate(800 0) scale(-1 1)', console_(170)) +
    `<rect x="110" y="570" width="580" height="40" fill="${p.deep}" opacity=".2"/>` +
    solid(box(100, 520, 600, 48, 8), band, 'fall') +
    solid('M170 520V380H330V520Z', p.main, 'side') +
    solid('M236 380C210 330 220 300 250 300S290 330 264 380Z', p.accent, 'side') +
    solid('M450 520C420 440 440 400 470 400H530C560 400 580 440 550 520Z', p.light, 'side') +
    line(
      'M500 400C490 330 450 300 430 260M500 400C510 320 550 300 560 250M500 400V240',
      '#75683f',
      6,
    ) +
    [
      [430, 256],
      [560, 246],
      [500, 232],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 18, p.accent))
      .join('')
  )
}
