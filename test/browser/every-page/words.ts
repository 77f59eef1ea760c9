/** What no reader should meet on a page, whatever the page is about. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

export type Language = 'id' | 'en'

const read = (language: Language): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(`web/messages/${language}`).map(
      (file) => JSON.parse(readFileSync(`web/messages/${language}/${file}`, 'utf8')) as object,
    ),
  )
const WORDS = { id: read('id'), en: read('en') }
const KEYS = new Set(Object.keys(WORDS.id))

/** Sentences of the other language that the one in hand does not use itself. */
const foreign = (language: Language): Set<string> => {
  const own = new Set(Object.values(WORDS[language]).map(String))
  const others = Object.values(WORDS[language === 'id' ? 'en' : 'id']).map(String)
  return new Set(others.filter((words) => words.length > 3 && !own.has(words)))
}
const FOREIGN = { id: foreign('id'), en: foreign('en') }

const WRONG: readonly [string, RegExp][] = [
  ['a value that is none', /\b(undefined|NaN|null|Infinity)\b|\[object |Invalid Date/],
  ['a hole in a sentence', /\{\w+\}/],
  ['a bare number of a phone', /(?<!\d)\+?62\d{8,}/],
  ['a bare instant or date', /\b20\d\d-\d\d-\d\d\b/],
  ['an amount without dots', /Rp ?\d{4,}/],
]

/** Texts of the page that are wrong, each with what is wrong about it. */
export async function wrongWords(page: Page, language: Language): Promise<string[]> {
  const texts = await textsOf(page)
  return texts.flatMap(({ text, says }) => {
    const wrong = WRONG.filter(([, pattern]) => pattern.test(text)).map(([what]) => what)
    if (KEYS.has(text)) wrong.push('the key of a message')
    if (!says && FOREIGN[language].has(text)) wrong.push('words of the other language')
    return wrong.map((what) => `${what}: ${text}`)
  })
}

type Text = {
  text: string
  /** Whether it says that it is in a language of its own. */
  says: boolean
}

/** Each piece of text that a reader may see, or hear instead of a picture. */
function textsOf(page: Page): Promise<Text[]> {
  return page.evaluate(() => {
    const texts = [{ text: document.title, says: false }]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (!parent?.closest('script, style, template, code, pre, textarea')) {
        const says = Boolean(parent?.closest('body [lang]'))
        texts.push({ text: walker.currentNode.textContent ?? '', says })
      }
    }
    for (const one of document.querySelectorAll('[aria-label], [alt], [placeholder]')) {
      for (const name of ['aria-label', 'alt', 'placeholder'])
        texts.push({ text: one.getAttribute(name) ?? '', says: false })
    }
    return texts
      .map(({ text, says }) => ({ text: text.replace(/\s+/g, ' ').trim(), says }))
      .filter(({ text }) => text !== '')
  })
}
