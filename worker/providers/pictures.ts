/** The store of pictures: an R2 bucket with names of our own, so that nothing a visitor sends names a file. */
import type { PictureType } from '#worker/market/photos/picture'

export type Stored = { type: PictureType; bytes: Uint8Array }

export async function putPicture(files: R2Bucket, path: string, picture: Stored): Promise<void> {
  await files.put(path, picture.bytes, { httpMetadata: { contentType: picture.type } })
}

/** The first of these that is there, with its type; null when none is. */
export async function firstPicture(
  files: R2Bucket,
  paths: readonly string[],
): Promise<{ body: ReadableStream; type: string; etag: string } | null> {
  for (const path of paths) {
    const stored = await files.get(path)
    if (stored) {
      const type = stored.httpMetadata?.contentType ?? 'application/octet-stream'
      return { body: stored.body, type, etag: stored.httpEtag }
    }
  }
  return null
}
