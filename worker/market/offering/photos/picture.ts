/**
 * A picture as we keep it: JPEG, PNG or WebP by its content, whatever it calls itself, of 64 to 12,000
 * pixels a side, and without what nobody should publish by accident: place, device, time, thumbnails,
 * comments, anything behind the end. Everything else (SVG, GIF, HTML, what is cut off, what contradicts
 * itself) is refused with `picture-refused`. Pixels are never touched.
 */
import { Refusal } from '#worker/kernel/refusal'
import { refused, type Cleaned } from '#worker/market/offering/photos/container'
import { cleanJpeg, isJpeg } from '#worker/market/offering/photos/jpeg'
import { cleanPng, isPng } from '#worker/market/offering/photos/png'
import { cleanWebp, isWebp } from '#worker/market/offering/photos/webp'

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'

export type Picture = Cleaned & { type: PictureType }

export const MOST_BYTES = 8 * 1024 * 1024
const LEAST_SIDE = 64
const MOST_SIDE = 12_000
const MOST_PIXELS = 60_000_000

export function pictureFrom(given: Uint8Array): Picture {
  if (given.length > MOST_BYTES) throw new Refusal('too-large', 'A picture holds 8 MiB at most.')
  const [type, clean] = containerOf(given)
  const { width, height, bytes } = clean(given)
  if (Math.min(width, height) < LEAST_SIDE) throw refused(`at least ${LEAST_SIDE} pixels a side`)
  if (Math.max(width, height) > MOST_SIDE || width * height > MOST_PIXELS) {
    throw refused(`at most ${MOST_SIDE} pixels a side and ${MOST_PIXELS / 1e6} million in all`)
  }
  return { type, width, height, bytes }
}

function containerOf(bytes: Uint8Array): [PictureType, (bytes: Uint8Array) => Cleaned] {
  if (isJpeg(bytes)) return ['image/jpeg', cleanJpeg]
  if (isPng(bytes)) return ['image/png', cleanPng]
  if (isWebp(bytes)) return ['image/webp', cleanWebp]
  throw refused('a JPEG, PNG or WebP file')
}

/** The same picture in another size: the proportions agree within a pixel or two of rounding. */
export function sameShape(a: Picture, b: Picture): boolean {
  const expected = (b.width * a.height) / a.width
  return Math.abs(expected - b.height) <= 2 + 0.01 * b.height
}
