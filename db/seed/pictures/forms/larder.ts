// Food and drink as it is packed: coffee, sugar, honey, spice.

import {
  box,
  circle,
  ellipse,
  hoop,
  line,
  moved,
  repeat,
  shadow,
  solid,
  turned,
  within,
} from '#db/seed/pictures/strokes'
import type { Brush } from '#db/seed/pictures/strokes'

/** A mark of three leaves under a sun, in place of a name. */
function mark(p: Brush['p'], x: number, y: number, size: number): string {
  const leaf = (turn: number, length: number, fill: string) =>
    moved(
      `translate(0 30) rotate(${turn})`,
      `<path d="M0 0C${length * 0.42} -${length * 0.3} ${length * 0.34} -${length * 0.75} 0 -${length}C-${length * 0.34} -${length * 0.75} -${length * 0.42} -${length * 0.3} 0 0Z" fill="${fill}"/>`,
    )
  const leaves = leaf(-58, 58, p.main) + leaf(58, 58, p.main) + leaf(0, 56, p.deep)
  const ground = line('M-46 36H46', p.deep, 4)
  return moved(
    `translate(${x} ${y}) scale(${size})`,
    circle(0, -42, 14, p.accent) + leaves + ground,
  )
}

const bean = (x: number, y: number, turn: number, fill = '#5a3620') =>
  moved(
    `translate(${x} ${y}) rotate(${turn})`,
    ellipse(0, 0, 17, 12, fill) + line('M-14 2C-4 -6 4 6 14 -2', '#2f1a0e', 3),
  )

const beans = (y: number) =>
  [
    [-210, 6, 20],
    [-176, 20, -30],
    [-232, 30, 60],
    [206, 10, -20],
    [170, 26, 35],
    [238, 32, 80],
    [-140, 34, 10],
  ]
    .map(([x = 0, dy = 0, turn = 0]) => bean(400 + x, y + dy, turn))
    .join('')

/** A standing bag with folded sides and a clip of tin. */
function bag({ p, cloth, band }: Brush): string {
  const d = 'M240 262H560L578 800Q580 834 548 836H252Q220 834 222 800Z'
  return (
    shadow(400, 842, 250, 34) +
    solid(d, p.main, 'fall') +
    `<path d="M240 262L222 800Q220 834 252 836L276 300Z" fill="#000" opacity=".16"/><path d="M560 262L578 800Q580 834 548 836L524 300Z" fill="#000" opacity=".16"/>` +
    `<path d="M232 470H568L573 700H226Z" fill="${cloth}"/><path d="M230 440H569V474H230ZM227 696H573V730H227Z" fill="${band}"/>` +
    solid(box(300, 500, 200, 170, 14), p.light, 'fall') +
    mark(p, 400, 592, 1.35) +
    `<rect x="232" y="236" width="336" height="40" rx="6" fill="${p.deep}"/><rect x="212" y="248" width="376" height="14" rx="7" fill="${p.accent}"/>` +
    circle(400, 366, 15, p.deep) +
    circle(400, 366, 8, p.light)
  )
}

export function coffeeBag(brush: Brush): string {
  return bag(brush) + beans(836)
}

/** The same bag with slices of fried banana before it. */
export function snackBag(brush: Brush): string {
  const slices = [
    [190, 842, -14],
    [236, 862, 20],
    [148, 866, 8],
    [606, 846, 16],
    [652, 866, -10],
  ]
    .map(([x = 0, y = 0, turn = 0]) =>
      moved(
        `translate(${x} ${y}) rotate(${turn})`,
        ellipse(0, 4, 40, 17, 'rgba(0,0,0,.2)') +
          ellipse(0, 0, 40, 16, '#d9a441') +
          ellipse(0, -1, 31, 11, '#efc873') +
          ellipse(-6, -1, 5, 2, '#a8752a') +
          ellipse(8, -2, 5, 2, '#a8752a'),
      ),
    )
    .join('')
  return bag(brush) + slices
}

/** A small and a large bag side by side. */
export function bagPair(brush: Brush): string {
  const one = coffeeBag(brush)
  return moved('translate(-70 140) scale(.83)', one) + moved('translate(330 356) scale(.575)', one)
}

