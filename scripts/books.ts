/** `npm run books`: every book of the local database as one plain-text journal, on standard output. */
import { read } from '#db/client'
import { JOURNAL_HEADER } from '#worker/ledger/journal'
import { listBooks, readBook } from '#worker/ledger/books/queries'
import { say } from './ground.ts'
import { withSnapshot } from './snapshot.ts'
import { STATE } from './state.ts'

try {
  await withSnapshot(STATE, async (db) => {
    const [books] = await read(db, [listBooks(db)])
    await print(JOURNAL_HEADER)
    for (const book of books) {
      for await (const part of readBook(db, book)) await print(part)
    }
    say(`${books.length} books: ${books.map(({ slug }) => slug).join(', ')}`)
  })
} catch (reason) {
  say(reason instanceof Error ? reason.message : String(reason))
  process.exitCode = 1
}

/** Waits for a slow reader, so that a large book never stands in memory whole. */
function print(part: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(part, (fault) => (fault ? reject(fault) : resolve()))
  })
}
