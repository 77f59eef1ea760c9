// Bags: carried by hand, over the shoulder, from the head.

import {
  box,
  circle,
  curve,
  ellipse,
  line,
  moved,
  repeat,
  shadow,
  solid,
} from '#db/seed/pictures/strokes'
import type { Brush } from '#db/seed/pictures/strokes'

const handle = (d: string, p: Brush['p'], width = 20) =>
  line(d, p.deep, width) + line(d, p.accent, width - 8) + line(d, '#fff', 2.5, 'opacity=".25"')

export function tote({ p, cloth, band }: Brush): string {
  const d =
    'M180 430C320 442 480 442 620 430L656 800Q660 832 626 834C480 844 320 844 174 834Q140 832 144 800Z'
  return (
    shadow(400, 840, 320, 34) +
    handle('M300 440C290 190 510 190 500 440', { ...p, accent: p.deep }, 18) +
    `<path d="${d}" fill="${cloth}"/>` +
    `<path d="M160 640C320 652 480 652 640 640L648 720C480 732 320 732 152 720Z" fill="${band}"/>` +
    line('M160 640C320 652 480 652 640 640M152 720C320 732 480 732 648 720', p.deep, 3) +
    `<path d="${d}" fill="url(#side)"/>` +
    `<path d="M180 430C320 442 480 442 620 430L622 462C480 474 320 474 177 462Z" fill="${p.deep}"/>` +
    handle('M270 500C250 220 550 220 530 500', p) +
    [270, 530]
      .map(
        (x) =>
          `<rect x="${x - 20}" y="462" width="40" height="62" rx="8" fill="${p.deep}"/>` +
          circle(x, 482, 5, p.light) +
          circle(x, 508, 5, p.light),
      )
      .join('')
  )
}

export function clutch({ p, cloth, band }: Brush): string {
  const d = box(120, 470, 560, 320, 26)
  const flap = 'M120 500Q120 470 150 470H650Q680 470 680 500V590L400 700L120 590Z'
  return (
    shadow(400, 806, 320, 30) +
    moved(
      'rotate(-4 400 640)',
      solid(d, cloth, 'fall') +
        `<path d="${flap}" transform="translate(0 12)" fill="${p.deep}" opacity=".35"/>` +
        solid(flap, band, 'fall') +
        line('M122 590L400 700L678 590', p.light, 5) +
        circle(400, 676, 24, p.deep) +
        circle(400, 674, 20, p.accent) +
        circle(394, 668, 6, p.light) +
        line('M664 520C740 560 720 680 690 720', p.deep, 8) +
        line('M690 720l-16 70M690 720l0 74M690 720l16 70', p.accent, 6),
    )
  )
}

export function sling({ p, cloth, band }: Brush): string {
  const d =
    'M210 500Q210 476 236 476H564Q590 476 590 500V700C590 790 520 830 400 830S210 790 210 700Z'
  const flap =
    'M204 492Q204 462 236 462H564Q596 462 596 492V560C596 640 500 676 400 676S204 640 204 560Z'
  return (
    line('M222 490C120 330 240 130 410 130S690 330 578 490', p.deep, 16) +
    line('M222 490C120 330 240 130 410 130S690 330 578 490', p.accent, 7) +
    shadow(400, 838, 230, 30) +
    solid(d, band, 'side') +
    `<path d="${flap}" transform="translate(0 12)" fill="${p.deep}" opacity=".35"/>` +
    solid(flap, cloth, 'side') +
    `<path d="${flap}" fill="none" stroke="${p.light}" stroke-width="4" stroke-dasharray="10 7"/>` +
    `<rect x="376" y="640" width="48" height="72" rx="12" fill="${p.deep}"/>` +
    circle(400, 690, 11, p.accent) +
    circle(222, 492, 15, p.accent) +
    circle(578, 492, 15, p.accent)
  )
}

