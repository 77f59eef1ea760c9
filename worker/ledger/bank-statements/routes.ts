/**
 * What every route does that takes in a bank statement: the file is read, its lines are told from those that
 * came before, and what is new is kept. The same file again adds nothing.
 */
import type { InferOutput } from 'valibot'
import { read, type Database, type Statement } from '#db/client'
import { actOf } from '#worker/http/act'
import type { Ctx } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { commit, findAnswered, replayAnswered } from '#worker/http/idempotency'
import { languageOf } from '#worker/http/language'
import { malformed } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { sentence } from '#worker/kernel/sentence'
import {
  describeFaults,
  describeStatement,
  type KeptStatement,
} from '#worker/ledger/bank-statements/answers'
import { findBefore, insertStatement, type KeptIn } from '#worker/ledger/bank-statements/queries'
import type { StatementRequest } from '#worker/ledger/bank-statements/requests'
import {
  MOST_LINES,
  readStatement,
  sameness,
  type NewLine,
} from '#worker/ledger/bank-statements/statement'

const UNKNOWN = sentence(
  'Tidak ada baris judul kolom yang dikenal di berkas ini. Sebutkan nama kolomnya.',
  'No header of a known bank is in this file. Name its columns.',
)
const TOO_LONG = sentence(
  `Paling banyak ${MOST_LINES} baris dana masuk; bagi berkasnya.`,
  `At most ${MOST_LINES} lines of money that came in; divide the file.`,
)

type Keeping = {
  book: string
  keptIn: KeptIn
  insertLines: (db: Database, statement: KeptStatement, lines: readonly NewLine[]) => Statement
}

export async function importStatement(
  c: Ctx,
  { fileName, text, columns }: InferOutput<typeof StatementRequest>,
  { book, keptIn, insertLines }: Keeping,
) {
  const { db, now, newId } = c.var
  const sheet = readStatement(text, {
    today: dateIn(c.env.ZONE, now),
    named: columns ?? undefined,
  })
  if (!sheet) throw malformed([{ pointer: '/columns', detail: UNKNOWN }])
  const { bank, credits, debits, faults } = sheet
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
    findBefore(db, keptIn, { book, sha256: hash, fingerprints }),
  ])
  replayAnswered(c, answered)
  const { known = 0, statementId = null } = before[0] ?? {}

  const kept = { id: newId(), book, bank, fileName, sha256: hash, createdAt: now }
  const statement = { ...kept, credits: credits.length, debits }
  const body = {
    ...describeStatement(statementId === null ? statement : { ...statement, id: statementId }),
    added: lines.length - known,
    faults: describeFaults(faults, languageOf(c.req.raw)),
  }
  const isNew = statementId === null
  const inserts = isNew
    ? [...insertStatement(db, statement, actOf(c)), insertLines(db, statement, lines)]
    : []
  await commit(c, inserts, body)
  return body
}
