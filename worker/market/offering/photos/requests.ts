/** How photos come in: one picture as the body, or a form with up to three sizes and a colour. */
import * as v from 'valibot'
import { id } from '#worker/http/fields'
import { malformed } from '#worker/http/parse'
import { Refusal } from '#worker/kernel/refusal'
import { refused } from '#worker/market/offering/photos/container'
import { WIDTHS, type Sizes } from '#worker/market/offering/photos/photo'
import { MOST_BYTES, pictureFrom, type Picture } from '#worker/market/offering/photos/picture'

export const PhotoOrderRequest = v.object({ order: v.array(id(), 'Give the ids in their order.') })

/** Three sizes and what a form adds around them. */
const MOST_OF_A_FORM = MOST_BYTES + 2 * 1024 * 1024

const COLOR = /^#[0-9a-f]{6}$/

export type SentPhoto = { sizes: Sizes; share: Picture | null; color: string | null }

export async function photoFrom(request: Request): Promise<SentPhoto> {
  const type = request.headers.get('content-type') ?? ''
  if (Number(request.headers.get('content-length') ?? 0) > MOST_OF_A_FORM) {
    throw new Refusal('too-large', 'A photo holds 8 MiB at most.')
  }
  if (/^multipart\/form-data/i.test(type)) return photoFromForm(await formOf(request))
  const whole = pictureFrom(new Uint8Array(await request.arrayBuffer()))
  return { sizes: { 960: whole }, share: null, color: null }
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw malformed([{ pointer: '', detail: 'This is not a form.' }])
  }
}

/** Parts `w960` (or `photo`, as it is), `w640`, `w320`, `share` for previews, and `color`: `#a1b2c3`. */
async function photoFromForm(form: FormData): Promise<SentPhoto> {
  const sizes: Sizes = {}
  for (const width of WIDTHS) {
    const part = form.get(`w${width}`) ?? (width === 960 ? form.get('photo') : null)
    if (part === null || typeof part === 'string' || part.size === 0) continue
    sizes[width] = pictureFrom(new Uint8Array(await part.arrayBuffer()))
  }
  const color = form.get('color')
  const part = form.get('share')
  const share = part instanceof File && part.size > 0 ? await sharedFrom(part) : null
  return { sizes, share, color: typeof color === 'string' && COLOR.test(color) ? color : null }
}

async function sharedFrom(part: File): Promise<Picture> {
  const picture = pictureFrom(new Uint8Array(await part.arrayBuffer()))
  if (picture.type !== 'image/webp') return picture
  throw refused('a JPEG or PNG file as `share`')
}
