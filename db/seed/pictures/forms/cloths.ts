// Cloth: hung from a bar, folded, rolled, worn and sat upon.

import { box, circle, ellipse, line, moved, repeat, shadow, solid } from '#db/seed/pictures/strokes'
import type { Brush } from '#db/seed/pictures/strokes'

const fringe = (from: number, to: number, y: number, colour: string, length = 34) =>
  repeat(Math.floor((to - from) / 9), (index) => {
    const x = from + 5 + index * 9
    return line(
      `M${x} ${y}q${(index % 3) - 1} ${length / 2} ${((index * 5) % 5) - 2} ${length - (index % 3) * 4}`,
      colour,
      2.6,
    )
  })

/** A long cloth over a wooden bar. */
export function hung({ p, cloth, band }: Brush): string {
  const d =
    'M170 196H630C626 400 634 600 628 806C560 818 500 800 400 810S240 818 172 806C166 600 174 400 170 196Z'
  const border = (y: number, height: number) =>
    `<path d="M171 ${y}H629V${y + height}H171Z" fill="${band}"/>` +
    line(`M171 ${y}H629M171 ${y + height}H629`, p.light, 4)
  return (
    line('M250 120L400 60L550 120M250 120V190M550 120V190', p.deep, 4) +
    circle(400, 58, 8, p.deep) +
    `<path d="${d}" transform="translate(14 16)" fill="${p.deep}" opacity=".16"/>` +
    fringe(172, 630, 806, p.main, 54) +
    `<path d="${d}" fill="${cloth}"/>` +
    border(236, 96) +
    border(664, 96) +
    `<path d="${d}" fill="url(#fold)"/>` +
    `<rect x="120" y="180" width="560" height="24" rx="12" fill="#7a5533"/><rect x="120" y="183" width="560" height="6" rx="3" fill="#fff" opacity=".25"/>` +
    circle(122, 192, 18, '#5f4026') +
    circle(678, 192, 18, '#5f4026')
  )
}

/** A shawl over a peg, its two ends hanging at different lengths. */
export function scarf({ p, cloth, band }: Brush): string {
  const left = 'M360 170C300 210 260 300 262 420L250 800H404L410 360C412 300 430 240 452 210Z'
  const right =
    'M350 190C380 150 440 150 470 190C530 250 552 330 552 430L566 706H424L414 420C410 330 380 250 350 190Z'
  const end = (x: number, y: number, width: number) =>
    `<rect x="${x}" y="${y}" width="${width}" height="92" fill="${band}"/>` +
    line(`M${x} ${y}h${width}`, p.light, 4)
  return (
    fringe(250, 404, 800, p.main, 58) +
    solid(left, cloth, 'fold') +
    end(251, 700, 152) +
    `<path d="${left}" fill="url(#fold)"/>` +
    fringe(424, 566, 706, p.main, 58) +
    `<path d="${right}" transform="translate(-10 10)" fill="${p.deep}" opacity=".22"/>` +
    solid(right, cloth, 'fold') +
    end(424, 606, 141) +
    `<path d="${right}" fill="url(#fold)"/>` +
    `<path d="M350 190C380 150 440 150 470 190C440 176 390 178 350 190Z" fill="${p.deep}" opacity=".35"/>` +
    circle(410, 146, 17, '#6b4a2d') +
    circle(405, 141, 6, '#b58a5c')
  )
}

/** Three cloths folded, the upper one showing its pattern over the front. */
export function folded({ p, cloth, band }: Brush): string {
  const layer = (y: number, fill: string, inset: number) => {
    const d = `M${168 + inset} ${y}H${640 - inset}Q${664 - inset} ${y + 31} ${640 - inset} ${y + 62}H${168 + inset}Z`
    return (
      solid(d, fill, 'fall') +
      line(
        `M${168 + inset} ${y + 21}H${648 - inset}M${168 + inset} ${y + 42}H${648 - inset}`,
        p.deep,
        2,
        'opacity=".35"',
      )
    )
  }
  const front =
    'M150 470C200 462 560 462 606 470C620 560 616 650 622 764C560 774 300 772 166 764C150 660 156 560 150 470Z'
  const top = 'M206 372H620L606 474C500 464 260 464 150 474Z'
  return (
    shadow(400, 836, 330, 30) +
    layer(770, p.deep, 0) +
    layer(708, p.accent, 10) +
    layer(646, p.light, 4) +
    solid(top, cloth, 'fall') +
    `<path d="${top}" fill="#fff" opacity=".14"/>` +
    `<path d="${front}" fill="${cloth}"/>` +
    `<path d="M158 664C300 672 520 672 618 664L622 764C560 774 300 772 166 764Z" fill="${band}"/>` +
    line('M158 664C300 672 520 672 618 664', p.light, 4) +
    `<path d="${front}" fill="url(#fold)"/>` +
    fringe(168, 622, 766, p.main, 36)
  )
}

