/** What must hold of a network whatever was sent to it: nothing answered is missing, and the books agree. */
import { open, read } from '#db/client'
import { balancesBy, isInstalled, run, type Program } from '#test/support/plain-text-accounting'
import { audit } from '#worker/audit/queries'
import { listBooks, readBook } from '#worker/ledger/books/queries'
import { JOURNAL_HEADER } from '#worker/ledger/journal'
import type { Played } from '#test/simulation/by-chance/playing'

/** Sentences about what is wrong; none when all is well. */
export async function faultsOf({ server, sent, faults }: Played): Promise<string[]> {
  const { db } = open(server.env.DB, { from: 'first-primary', gather: false })
  const violations = await audit(db)
  const journal = await journalOf(db)
  return [
    ...faults,
    ...sent.flatMap((one) => one.faults),
    ...sent.filter(({ status }) => status === null).map(({ name }) => `${name} was never answered`),
    ...(await lost(server.env.DB, sent)),
    ...violations.map(({ invariant, rows }) => `${invariant}: ${JSON.stringify(rows)}`),
    ...judged(journal),
  ]
}

/** Done, as its sender was told, and yet nothing of its request is there. */
async function lost(binding: D1Database, sent: Played['sent']): Promise<string[]> {
  const { results } = await binding
    .prepare('SELECT key FROM idempotency_keys')
    .all<{ key: string }>()
  const kept = new Set(results.map((one) => one.key))
  const keyed = new Set(sent.filter(({ key }) => kept.has(key)).map(({ name }) => name))
  return sent
    .filter(({ status, key, name }) => status === 201 && keyed.has(name) && !kept.has(key))
    .map(({ name, key }) => `${name} was answered and is not there (${key})`)
}

async function journalOf(db: ReturnType<typeof open>['db']): Promise<string> {
  const [books] = await read(db, [listBooks(db)])
  let journal = JOURNAL_HEADER
  for (const book of books) for await (const part of readBook(db, book)) journal += part
  return journal
}

/** Both judges of plain-text books, where this machine has them, and that they agree. */
function judged(journal: string): string[] {
  const installed = (['hledger', 'ledger'] as const).filter(isInstalled)
  const complaints = installed.flatMap((program) => complaintOf(program, journal))
  if (complaints.length > 0) return complaints
  const sums = installed.map((program) => balancesBy(program, journal))
  const odd = sums.flatMap((balances, i) => {
    const total = Object.values(balances).reduce((sum, one) => sum + one, 0)
    return total === 0 ? [] : [`${installed[i]} is off by ${total}`]
  })
  const alike = sums.every(
    (one) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(sums[0]!)),
  )
  return [...odd, ...(alike ? [] : ['hledger and ledger read the books differently'])]
}

const sorted = (balances: Record<string, number>) => Object.entries(balances).sort()

function complaintOf(program: Program, journal: string): string[] {
  const { status, complained } = run(
    program,
    program === 'hledger' ? ['check'] : ['balance'],
    journal,
  )
  return status === 0 ? [] : [`${program}: ${complained}`]
}
