/** What a seller is told when somebody has reviewed something of hers. */
import type { Message } from '#worker/outbox/message'

type Written = {
  seller: { slug: string; phone: string }
  title: string
  stars: number
  url: string | null
}

export function reviewMessage({ seller, title, stars, url }: Written): Message {
  const text = `Ada ulasan ${stars} dari 5 bintang untuk ${title}. Balas sekali dengan sopan.`
  const body = url === null ? text : `${text} ${url}/seller/${seller.slug}/reviews`
  return { channel: 'whatsapp', destination: seller.phone, template: 'review-written', body }
}
