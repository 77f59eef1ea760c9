/**
 * Words of strangers, shown to everyone: plain text of bounded length, without letters that cannot be seen
 * (zero width, marks that turn the direction of text), which are taken out rather than refused: a phone
 * puts them in by itself.
 */
import * as v from 'valibot'
import { text } from '#worker/http/fields'
import { says } from '#worker/http/language'

const UNSEEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e]/g
const UNSEEN_TOO = /[\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]/g

export function plainWords(most: number, least = 1) {
  return v.pipe(
    v.string(says('Tulis sesuatu di sini.', 'Write text.')),
    v.transform((given) =>
      given
        .normalize('NFC')
        .replace(UNSEEN, '')
        .replace(UNSEEN_TOO, '')
        .replace(/\r\n?/g, '\n')
        .replace(/\n{3,}/g, '\n\n'),
    ),
    text(most, least),
  )
}
