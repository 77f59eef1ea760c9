/**
 * The house keeps its own rules. Each failure names the file and says why the rule exists; the rules
 * themselves are the table of imports in ARCHITECTURE.md.
 */
import { describe, expect, it } from 'vitest'
import { code, files, importsOf, worker, type File } from '#test/support/sources'

/** Imports for values; a type alone ties nothing at run time. */
function valueImportsOf(text: string): string[] {
  return importsOf(text.replace(/^import type [^'"]*['"][^'"]+['"]/gm, ''))
}

const WINGS = ['market', 'lending', 'community'] as const
const wingOf = (path: string) => /^(?:#?worker)\/(market|lending|community)\//.exec(path)?.[1]
const SHELLS = /\/(routes|queries|requests|answers)\.ts$/
const NOUNS = /^worker\/(identity|ledger|market|lending|community|history|outbox|audit)\//
const isPure = ({ path }: File) =>
  path.startsWith('worker/kernel/') || (NOUNS.test(path) && !SHELLS.test(path))

describe('layers', () => {
  it('keeps a file of a noun pure unless it is called routes, queries, requests or answers', () => {
    const impure = worker.filter(isPure).flatMap(({ path, text }) =>
      valueImportsOf(text)
        .filter((one) =>
          /^(hono|drizzle-orm|valibot|#db\/|#worker\/(http|providers|jobs)\/)/.test(one),
        )
        .map((one) => `${path} imports ${one}: what decides must run without database and HTTP`),
    )
    expect(impure).toEqual([])
  })

  it('lets the kernel import nothing of ours but the kernel', () => {
    const leaning = worker
      .filter(({ path }) => path.startsWith('worker/kernel/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter((one) => one.startsWith('#') && !one.startsWith('#worker/kernel/'))
          .map((one) => `${path} imports ${one}`),
      )
    expect(leaning).toEqual([])
  })

  it('keeps the clock and chance out of what decides', () => {
    const found = worker
      .filter(isPure)
      .filter(({ text }) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|crypto\.|\bfetch\(/.test(text),
      )
      .map(({ path }) => `${path}: clock, ids and the world are arguments`)
    expect(found).toEqual([])
  })

  it('keeps the wings apart: money meets in the ledger, facts are handed over by a route or a job', () => {
    const crossing = worker
      .filter(({ path }) => wingOf(path) && !/\/(routes|queries)\.ts$/.test(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter(
            (one) => one.startsWith('#worker/') && wingOf(one) && wingOf(one) !== wingOf(path),
          )
          .map((one) => `${path} imports ${one}`),
      )
    expect(WINGS.length).toBe(3)
    expect(crossing).toEqual([])
  })

  it('lets only http, routes, the API and the front door know HTTP', () => {
    const knowing = worker
      .filter(
        ({ path }) => !/^worker\/(http\/|api\.ts|index\.ts|pages\.ts)|\/routes\.ts$/.test(path),
      )
      .flatMap(({ path, text }) =>
        valueImportsOf(text)
          .filter((one) => one.startsWith('hono'))
          .map((one) => `${path} imports ${one}`),
      )
    expect(knowing).toEqual([])
  })

  it('names accounts of the ledger in posting-rules alone', () => {
    const naming = worker
      .filter(({ path }) => !path.startsWith('worker/ledger/'))
      .filter(({ text }) => /\b(debit|credit):\s*account\(/.test(text))
      .map(({ path }) => `${path}: how money moves stands in worker/ledger/posting-rules/`)
    expect(naming).toEqual([])
  })

  it('gives pages values from pure files and types from the API, nothing else', () => {
    const reaching = code
      .filter(({ path }) => path.startsWith('web/src/') && !path.endsWith('lib/server/dev.ts'))
      .flatMap(({ path, text }) =>
        valueImportsOf(text)
          .filter((one) => one.startsWith('#worker/') || one.startsWith('#db/'))
          .filter((one) => !isPureImport(one))
          .map((one) => `${path} imports ${one}: a page is the API's client`),
      )
    expect(reaching).toEqual([])
  })
})

function isPureImport(specifier: string): boolean {
  const path = `${specifier.slice(1)}.ts`
  return (
    /^worker\/(kernel|identity|ledger|market|lending|community|history|outbox)\//.test(path) &&
    (!SHELLS.test(path) || path.endsWith('/requests.ts'))
  )
}

describe('sizes and names', () => {
  it('keeps files to one concept: 250 lines at most', () => {
    const long = code
      .filter(({ path }) => !path.startsWith('db/seed/'))
      .map(({ path, text }) => [path, text.split('\n').length] as const)
      .filter(([, lines]) => lines > 251)
      .map(([path, lines]) => `${path} has ${lines} lines: split it by concept`)
    expect(long).toEqual([])
  })

  it('keeps lines to 100 columns', () => {
    const wide = code
      .filter(({ path }) => path.endsWith('.ts') && !path.startsWith('db/seed/'))
      .filter(
        ({ path }) => !path.startsWith('worker/audit/') && path !== 'worker/ledger/account.ts',
      )
      .flatMap(({ path, text }) =>
        text.split('\n').flatMap((line, i) => (line.length > 110 ? [`${path}:${i + 1}`] : [])),
      )
    expect(wide).toEqual([])
  })

  it('has no folder or file named for what it is not', () => {
    const misnamed = files
      .filter(({ path }) =>
        /(^|\/)(utils?|helpers?|common|misc|managers?|services?)(\.|\/)/.test(path),
      )
      .map(({ path }) => path)
    expect(misnamed).toEqual([])
  })

  it('has one word for each thing', () => {
    const BANNED = /\b(transactions?|txn|vendors?|EMI)\b/i
    /** Addresses and fields of the world outside are spelled as it spells them. */
    const outside = ({ path }: File) => /^(worker\/providers|test\/support\/gateways)\//.test(path)
    const said = code
      .filter((one) => !outside(one))
      .filter(({ path }) => path !== 'test/tidy.test.ts')
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, i) => (BANNED.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
      )
    expect(said).toEqual([])
  })

  it('leaves no marker, no silenced check and no printing behind', () => {
    const SILENCED = /\bas any\b|@ts-ignore|@ts-expect-error|eslint-disable/
    const LEFT = /\b(TODO|FIXME|HACK)\b|[^a-z](it|test|describe)\.(only|todo)\(/
    const left = code
      .filter(({ path }) => path !== 'test/tidy.test.ts')
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, i) =>
            LEFT.test(line) || SILENCED.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [],
          ),
      )
    const printing = worker
      .filter(({ path, text }) => path !== 'worker/http/log.ts' && /console\./.test(text))
      .map(({ path }) => path)
    expect([...left, ...printing]).toEqual([])
  })

  it('writes no style or handler into markup, which the content policy would drop', () => {
    const inline = code
      .filter(({ path }) => path.endsWith('.svelte'))
      .filter(
        ({ text }) => /<[a-zA-Z][^>]*\s(style|on[a-z]+)="[^"{]/.test(text) || /\sstyle:/.test(text),
      )
      .map(({ path }) => path)
    expect(inline).toEqual([])
  })
})

/** Whether a migration copies the table's rows, makes it anew, fills it and drops the copy. */
function isRebuilt(migration: string, table: string): boolean {
  return [
    'PRAGMA defer_foreign_keys = ON;',
    `CREATE TABLE ${table}_before AS SELECT * FROM ${table};`,
    `CREATE TABLE ${table} (`,
    `INSERT INTO ${table} (`,
    `DROP TABLE ${table}_before;`,
  ].every((part) => migration.includes(part))
}

describe('the database', () => {
  const migrations = files.filter(({ path }) => path.startsWith('db/migrations/'))

  it('never cascades or switches foreign keys off in a migration', () => {
    const RISKY =
      /ON (DELETE|UPDATE) (CASCADE|SET NULL)|__new_|PRAGMA foreign_keys|INSERT OR REPLACE/i
    expect(migrations.filter(({ text }) => RISKY.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('rebuilds a table only from a copy, with its references checked at the end of the batch', () => {
    const careless = migrations.flatMap(({ path, text }) =>
      [...text.matchAll(/DROP TABLE (\w+?)(_before)?;/g)]
        .filter(([, name]) => !isRebuilt(text, name ?? ''))
        .map(([, name]) => `${path}: ${name}`),
    )
    expect(careless).toEqual([])
  })

  it('keeps every table STRICT', () => {
    const loose = migrations.flatMap(({ path, text }) =>
      [...text.matchAll(/CREATE TABLE (\w+)[^;]*?\n\)([^;]*);/g)]
        .filter(([, , tail]) => !tail!.includes('STRICT'))
        .map(([, name]) => `${path}: ${name}`),
    )
    expect(loose).toEqual([])
  })

  it('never replaces a row or opens a D1 session by hand outside db/client', () => {
    const risky = [...worker, ...code.filter(({ path }) => path.startsWith('db/'))]
      .filter(({ path }) => path !== 'db/client.ts')
      .filter(({ text }) => /INSERT OR REPLACE|\.transaction\(|withSession\(/i.test(text))
      .map(({ path }) => path)
    expect(risky).toEqual([])
  })
})
