/** The photos of a form, each as the API takes it: in the sizes the browser made, or as it came. */
const MOST = 8

/** One form a photo. An empty file field means that none was chosen. */
export function photosIn(form: FormData): FormData[] {
  const made = Array.from({ length: MOST }, (_, n) => sizesOf(form, n)).filter((one) =>
    one.has('w960'),
  )
  if (made.length > 0) return made
  return form.getAll('photo').flatMap((file) => {
    if (typeof file === 'string' || file.size === 0) return []
    const photo = new FormData()
    photo.set('w960', file)
    return [photo]
  })
}

function sizesOf(form: FormData, n: number): FormData {
  const photo = new FormData()
  for (const name of ['w960', 'w640', 'w320', 'share', 'color']) {
    const part = form.get(`${name}.${n}`)
    if (part !== null) photo.set(name, part)
  }
  return photo
}
