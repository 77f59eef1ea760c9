/**
 * A sentence in both languages, for what a person reads beside a field. Whoever knows the reader's
 * language says it; the rules only know what is to be said.
 */
export type Language = 'id' | 'en'
export type Sentence = Readonly<Record<Language, string>>

export const sentence = (id: string, en: string): Sentence => ({ id, en })

/** The sentence in the reader's language; plain text is said as it is. */
export function said(words: string | Sentence, language: Language): string {
  return typeof words === 'string' ? words : words[language]
}
