/**
 * `npm run examples`: asks the demo network what the documentation shows of each noun, and writes the
 * answers into worker/http/examples.json, lists cut to their first item. With an address it asks the
 * network that is served there, which it changes a little; else it makes one of its own.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Http, type Json } from '#test/support/http'
import { startServer } from '#test/support/server'
import type { Example } from '#worker/http/examples'
import { asked, type Asking } from './examples/asked.ts'
import { ROOT, say } from './ground.ts'

const FILE = join(ROOT, 'worker/http/examples.json')

/** As the demo network knows them. */
const PEOPLE = {
  chair: '0812-0000-0101',
  treasurer: '0812-0000-0102',
  buyer: '0812-0000-6001',
  operator: '0812-0000-5001',
  officer: '0812-0000-2002',
  cashier: '0812-0000-2004',
  borrower: '0812-0000-0204',
  owner: '0812-0000-3001',
  manager: '0812-0000-3002',
}
export type Asker = keyof typeof PEOPLE | 'guest'

const given = process.argv[2]
const server = given ? null : await startServer({ seed: true })
const at = { url: given ?? server?.url ?? '' }
try {
  const people = await everyone()
  const taken: Example[] = []
  for await (const one of asked((who, path, body) => get(people[who], path, body))) {
    const example = await take(people[one.who], one)
    if (example) taken.push(example)
  }
  const kept = before().filter(({ noun }) => !taken.some((one) => one.noun === noun))
  const all = [...kept, ...taken].sort((a, b) => (a.noun < b.noun ? -1 : 1))
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`)
  say(`${taken.length} examples taken, ${kept.length} left as they were`)
} finally {
  await server?.stop()
}

function before(): Example[] {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Example[]
}

async function everyone(): Promise<Record<Asker, Http>> {
  const people: Record<string, Http> = { guest: new Http(at) }
  for (const [who, to] of Object.entries(PEOPLE)) people[who] = await signIn(to)
  return people as Record<Asker, Http>
}

async function signIn(to: string): Promise<Http> {
  const person = new Http(at)
  const { body } = await person.post('/api/sign-in-codes', { to })
  await person.post('/api/sessions', { to, code: body.code })
  const { body: factor } = await person.get('/api/second-factor')
  if (factor.enrolled) {
    await person.post('/api/second-factor/confirmation', { code: factor.demoCode })
  }
  return person
}

async function get(person: Http, path: string, sent?: Json): Promise<Json> {
  const { status, body } = await (sent ? person.post(path, sent) : person.get(path))
  if (status >= 400) say(`${path} answered ${status}: ${JSON.stringify(body)}`)
  return body
}

async function take(person: Http, one: Asking): Promise<Example | null> {
  const { noun, as, method, path, body } = one
  const key = method === 'POST' ? crypto.randomUUID() : undefined
  const answer = await person.send(method, path, body, key)
  if (answer.status >= 400) {
    say(`${noun}: ${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return null
  }
  const sent = body === undefined ? {} : { body }
  return { noun, as, method, path, ...sent, status: answer.status, answer: shortened(answer.body) }
}

/** Lists with their first item; what only the demo tells is left out. */
function shortened(value: Json): Json {
  if (Array.isArray(value)) return value.slice(0, 1).map(shortened)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as Json)
      .filter(([name]) => name !== 'demoCode')
      .map(([name, member]) => [name, shortened(member)]),
  )
}