/** A jute sack, its mouth rolled down over the beans. */
export function sack({ p, cloth, band }: Brush): string {
  const d = 'M190 480C170 600 160 720 186 836C300 852 500 852 614 836C640 720 630 600 610 480Z'
  const grains = repeat(34, (index) =>
    bean(
      230 + ((index * 71) % 345),
      436 + ((index * 37) % 54) - (index % 2 ? 18 : 0),
      index * 47,
      index % 2 ? p.deep : p.main,
    ),
  )
  return (
    shadow(400, 844, 280, 32) +
    ellipse(400, 470, 206, 60, p.deep) +
    grains +
    solid(d, cloth, 'side') +
    `<path d="M172 640C300 660 500 660 628 640V720C500 740 300 740 168 720Z" fill="${band}"/>` +
    `<path d="${d}" fill="url(#fold)"/>` +
    mark(p, 400, 600, 0.9) +
    `<path d="M176 470C160 500 170 540 200 540C300 566 500 566 600 540C630 540 640 500 624 470C600 520 500 530 400 530S200 520 176 470Z" fill="${p.light}"/><path d="M176 470C160 500 170 540 200 540C300 566 500 566 600 540C630 540 640 500 624 470C600 520 500 530 400 530S200 520 176 470Z" fill="url(#side)"/>`
  )
}

/** A glass jar with a cloth over the lid. */
export function glassJar({ p, cloth, band }: Brush): string {
  const d =
    'M240 420C226 440 218 460 218 490V780Q218 836 274 836H526Q582 836 582 780V490C582 460 574 440 560 420Z'
  const fill = 'M230 520C300 506 500 506 570 520V780Q570 824 526 824H274Q230 824 230 780Z'
  return (
    shadow(400, 842, 250, 32) +
    `<path d="${d}" fill="#fff" opacity=".55"/>` +
    solid(fill, p.main, 'side') +
    repeat(40, (index) =>
      circle(
        246 + ((index * 67) % 310),
        540 + ((index * 41) % 260),
        3 + (index % 3),
        index % 2 ? p.light : p.deep,
      ).replace('/>', ' opacity=".5"/>'),
    ) +
    solid(box(268, 590, 264, 170, 12), p.light, 'fall') +
    `<rect x="268" y="728" width="264" height="32" fill="${band}"/>` +
    mark(p, 400, 664, 1.15) +
    `<path d="M246 440V780" stroke="#fff" stroke-width="14" opacity=".5" stroke-linecap="round"/>` +
    solid(
      'M232 330Q400 300 568 330L588 430C560 450 540 424 510 444S450 424 420 444S360 424 330 444S270 424 212 432Z',
      cloth,
      'side',
    ) +
    line('M232 392Q400 420 568 392', p.accent, 9) +
    line('M400 406C370 440 366 470 350 490M400 406C430 440 440 460 452 488', p.accent, 6)
  )
}

export function bottle({ p, cloth, band }: Brush): string {
  const d = turned([
    [300, 46],
    [400, 46],
    [460, 74],
    [530, 126],
    [680, 132],
    [828, 126],
  ])
  return (
    shadow(400, 846, 200, 30) +
    solid(d, p.deep, 'side') +
    within(
      'bottle',
      d,
      hoop(560, 134, cloth, 190) + hoop(540, 134, band, 22) + hoop(750, 134, band, 22),
    ) +
    `<path d="${d}" fill="url(#side)"/><path d="${d}" fill="url(#gleam)"/>` +
    solid(box(330, 590, 140, 140, 70), p.light, 'fall') +
    mark(p, 400, 664, 0.95) +
    `<rect x="350" y="236" width="100" height="72" rx="10" fill="#a9835a"/><rect x="350" y="236" width="100" height="72" rx="10" fill="url(#side)"/>` +
    line('M354 360Q400 376 446 360', p.accent, 8)
  )
}

export function tin({ p, cloth, band }: Brush): string {
  const d = turned([
    [350, 176],
    [400, 176],
    [700, 176],
    [820, 176],
  ])
  return (
    shadow(400, 852, 250, 30) +
    `<path d="${d}" fill="${cloth}"/>` +
    within('tin', d, hoop(350, 176, band, 44) + hoop(760, 176, band, 60)) +
    `<path d="${d}" fill="url(#side)"/><path d="${d}" fill="url(#gleam)"/>` +
    circle(400, 624, 104, p.light) +
    `<circle cx="400" cy="624" r="94" fill="none" stroke="${p.accent}" stroke-width="6"/>` +
    mark(p, 400, 630, 1.2) +
    ellipse(400, 350, 176, 28, p.light) +
    ellipse(400, 346, 158, 23, p.main) +
    circle(400, 338, 20, p.accent)
  )
}

