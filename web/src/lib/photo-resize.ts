/**
 * A photo made small in the browser before it is sent: three widths and its mean colour. A camera's
 * picture of 5 MB becomes about 150 KB, and what the camera wrote into it stays behind.
 */
export const PHOTO_WIDTHS = [960, 640, 320] as const

export type ResizedPhoto = {
  sizes: Map<number, Blob>
  /** JPEG, which every chat can draw in its preview. */
  share: Blob
  /** `#a1b2c3`: shown wherever the photo has not come yet. */
  color: string
  /** An address for a preview; to be revoked. */
  preview: string
}

/** Refuses, by rejecting, what this browser cannot draw. */
export async function resizedPhoto(file: Blob): Promise<ResizedPhoto> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const sizes = new Map<number, Blob>()
    for (const width of PHOTO_WIDTHS) {
      if (width === PHOTO_WIDTHS[0] || picture.width >= width)
        sizes.set(width, await drawn(picture, width))
    }
    const large = sizes.get(PHOTO_WIDTHS[0])!
    const share = await drawn(picture, PHOTO_WIDTHS[0], 'image/jpeg')
    return { sizes, share, color: meanColor(picture), preview: URL.createObjectURL(large) }
  } finally {
    picture.close()
  }
}

/** The name of its part in the form; of several photos each has its number. */
export function partName(width: number, n: number): string {
  return `w${width}.${n}`
}

async function drawn(picture: ImageBitmap, most: number, type = 'image/webp'): Promise<Blob> {
  const width = Math.min(most, picture.width)
  const height = Math.max(1, Math.round((picture.height * width) / picture.width))
  const { canvas, pen } = canvasOf(width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, width, height)
  if (type === 'image/jpeg') return blobOf(canvas, type, 0.78)
  const webp = await blobOf(canvas, type, 0.8)
  // A browser that cannot write WebP answers with PNG, which is ten times as heavy as JPEG.
  return webp.type === 'image/webp' ? webp : blobOf(canvas, 'image/jpeg', 0.82)
}

function meanColor(picture: ImageBitmap): string {
  const { pen } = canvasOf(1, 1)
  pen.drawImage(picture, 0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
  return `#${[red, green, blue].map((one) => one.toString(16).padStart(2, '0')).join('')}`
}

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) throw new Error('this browser does not draw')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  return { canvas, pen }
}

function blobOf(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('not drawn')))
    canvas.toBlob(done, type, quality)
  })
}
