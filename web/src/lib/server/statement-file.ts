/** A bank statement that a form brought, as the API wants it. */
import type { Typed } from '#lib/server/forms.ts'

/** Banks write UTF-8 or, some of them, Windows-1252. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Null where no file was chosen. */
export async function statementIn(form: FormData, typed: Typed) {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return null
  const { on = '', description = '', credit = '' } = typed
  const columns = on && description && credit ? { on, description, credit } : null
  return { fileName: file.name || 'mutasi.csv', text: await textOf(file), columns }
}
