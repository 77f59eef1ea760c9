/**
 * What the control is to run for a scenario: the recorded trips, and in them the texts that must be new each
 * time, as ids, codes and keys are.
 */
import type { Param, Step, Trip } from '#test/bench/recording'

/** A piece of text as it is, or the number of a token in its place; `SEQ` stands for the event's number. */
export type Piece = string | number
export const SEQ = -1
export type ScriptParam = Param | { pieces: readonly Piece[] } | { is: 'total' | 'code' | 'seq' }
export type Statement = { sql: string; params: readonly ScriptParam[] }

export type Flow = {
  tokens: readonly string[]
  /** The sum to pay without its unique code, when there is one. */
  base: number
  /** The number that the recorded event has among those of its subject. */
  seq: number
  steps: readonly { trips: readonly (readonly Statement[])[]; body: string }[]
}

export type Scripts = Record<string, readonly Flow[]>

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g
const SPOKEN = /bench-\d{12}|62819\d{8}|\b10\.\d+\.\d+\.\d+\b/g
const CODE = /"(?:code|receipt)":"([34679CDFGHJKMNPQRTVWXY]{8,12})"/g

/** `since` is when the recording began; `known` are hashes of sessions, which must stay. */
export function flowOf(steps: readonly Step[], since: number, known: ReadonlySet<string>): Flow {
  const texts = steps.flatMap(({ trips }) =>
    trips.flat().flatMap(({ params }) => params.filter((one) => typeof one === 'string')),
  )
  const first = since.toString(16).padStart(12, '0')
  const isNew = (id: string) => id.slice(0, 8) + id.slice(9, 13) >= first
  const tokens = new Set<string>()
  for (const text of texts) {
    for (const [id] of text.matchAll(ID)) if (isNew(id)) tokens.add(id)
    for (const [said] of text.matchAll(SPOKEN)) tokens.add(said)
    if (/^[0-9a-f]{64}$/.test(text) && !known.has(text)) tokens.add(text)
  }
  for (const { body } of steps) for (const [, code] of body.matchAll(CODE)) tokens.add(code!)
  const list = [...tokens]
  const seq = Number(texts.map((text) => /,(\d+),"repaid"/.exec(text)?.[1]).find(Boolean) ?? 0)
  const { uniqueCode: code = 0, total = 0 } = steps.map(placedIn).find(Boolean) ?? {}
  const place = { list, code, total, seq }
  return {
    tokens: list,
    base: total - code,
    seq,
    steps: steps.map(({ trips, body }) => ({ body, trips: trips.map((one) => open(one, place)) })),
  }
}

/** The purchase that a step has placed, if it has. */
function placedIn({ body }: Step): { uniqueCode: number; total: number } | undefined {
  return body.startsWith('{') && body.includes('"uniqueCode"') ? JSON.parse(body) : undefined
}

type Place = { list: readonly string[]; code: number; total: number; seq: number }

const open = (trip: Trip, place: Place): Statement[] =>
  trip.map(({ sql, params }) => ({
    sql,
    params: params.map((param) => opened(param, sql, place)),
  }))

function opened(param: Param, sql: string, { list, code, total, seq }: Place): ScriptParam {
  if (typeof param === 'number') {
    if (/^insert into "purchases"/.test(sql)) {
      if (param === total) return { is: 'total' }
      if (param === code) return { is: 'code' }
    }
    const counted = /^(insert into "receipts"|update "loans")/.test(sql)
    return counted && param === seq ? { is: 'seq' } : param
  }
  if (param === null) return param
  const marks: Mark[] = [...list.map((token, number) => ({ token, number })), ...numbered(seq)]
  const pieces = marks.reduce<Piece[]>(
    (all, { token, number, around: [before, after] = ['', ''] }) =>
      all.flatMap((piece) =>
        typeof piece === 'string'
          ? piece
              .split(token)
              .flatMap((part, i) => (i === 0 ? [part] : [before, number, after, part]))
          : [piece],
      ),
    [param],
  )
  return pieces.length > 1 ? { pieces } : param
}

type Mark = { token: string; number: number; around?: readonly [string, string] }

const numbered = (seq: number): Mark[] =>
  seq > 0 ? [{ token: `,${seq},"repaid"`, number: SEQ, around: [',', ',"repaid"'] }] : []
