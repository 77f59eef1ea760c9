/**
 * A photo of a product: one picture in up to three sizes, named by the width they are asked by. The browser
 * makes the sizes; a picture that came in one size alone stands in for the others. The first photo of a
 * product is its face in every list. A product has eight at most.
 */
import { Refusal, found } from '#worker/kernel/refusal'
import { refused } from '#worker/market/offering/photos/container'
import { sameShape, type Picture } from '#worker/market/offering/photos/picture'

export const WIDTHS = [960, 640, 320] as const
export type Width = (typeof WIDTHS)[number]

export const MOST_PHOTOS = 8

export type Photo = {
  id: string
  productId: string
  position: number
  width: number
  height: number
  /** Shown until the picture has come: its mean colour, `#a1b2c3`. */
  color: string | null
  bytes: number
  createdAt: number
}

export type Sizes = Partial<Record<Width, Picture>>

/** Where a size of a photo lies in the store. */
export function pathOf(id: string, width: Width): string {
  return `photos/${id}/${width}`
}

/** Where the picture lies that previews in chats show: JPEG or PNG, which all of them can draw. */
export function sharePathOf(id: string): string {
  return `photos/${id}/share`
}

/** All places that a photo may take. */
export function pathsOf(id: string): string[] {
  return [...WIDTHS.map((width) => pathOf(id, width)), sharePathOf(id)]
}

/** The photo that a place in the store belongs to. */
export function photoOfPath(path: string): string {
  return path.split('/')[1] ?? ''
}

/** Where the photos begin that were added at an instant or later: their ids are ordered by time. */
export function pathsSince(at: number): string {
  const hex = at.toString(16).padStart(12, '0')
  return `photos/${hex.slice(0, 8)}-${hex.slice(8)}`
}

export function isWidth(width: number): width is Width {
  return (WIDTHS as readonly number[]).includes(width)
}

type NewPhoto = { id: string; productId: string; color: string | null; createdAt: number }

/** The name of a photo is an id of ours. */
export const ID = /^[0-9a-f-]{36}$/

/** Which sizes may stand in for one that is asked for, itself first, then the larger ones. */
export function widthsFrom(width: Width): Width[] {
  return WIDTHS.filter((one) => one >= width).toSorted((a, b) => a - b)
}

/** The photo that is added behind those that are there. */
export function addPhoto(photos: readonly Photo[], sizes: Sizes, given: NewPhoto): Photo {
  if (photos.length >= MOST_PHOTOS) {
    throw new Refusal('picture-refused', `A product has ${MOST_PHOTOS} photos at most.`)
  }
  const large = sizes[960]
  if (!large) throw refused('sent as `w960`, or alone as the body')
  const smaller = [sizes[640], sizes[320]].filter((one) => one !== undefined)
  if (!smaller.every((one) => sameShape(large, one) && one.width <= large.width)) {
    throw refused('the same in each size')
  }
  const bytes = [large, ...smaller].reduce((total, one) => total + one.bytes.length, 0)
  const position = Math.max(0, ...photos.map((one) => one.position)) + 1
  return { ...given, position, width: large.width, height: large.height, bytes }
}

export function removePhoto(photos: readonly Photo[], id: string): Photo[] {
  found(
    photos.find((one) => one.id === id),
    'photo',
  )
  return photos.filter((one) => one.id !== id)
}

/** All photos of a product in another order; each is named exactly once. */
export function orderPhotos(photos: readonly Photo[], order: readonly string[]): Photo[] {
  const named = new Set(order)
  if (order.length !== photos.length || named.size !== photos.length) {
    throw new Refusal('outdated', 'The photos are others by now. Load the page again.')
  }
  return order.map((id, i) => ({
    ...found(
      photos.find((one) => one.id === id),
      'photo',
    ),
    position: i + 1,
  }))
}
