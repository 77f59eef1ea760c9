/** The store of pictures: an R2 bucket with names of our own; nothing a visitor sends names a file. */
import type { PictureType } from '#worker/market/offering/photos/picture'

export type Stored = { type: PictureType; bytes: Uint8Array }

export async function putPicture(files: R2Bucket, path: string, picture: Stored): Promise<void> {
  await files.put(path, picture.bytes, { httpMetadata: { contentType: picture.type } })
}

/** The first of these that is there, as it may be answered; null when none is. */
export async function firstPicture(
  files: R2Bucket,
  paths: readonly string[],
): Promise<{ answer: (headers: Record<string, string>) => Response; type: string } | null> {
  for (const path of paths) {
    const stored = await files.get(path)
    if (!stored) continue
    const type = stored.httpMetadata?.contentType ?? 'application/octet-stream'
    const known = { 'content-type': type, etag: stored.httpEtag }
    // The platform's stream and the browser's are one thing with two types.
    const body = stored.body as unknown as ConstructorParameters<typeof Response>[0]
    return { answer: (headers) => new Response(body, { headers: { ...known, ...headers } }), type }
  }
  return null
}
