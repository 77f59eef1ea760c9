/**
 * The control: a bare Worker on a copy of the same database. It runs the SQL that the product was recorded
 * to run, in the same trips, and answers the rows as JSON: no framework, no session, no validation, no log.
 * What it can do is what this platform can do on this machine.
 */
import type { Flow, Piece, ScriptParam, Scripts } from '#test/bench/script'

type Env = { DB: D1Database }

let scripts: Scripts = {}
const uses = new Map<string, number>()

const LETTERS = '34679CDFGHJKMNPQRTVWXY'

/** A text of the same shape that nobody has had before; of the keys in one flow each is its own. */
function fresh(token: string, n: number, place: number): string {
  const hex = n.toString(16).padStart(12, '0')
  if (/^[0-9a-f]{64}$/.test(token) || token.length === 36) return token.slice(0, -12) + hex
  if (token.startsWith('62819')) return `62819${String(n).padStart(8, '0')}`
  if (token.startsWith('bench-')) {
    return `bench-${10 + (place % 90)}${String(n).padStart(10, '0')}`
  }
  if (token.includes('.')) return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
  let code = ''
  for (let left = n; code.length < 6; left = Math.floor(left / 22)) code += LETTERS[left % 22]
  return token.slice(0, -6) + code
}

type Turn = { texts: readonly string[]; base: number; code: number; seq: number }

function turnOf({ tokens, base, seq }: Flow, n: number, used: number): Turn {
  return {
    texts: tokens.map((one, place) => fresh(one, n, place)),
    base,
    code: (n % 999) + 1,
    seq: seq + used,
  }
}

function valueOf(param: ScriptParam, { texts, base, code, seq }: Turn): string | number | null {
  if (param === null || typeof param !== 'object') return param
  if ('pieces' in param) {
    const said = (piece: Piece) =>
      typeof piece === 'string' ? piece : piece < 0 ? String(seq) : texts[piece]
    return param.pieces.map(said).join('')
  }
  return { total: base + code, code, seq }[param.is]
}

export default {
  async fetch(request: Request, { DB }: Env): Promise<Response> {
    if (request.method === 'PUT') {
      scripts = await request.json()
      return new Response()
    }
    const [, name = '', variant, step, n] = new URL(request.url).pathname.split('/')
    const flow = scripts[name]?.[Number(variant)]
    const asked = flow?.steps[Number(step)]
    if (!flow || !asked) return new Response(null, { status: 404 })
    const used = (uses.get(`${name} ${variant}`) ?? 0) + 1
    if (flow.seq > 0) uses.set(`${name} ${variant}`, used)
    const turn = turnOf(flow, Number(n), used)
    const answers: unknown[] = []
    for (const trip of asked.trips) {
      const bound = trip.map(({ sql, params }) =>
        DB.prepare(sql).bind(...params.map((param) => valueOf(param, turn))),
      )
      const results = await DB.batch(bound)
      answers.push(results.map((one) => one.results))
    }
    if (answers.length > 0) return Response.json(answers)
    return new Response(asked.body, { headers: { 'content-type': 'application/json' } })
  },
}