/** A round bag with a long strap, coiled from the middle outwards. */
export function roundBag({ p, chance }: Brush): string {
  const rings = [
    p.accent,
    p.light,
    p.deep,
    p.main,
    p.main,
    p.light,
    p.main,
    p.main,
    p.deep,
    p.light,
    p.accent,
    p.main,
    p.main,
  ]
  const lean = chance.between(0, 40)
  const coils = rings
    .map((colour, index) => {
      const r = 12 + index * 18
      return (
        `<circle cx="400" cy="586" r="${r}" fill="none" stroke="${colour}" stroke-width="15.5" ` +
        `stroke-dasharray="13 2.6" stroke-dashoffset="${lean + index * 5}"/>` +
        `<circle cx="400" cy="586" r="${r - 3.5}" fill="none" stroke="#fff" stroke-width="2.6" opacity=".2" stroke-dasharray="8 7.6"/>`
      )
    })
    .join('')
  const strap = 'M186 520C110 300 250 110 410 110S700 300 614 520'
  return (
    line(strap, p.deep, 15) +
    line(strap, p.accent, 6) +
    shadow(400, 838, 190, 28) +
    circle(400, 588, 242, p.deep) +
    coils +
    circle(400, 586, 242, 'url(#bulge)') +
    `<rect x="382" y="336" width="36" height="74" rx="10" fill="${p.deep}"/>` +
    circle(400, 392, 11, p.accent) +
    circle(186, 520, 14, p.accent) +
    circle(614, 520, 14, p.accent)
  )
}

export function backpack({ p, cloth, band }: Brush): string {
  const d =
    'M220 400C220 300 300 250 400 250S580 300 580 400V780Q580 836 526 836H274Q220 836 220 780Z'
  return (
    shadow(400, 842, 260, 32) +
    line('M360 254C356 190 444 190 440 254', p.deep, 14) +
    line('M226 430C160 470 160 720 226 780M574 430C640 470 640 720 574 780', p.deep, 20) +
    solid(d, cloth, 'side') +
    `<path d="M222 392C222 300 300 250 400 250S578 300 578 392C560 470 470 500 400 500S240 470 222 392Z" fill="${band}"/>` +
    line('M222 392C240 470 330 500 400 500S560 470 578 392', p.light, 4) +
    solid(box(272, 580, 256, 200, 30), band, 'fall') +
    line('M272 640H528', p.deep, 5) +
    circle(400, 640, 9, p.accent) +
    `<rect x="380" y="470" width="40" height="84" rx="10" fill="${p.deep}"/>` +
    circle(400, 530, 9, p.accent)
  )
}

/** A string bag hung by its strap from a peg, as a noken is; `inside` looks out of its mouth. */
export function noken({ p, cloth, chance }: Brush, inside = ''): string {
  const drop = chance.between(-24, 18)
  const wide = chance.between(-14, 22)
  const d =
    `M226 500Q400 596 574 500C${640 + wide} ${600 + drop} ${654 + wide} ${850 + drop} ` +
    `400 ${868 + drop}C${146 - wide} ${850 + drop} ${160 - wide} ${600 + drop} 226 500Z`
  const strap = 'M400 140C330 240 262 370 228 506M400 140C470 240 538 370 572 506'
  const tassel = (index: number) => {
    const from = 310 + index * 30
    const y = 862 + drop - Math.abs(index - 3) ** 2 * 4
    return line(
      `M${from} ${y}q${(index - 3) * 2} 24 ${(index - 3) * 4} 44`,
      index % 2 ? p.accent : p.light,
      5,
    )
  }
  return (
    circle(400, 132, 16, '#6b4a2d') +
    circle(395, 127, 6, '#b58a5c') +
    line(strap, p.deep, 26) +
    line(strap, p.light, 14, 'stroke-dasharray="5 9"') +
    `<path d="M226 500C300 462 500 462 574 500Q400 610 226 500Z" fill="${p.deep}"/>` +
    inside +
    `<path d="${d}" transform="translate(12 14)" fill="${p.deep}" opacity=".2"/>` +
    solid(d, cloth, 'side') +
    line('M226 500Q400 596 574 500', p.deep, 16) +
    line('M226 500Q400 596 574 500', p.accent, 9) +
    line('M226 516Q400 612 574 516', p.light, 6, 'stroke-dasharray="4 8"') +
    repeat(7, tassel)
  )
}

