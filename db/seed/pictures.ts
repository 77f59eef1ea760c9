// Draws the pictures of the demo network's products: an original illustration each, put together
// from a form, a motif and a palette, always the same for the same product, and turned into WebP
// by sharp.

import sharp from 'sharp'
import { backdrops, laid, table } from '#db/seed/pictures/backdrops'
import type { BackdropName, SprigName } from '#db/seed/pictures/backdrops'
import { crowded, forms, hanging } from '#db/seed/pictures/forms/forms'
import type { FormName } from '#db/seed/pictures/forms/forms'
import { motifs } from '#db/seed/pictures/motifs/motifs'
import type { MotifName } from '#db/seed/pictures/motifs/motifs'
import { palettes } from '#db/seed/pictures/palettes'
import type { Palette, PaletteName } from '#db/seed/pictures/palettes'
import type { Tile } from '#db/seed/pictures/strokes'
import { TABLE } from '#db/seed/pictures/strokes'
import { chance } from '#db/seed/random'

export type Picture = {
  readonly form: FormName
  readonly motif: MotifName
  readonly palette: PaletteName
}

/** What all pictures of one shop have in common. */
export type Scene = { readonly backdrop: BackdropName; readonly sprig: SprigName }

export const PICTURE_WIDTHS = [960, 640, 320] as const

/** At most 40 KiB for a picture 640 wide. */
const BYTES_PER_COLUMN = 64

/** The picture of the product with this slug, 4 wide and 5 high, as SVG text. */
export function drawPicture(slug: string, picture: Picture, scene: Scene): string {
  const p = palettes[picture.palette]
  const luck = chance(slug)
  const motif = motifs[picture.motif]
  const scale = luck.between(88, 116) / 100
  const hangs = hanging.has(picture.form)
  const floor = hangs ? 905 : TABLE - 90
  const sprig = crowded.has(picture.form)
    ? ''
    : laid(scene.sprig, p, { chance: luck, y: hangs ? 940 : 905 })
  const body = forms[picture.form]({ p, cloth: 'url(#cloth)', band: 'url(#band)', chance: luck })
  const mirrored = luck.happens(0.5)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="1200" viewBox="0 0 800 1000"><defs>` +
    pattern('cloth', motif.cloth(p), scale) +
    pattern('band', motif.band(p), scale * 0.62) +
    shades(p) +
    `</defs><rect width="800" height="1000" fill="${p.wall}"/>` +
    flipped(mirrored, backdrops[scene.backdrop](p)) +
    `<rect width="800" height="1000" fill="url(#air)"/>` +
    table(p, floor) +
    flipped(mirrored, body) +
    sprig +
    `</svg>`
  )
}

/** The picture as WebP in every width of `PICTURE_WIDTHS`. */
export async function renderPicture(svg: string): Promise<Map<number, Uint8Array>> {
  const whole = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: whole.info.width, height: whole.info.height, channels: 3 } as const
  const sizes = PICTURE_WIDTHS.map(async (width): Promise<[number, Uint8Array]> => {
    const resized = await sharp(whole.data, { raw }).resize(width).raw().toBuffer()
    const height = Math.round((width * 5) / 4)
    return [width, await withinWeight(resized, { width, height, channels: 3 })]
  })
  return new Map(await Promise.all(sizes))
}

/** Fine weaves weigh more than a phone should load: they are packed a little harder. */
async function withinWeight(
  pixels: Uint8Array,
  raw: { width: number; height: number; channels: 3 },
): Promise<Uint8Array> {
  const most = raw.width * BYTES_PER_COLUMN
  const pack = (quality: number) => sharp(pixels, { raw }).webp({ quality, effort: 2 }).toBuffer()
  for (const quality of [76, 60]) {
    const packed = await pack(quality)
    if (packed.length <= most) return packed
  }
  return pack(42)
}

function pattern(id: string, { width, height, body, turn = 0 }: Tile, scale: number): string {
  return (
    `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse" ` +
    `patternTransform="rotate(${turn}) scale(${scale})">${body}</pattern>`
  )
}

function flipped(mirrored: boolean, body: string): string {
  return mirrored ? `<g transform="translate(800 0) scale(-1 1)">${body}</g>` : body
}

const stop = (at: number, colour: string, opacity: number) =>
  `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`

/** Light and shadow that every form lays over its colours. */
function shades(p: Palette): string {
  const linear = (id: string, way: string, stops: string) =>
    `<linearGradient id="${id}" ${way}>${stops}</linearGradient>`
  const radial = (id: string, stops: string, at = '') =>
    `<radialGradient id="${id}" ${at}>${stops}</radialGradient>`
  const across = 'x1="0" x2="1" y1="0" y2="0"'
  const down = 'x1="0" x2="0" y1="0" y2="1"'
  const folds = [0, 0.12, 0.22, 0.36, 0.5, 0.6, 0.74, 0.88, 1]
    .map((at, index) => (index % 2 ? stop(at, '#fff', 0.13) : stop(at, p.deep, 0.3)))
    .join('')
  return (
    linear(
      'side',
      across,
      stop(0, p.deep, 0.42) +
        stop(0.26, '#fff', 0.16) +
        stop(0.55, p.deep, 0.04) +
        stop(1, p.deep, 0.56),
    ) +
    linear('fall', down, stop(0, '#fff', 0.16) + stop(0.5, '#fff', 0) + stop(1, p.deep, 0.3)) +
    linear('fold', across, folds) +
    linear(
      'hollow',
      down,
      stop(0, p.deep, 0.45) +
        stop(0.3, '#fff', 0.2) +
        stop(0.6, p.deep, 0.1) +
        stop(1, p.deep, 0.55),
    ) +
    linear(
      'gleam',
      across,
      stop(0.18, '#fff', 0) + stop(0.27, '#fff', 0.22) + stop(0.36, '#fff', 0),
    ) +
    linear('air', down, stop(0, '#fff', 0.22) + stop(0.6, '#fff', 0) + stop(1, p.deep, 0.1)) +
    linear('tabletop', down, stop(0, '#fff', 0.2) + stop(0.4, '#fff', 0) + stop(1, p.deep, 0.28)) +
    radial(
      'bulge',
      stop(0, '#fff', 0.2) + stop(0.55, '#fff', 0) + stop(1, p.deep, 0.46),
      'cx=".4" cy=".36" r=".72"',
    ) +
    radial(
      'dish',
      stop(0, '#fff', 0.14) + stop(0.6, p.deep, 0.02) + stop(1, p.deep, 0.4),
      'cx=".54" cy=".6" r=".6"',
    ) +
    radial('lamp', stop(0, '#ffe9b0', 0.75) + stop(0.5, '#ffdf9a', 0.22) + stop(1, '#ffdf9a', 0)) +
    radial(
      'lustre',
      stop(0, '#fff', 0.8) +
        stop(0.45, '#f3d9d8', 0.3) +
        stop(0.75, '#b9b4c6', 0.45) +
        stop(1, '#7c6f78', 0.75),
      'cx=".36" cy=".34" r=".75"',
    ) +
    radial('cast', stop(0, p.deep, 0.5) + stop(0.6, p.deep, 0.24) + stop(1, p.deep, 0))
  )
}