/** A carton with its lid ajar, a sachet beside it. */
export function carton({ p, cloth, band }: Brush): string {
  return (
    shadow(400, 834, 330, 34) +
    solid('M560 440L650 400V780L560 828Z', p.main, 'fall') +
    `<path d="M560 440L650 400V780L560 828Z" fill="#000" opacity=".2"/>` +
    solid(box(210, 440, 350, 388, 6), cloth, 'fall') +
    `<path d="M210 440L300 400H650L560 440Z" fill="${p.light}"/>` +
    `<rect x="210" y="736" width="350" height="60" fill="${band}"/>` +
    solid(box(270, 510, 230, 190, 14), p.light, 'fall') +
    mark(p, 385, 612, 1.4) +
    moved(
      'translate(170 720) rotate(-9)',
      shadow(0, 116, 110, 16) +
        solid(box(-84, -110, 168, 226, 8), p.accent, 'fall') +
        `<rect x="-84" y="-110" width="168" height="24" fill="${p.deep}"/>` +
        circle(0, 10, 46, p.light) +
        mark(p, 0, 16, 0.6),
    )
  )
}

/** Half-round blocks of palm sugar, bound in dry leaf. */
export function sugarBlocks({ p, cloth }: Brush): string {
  const block = (x: number, y: number, size: number) =>
    moved(
      `translate(${x} ${y}) scale(${size})`,
      shadow(0, 66, 150, 20) +
        solid('M-130 60A130 124 0 0 1 130 60Q0 96 -130 60Z', p.main, 'side') +
        ellipse(-40, -20, 26, 12, '#fff3').replace('/>', ' transform="rotate(-30)"/>') +
        `<path d="M-34 -60Q0 -72 34 -60L44 78Q0 88 -44 78Z" fill="${cloth}"/><path d="M-34 -60Q0 -72 34 -60L44 78Q0 88 -44 78Z" fill="url(#fall)"/>` +
        line('M-130 30Q0 62 130 30', p.accent, 7) +
        line('M-10 42l-24 26M10 42l24 26', p.accent, 6),
    )
  return (
    `<path d="M90 820C160 740 640 740 710 820C640 880 160 880 90 820Z" fill="#71875a"/>` +
    line('M90 820H710', '#5f7446', 5) +
    block(280, 730, 0.95) +
    block(530, 740, 0.95) +
    block(405, 570, 0.95)
  )
}

/** A bowl of powder with a wooden spoon. */
export function powder({ p, cloth, band }: Brush): string {
  const d = 'M170 600C176 740 280 828 400 828S624 740 630 600Z'
  return (
    shadow(400, 838, 240, 30) +
    ellipse(400, 600, 232, 62, p.deep) +
    `<path d="M186 600C240 470 330 410 400 400C480 412 560 480 614 600C560 650 240 650 186 600Z" fill="${p.main}"/><path d="M186 600C240 470 330 410 400 400C480 412 560 480 614 600C560 650 240 650 186 600Z" fill="url(#side)"/>` +
    repeat(46, (index) =>
      circle(
        250 + ((index * 61) % 300),
        500 + ((index * 43) % 110),
        2.6,
        index % 2 ? p.light : p.deep,
      ).replace('/>', ' opacity=".55"/>'),
    ) +
    solid(d, cloth, 'side') +
    `<path d="M174 650C300 700 500 700 626 650L616 700C500 750 300 750 184 700Z" fill="${band}"/><path d="${d}" fill="url(#side)"/>` +
    line('M170 600A232 62 0 0 0 630 600', p.light, 9) +
    moved(
      'rotate(38 560 460)',
      `<rect x="546" y="210" width="26" height="240" rx="12" fill="#8a6440"/>` +
        ellipse(559, 470, 40, 54, '#8a6440') +
        ellipse(559, 466, 28, 40, p.main),
    )
  )
}