/** A bag drawn close at the mouth. */
export function bucket({ p, cloth, band }: Brush): string {
  const d = `M250 480${curve([
    [250, 480],
    [216, 600],
    [206, 700],
    [232, 836],
  ])}Q400 866 568 836${curve([
    [568, 836],
    [594, 700],
    [584, 600],
    [550, 480],
  ])}Q400 510 250 480Z`
  return (
    shadow(400, 848, 260, 32) +
    line('M262 500C230 240 570 240 538 500', p.deep, 15) +
    line('M262 500C230 240 570 240 538 500', p.accent, 6) +
    `<path d="${d}" fill="${cloth}"/><path d="M204 680Q400 716 596 680L592 770Q400 806 210 770Z" fill="${band}"/>` +
    line('M204 680Q400 716 596 680M210 770Q400 806 592 770', p.light, 4) +
    `<path d="${d}" fill="url(#side)"/>` +
    repeat(9, (index) =>
      line(
        `M${270 + index * 33} ${494 + Math.sin((index / 8) * 3.14) * 14}v40`,
        p.deep,
        4,
        'opacity=".5"',
      ),
    ) +
    ellipse(400, 482, 150, 22, p.deep) +
    line('M256 530Q400 566 544 530', p.accent, 7) +
    line('M380 556C350 600 356 640 340 680M400 558C420 600 410 640 420 690', p.accent, 6) +
    circle(340, 684, 10, p.deep) +
    circle(420, 694, 10, p.deep)
  )
}

/** A noken carried full: greens, a taro and a bamboo flute look out. */
export function nokenFull(brush: Brush): string {
  const leaf = (x: number, turn: number, fill: string) =>
    moved(
      `translate(${x} 520) rotate(${turn})`,
      `<path d="M0 0C60 -40 60 -120 0 -170C-60 -120 -60 -40 0 0Z" fill="${fill}"/>` +
        line('M0 -6V-150', '#fff', 3, 'opacity=".35"'),
    )
  const inside =
    `<rect x="480" y="300" width="26" height="240" rx="10" fill="#a9835a" transform="rotate(12 493 420)"/>` +
    leaf(318, -30, '#5f7446') +
    leaf(376, -8, '#7c8f58') +
    leaf(428, 12, '#6a8052') +
    ellipse(508, 500, 44, 58, '#9b5a4a')
  return noken(brush, inside)
}

/** Two small nokens for a telephone, one before the other. */
export function nokenPair(brush: Brush): string {
  const { p, band } = brush
  const one = noken(brush)
  return (
    line('M120 118H680', '#7a5533', 18) +
    moved(
      'translate(20 60) scale(.62)',
      noken({ ...brush, p: { ...p, light: p.wall }, cloth: band }),
    ) +
    moved('translate(270 60) scale(.74)', one)
  )
}

/** Small zipped purses, one behind the other. */
export function pouch({ p, cloth, band }: Brush): string {
  const purse = (fill: string, other: string) =>
    solid(box(-190, -130, 380, 260, 30), fill, 'fall') +
    `<rect x="-190" y="-96" width="380" height="10" fill="${p.deep}"/>` +
    line('M-180 -91H180', p.light, 3, 'stroke-dasharray="3 6"') +
    `<rect x="-190" y="60" width="380" height="42" fill="${other}"/>` +
    circle(176, -91, 12, p.accent) +
    line('M180 -84l16 62M184 -84l0 66M178 -84l32 52', p.accent, 5)
  return (
    shadow(400, 826, 320, 32) +
    moved('translate(360 480) rotate(-7)', purse(band, p.accent)) +
    `<g transform="translate(440 676) rotate(4)"><path d="${box(-194, -124, 388, 264, 30)}" fill="${p.deep}" opacity=".25"/></g>` +
    moved('translate(440 672) rotate(4)', purse(cloth, band))
  )
}
