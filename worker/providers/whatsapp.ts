/**
 * WhatsApp Cloud API: POST /{phone id}/messages. Who has not written to us within a day is reached by an
 * approved template only: one with a single parameter, which is given our text.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages
 */
import type { Message } from '#worker/outbox/message'
import type { Messenger } from '#worker/providers/messages'
import { oneLine, post } from '#worker/providers/post'

const META = 'https://graph.facebook.com/v23.0'

export type WhatsAppAccount = {
  token: string
  phoneId: string
  template?: string | undefined
  url?: string | undefined
}

export function whatsApp({ token, phoneId, template, url = META }: WhatsAppAccount): Messenger {
  return {
    async send(message) {
      const said = template ? asTemplate(template, message) : asText(message)
      await post(`${url}/${phoneId}/messages`, {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ messaging_product: 'whatsapp', to: message.destination, ...said }),
      })
    },
  }
}

const asText = ({ body }: Message) => ({ type: 'text', text: { body: body.slice(0, 4096) } })

/** A parameter may hold no line break (error 132018). */
function asTemplate(name: string, { body }: Message) {
  const parameters = [{ type: 'text', text: oneLine(body, 1024) }]
  const components = [{ type: 'body', parameters }]
  return { type: 'template', template: { name, language: { code: 'id' }, components } }
}