/** A bolt of cloth sold by the metre, its end let down. */
export function roll({ p, cloth, band }: Brush): string {
  const sheet =
    'M182 500H618C626 610 616 700 640 824C520 840 300 838 164 824C184 700 176 610 182 500Z'
  return (
    shadow(400, 838, 320, 30) +
    solid(sheet, cloth, 'fold') +
    `<path d="M166 780C300 796 520 796 634 780L640 824C520 840 300 838 164 824Z" fill="${band}"/>` +
    `<path d="M182 540C300 556 500 556 618 540V500H182Z" fill="${p.deep}" opacity=".35"/>` +
    `<rect x="150" y="360" width="500" height="180" rx="24" fill="${cloth}"/>` +
    `<rect x="150" y="360" width="500" height="180" rx="24" fill="url(#hollow)"/>` +
    ellipse(650, 450, 36, 90, p.light) +
    line('M650 384C676 390 680 450 668 486S632 512 630 456S650 414 656 446', p.deep, 5) +
    ellipse(150, 450, 36, 90, p.main) +
    ellipse(150, 450, 36, 90, 'url(#fall)')
  )
}

/** A short-sleeved shirt on a hanger. */
export function shirt({ p, cloth, band }: Brush): string {
  const body =
    'M330 236L250 268L128 410L226 492L262 452C268 560 262 700 254 812C340 828 460 828 546 812C538 700 532 560 538 452L574 492L672 410L550 268L470 236C450 282 350 282 330 236Z'
  const cuff = (d: string) => `<path d="${d}" fill="${band}"/>`
  return (
    line('M400 214C400 190 424 192 424 168C424 146 390 142 384 166', '#6b4a2d', 7) +
    line('M210 290Q400 170 590 290', '#8a6440', 12) +
    `<path d="${body}" transform="translate(12 16)" fill="${p.deep}" opacity=".18"/>` +
    solid(body, cloth, 'fold') +
    cuff('M128 410L226 492L246 470L146 388Z') +
    cuff('M672 410L574 492L554 470L654 388Z') +
    line('M400 284V820', p.deep, 4, 'opacity=".7"') +
    repeat(5, (index) => circle(410, 340 + index * 96, 7, p.light)) +
    `<path d="M330 236L400 288L350 330L306 246Z" fill="${p.main}"/><path d="M470 236L400 288L450 330L494 246Z" fill="${p.main}"/>` +
    `<path d="M330 236L400 288L350 330L306 246ZM470 236L400 288L450 330L494 246Z" fill="${p.deep}" opacity=".3"/>` +
    `<path d="${box(444, 424, 70, 78, 8)}" fill="none" stroke="${p.deep}" stroke-width="3" opacity=".45"/>`
  )
}

/** A loose outer garment, open in front. */
export function outer({ p, cloth, band }: Brush): string {
  const body =
    'M340 220L240 246L96 560L196 612L268 470V850H532V470L604 612L704 560L560 246L460 220L432 300H368Z'
  return (
    line('M120 208H680', '#7a5533', 14) +
    line('M400 208V150', p.deep, 4) +
    `<path d="${body}" transform="translate(12 16)" fill="${p.deep}" opacity=".17"/>` +
    solid(body, cloth, 'fold') +
    `<path d="M340 220L388 300L384 850H336V420Z" fill="${band}"/><path d="M460 220L412 300L416 850H464V420Z" fill="${band}"/>` +
    line('M388 300L384 850M412 300L416 850', p.light, 3) +
    `<path d="M384 850L388 300H412L416 850Z" fill="${p.deep}" opacity=".6"/>` +
    line('M96 560L196 612M704 560L604 612M268 836H336M464 836H532', p.light, 6)
  )
}

