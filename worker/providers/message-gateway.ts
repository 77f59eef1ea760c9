/**
 * A gateway to WhatsApp or SMS as Fonnte and Wablas offer it: a form with number and message, the token in
 * the Authorization header. Fonnte names the number `target`, Wablas `phone`; both are given. Such
 * gateways answer 200 to what they refuse, with `status: false` in the body.
 */
import type { Messenger } from '#worker/providers/messages'
import { post, Refused } from '#worker/providers/post'

export function messageGateway({ url, token }: { url: string; token: string }): Messenger {
  return {
    async send({ destination, body }) {
      const answer = await post(url, {
        headers: {
          authorization: token,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ target: destination, phone: destination, message: body }),
      })
      if (isRefusal(answer)) throw new Refused(`${new URL(url).host} refused the message`)
    },
  }
}

function isRefusal(answer: unknown): boolean {
  if (answer === null || typeof answer !== 'object' || !('status' in answer)) return false
  return answer.status === false || answer.status === 'false'
}
