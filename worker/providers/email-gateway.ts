/**
 * E-mail over HTTP, in the shape that Resend made usual: POST { from, to, subject, text } with a bearer
 * token, and the message's id as the Idempotency-Key, so that a repeat is not sent twice.
 */
import type { Messenger } from '#worker/providers/messages'
import { oneLine, post } from '#worker/providers/post'

type Account = { url: string; token: string; from: string }

export function emailGateway({ url, token, from }: Account): Messenger {
  return {
    async send({ id, destination, body }) {
      await post(url, {
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': id,
        },
        body: JSON.stringify({
          from: oneLine(from, 200),
          to: [oneLine(destination, 254)],
          subject: subjectOf(body),
          text: body,
        }),
      })
    },
  }
}

/** The first line of the text, cut at a word. */
function subjectOf(body: string): string {
  const first = oneLine(body.split('\n')[0] ?? '', 200)
  if (first.length <= 78) return first
  return `${first.slice(0, first.lastIndexOf(' ', 76))} …`
}
