/** The reader's language: Indonesian when she asks for it first, English for programs that ask for none. */
import * as v from 'valibot'
import { said, sentence, type Language } from '#worker/kernel/sentence'

export function languageOf(request: Request): Language {
  return /^\s*id\b/i.test(request.headers.get('accept-language') ?? '') ? 'id' : 'en'
}

/** A schema's message in both languages. */
export function says(id: string, en: string) {
  const words = sentence(id, en)
  return (issue: v.BaseIssue<unknown>) => said(words, issue.lang === 'id' ? 'id' : 'en')
}

// What a schema without words of its own says to an Indonesian reader.
v.setGlobalMessage(() => 'Isian ini belum ada atau belum benar.', 'id')
