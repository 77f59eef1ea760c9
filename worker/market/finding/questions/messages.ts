/** What the seller is told of a question, and who asked of its answer. */
import type { Message } from '#worker/outbox/message'

type Asked = { seller: { slug: string; phone: string }; title: string; url: string | null }

export function askedMessage({ seller, title, url }: Asked): Message {
  const text = `Ada pertanyaan tentang ${title}. Jawaban Anda dibaca semua pembeli.`
  const body = url === null ? text : `${text} ${url}/seller/${seller.slug}/questions`
  return { channel: 'whatsapp', destination: seller.phone, template: 'question-asked', body }
}

type Answered = {
  asker: { phone: string | null; email: string | null; locale: 'id' | 'en' }
  product: { slug: string; title: string }
  url: string | null
}

export function answeredMessages({ asker, product, url }: Answered): Message[] {
  const destination = asker.phone ?? asker.email
  if (destination === null) return []
  const words = {
    id: `Pertanyaan Anda tentang ${product.title} sudah dijawab.`,
    en: `Your question about ${product.title} has been answered.`,
  }[asker.locale]
  const page = `${asker.locale === 'en' ? '/en' : ''}/products/${product.slug}#questions`
  const body = url === null ? words : `${words} ${url}${page}`
  const channel = asker.phone ? 'whatsapp' : 'email'
  return [{ channel, destination, template: 'question-answered', body }]
}
