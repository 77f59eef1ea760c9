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

/** A string bag hung by its strap from a peg, as a noken is. */
export function noken({ p, cloth, chance }: Brush): string {
  const drop = chance.between(-20, 16)
  const d = `M236 520C250 500 550 500 564 520C620 ${640 + drop} 600 ${800 + drop} 400 ${840 + drop}C200 ${800 + drop} 180 ${640 + drop} 236 520Z`
  return (
    circle(400, 132, 16, '#6b4a2d') +
    circle(395, 127, 6, '#b58a5c') +
    line('M400 140C330 250 270 380 240 524M400 140C470 250 530 380 560 524', p.deep, 24) +
    line(
      'M400 140C330 250 270 380 240 524M400 140C470 250 530 380 560 524',
      p.light,
      13,
      'stroke-dasharray="5 9"',
    ) +
    `<path d="${d}" transform="translate(14 18)" fill="${p.deep}" opacity=".2"/>` +
    solid(d, cloth, 'side') +
    `<path d="M236 520C250 500 550 500 564 520C556 552 244 552 236 520Z" fill="${p.deep}"/>` +
    line('M236 520C250 500 550 500 564 520', p.accent, 12) +
    line('M238 526C260 556 540 556 562 526', p.light, 7, 'stroke-dasharray="4 8"') +
    repeat(7, (index) =>
      line(
        `M${310 + index * 30} ${836 + drop - Math.abs(index - 3) * 7}q${(index - 3) * 2} 30 ${(index - 3) * 4} 58`,
        index % 2 ? p.accent : p.light,
        5,
      ),
    )
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