/** A square cushion leaning on the wall. */
export function cushion({ p, cloth, band }: Brush): string {
  const d =
    'M150 330C142 300 164 288 196 296C330 318 470 318 604 296C636 288 658 300 650 330C630 470 630 600 650 750C656 784 636 794 604 788C470 766 330 766 196 788C164 794 144 784 150 750C170 600 170 470 150 330Z'
  return (
    shadow(400, 806, 330, 34) +
    moved(
      'rotate(-3 400 540)',
      `<path d="${d}" fill="${cloth}"/>` +
        `<path d="M160 410C300 424 500 424 640 410V470C500 482 300 482 164 470ZM164 612C300 600 500 600 636 612L640 672C500 660 300 660 160 672Z" fill="${band}"/>` +
        `<path d="${d}" fill="url(#bulge)"/>` +
        `<path d="${d}" fill="none" stroke="${p.light}" stroke-width="9"/><path d="${d}" fill="none" stroke="${p.deep}" stroke-width="2" stroke-dasharray="3 9"/>` +
        [
          [156, 304],
          [644, 304],
          [150, 778],
          [650, 778],
        ]
          .map(
            ([x, y]) =>
              circle(x ?? 0, y ?? 0, 12, p.accent) +
              line(`M${x} ${y}v34M${x} ${y}l-8 32M${x} ${y}l8 32`, p.accent, 4),
          )
          .join(''),
    )
  )
}

/** A runner over the edge of a table, with a bowl upon it. */
export function runner({ p, cloth, band }: Brush): string {
  const top = 'M286 520H514L560 690H240Z'
  const drop = 'M240 690H560V880L400 930L240 880Z'
  return (
    `<path d="M40 690L150 520H650L760 690Z" fill="#a9835a"/><path d="M40 690L150 520H650L760 690Z" fill="url(#fall)"/>` +
    `<rect x="40" y="690" width="720" height="40" fill="#8a6440"/>` +
    `<rect x="80" y="730" width="44" height="270" fill="#8a6440"/><rect x="676" y="730" width="44" height="270" fill="#8a6440"/>` +
    solid(top, cloth, 'fall') +
    `<path d="${drop}" transform="translate(8 8)" fill="${p.deep}" opacity=".2"/>` +
    `<path d="${drop}" fill="${cloth}"/><path d="M240 790H560V880L400 930L240 880Z" fill="${band}"/>` +
    line('M240 790H560', p.light, 4) +
    `<path d="${drop}" fill="url(#fold)"/>` +
    line('M400 930V976M392 930L386 972M408 930L414 972', p.main, 5) +
    ellipse(400, 606, 120, 18, 'url(#cast)') +
    `<path d="M296 500C300 572 350 600 400 600S500 572 504 500Z" fill="${p.light}"/><path d="M296 500C300 572 350 600 400 600S500 572 504 500Z" fill="url(#side)"/>` +
    ellipse(400, 500, 104, 20, p.accent) +
    circle(362, 486, 30, p.main) +
    circle(430, 484, 34, p.accent) +
    circle(398, 470, 30, p.deep)
  )
}

/** A blanket thrown over a bench. */
export function throwOver({ p, cloth, band }: Brush): string {
  const d =
    'M236 410C330 396 470 396 566 410L604 470C600 560 610 660 604 790C540 804 470 784 400 796S260 806 200 792C196 660 204 560 200 470Z'
  return (
    shadow(400, 850, 350, 34) +
    repeat(
      2,
      (side) =>
        `<rect x="${side ? 636 : 128}" y="470" width="36" height="380" rx="6" fill="#7a5533"/>`,
    ) +
    `<rect x="100" y="438" width="600" height="52" rx="14" fill="#946a42"/>` +
    fringe(202, 604, 792, p.main, 46) +
    `<path d="${d}" fill="${cloth}"/><path d="M200 680H605V750H200Z" fill="${band}"/>` +
    line('M200 680H605M200 750H605', p.light, 4) +
    `<path d="M236 410C330 396 470 396 566 410L604 470H200Z" fill="#fff" opacity=".2"/>` +
    `<path d="${d}" fill="url(#fold)"/>`
  )
}
