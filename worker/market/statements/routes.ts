/** Bank statements: imported as the bank exports them; importing one again adds nothing. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { languageOf } from '#worker/http/language'
import { paged } from '#worker/http/paging'
import { malformed, parseJson, parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import * as answers from '#worker/ledger/bank-statements/answers'
import * as queries from '#worker/market/statements/queries'
import * as requests from '#worker/ledger/bank-statements/requests'
import { MOST_LINES, readStatement, sameness } from '#worker/ledger/bank-statements/statement'

const UNKNOWN = sentence(
  'Tidak ada baris judul kolom yang dikenal di berkas ini. Sebutkan nama kolomnya.',
  'No header of a known bank is in this file. Name its columns.',
)
const TOO_LONG = sentence(
  `Paling banyak ${MOST_LINES} baris dana masuk; bagi berkasnya.`,
  `At most ${MOST_LINES} lines of money that came in; divide the file.`,
)

export const statements = new Hono<HonoEnv>()
  .get(
    '/',
    about('Imported bank statements, the newest first', answers.StatementPage),
    allow('payment.read'),
    parseQuery(requests.StatementsQuery),
    async (c) => {
      const { db, scope } = c.var
      const { after, limit } = c.req.valid('query')
      const asked = { after, limit: limit + 1 }
      const rows = await queries.listStatements(db, found(scope[0], 'book'), asked)
      const page = paged(rows, limit, (row) => [row.id])
      return c.json({ items: page.rows.map(answers.describeStatement), next: page.next })
    },
  )
  .post(
    '/',
    about(
      'Import a bank statement: CSV of a bank, or with its columns named',
      answers.ImportAnswer,
      201,
    ),
    allow('payment.match'),
    once(),
    parseJson(requests.StatementRequest),
    async (c) => {
      const { db, now, newId, scope } = c.var
      const { fileName, text, columns } = c.req.valid('json')
      const book = found(scope[0], 'book')
      const today = dateIn(c.env.ZONE, now)
      const named = columns ?? undefined
      const statement = readStatement(text, { today, named })
      if (!statement) throw malformed([{ pointer: '/columns', detail: UNKNOWN }])
      const { bank, credits, debits, faults } = statement
      if (credits.length > MOST_LINES) throw malformed([{ pointer: '/text', detail: TOO_LONG }])
      const hash = await sha256(text)
      const lines = await Promise.all(
        credits.map(async ({ nth, ...line }) => ({
          ...{ ...line, id: newId() },
          fingerprint: await sha256(sameness(book, { ...line, nth })),
        })),
      )
      const fingerprints = lines.map((one) => one.fingerprint)
      const [answered, before] = await read(db, [
        findAnswered(c),
        queries.findBefore(db, { book, sha256: hash, fingerprints }),
      ])
      replayAnswered(c, answered)
      const { known = 0, statementId = null } = before[0] ?? {}

      const kept = { id: newId(), book, bank, fileName, sha256: hash, createdAt: now }
      const one = { ...kept, credits: credits.length, debits }
      const shown = answers.describeFaults(faults, languageOf(c.req.raw))
      const described = answers.describeStatement(statementId ? { ...one, id: statementId } : one)
      const body = { ...described, added: lines.length - known, faults: shown }
      const isNew = statementId === null
      await commit(c, isNew ? queries.insertStatement(db, one, lines, actOf(c)) : [], body)
      return c.json(body, 201)
    },
  )
