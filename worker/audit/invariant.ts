/**
 * An invariant of the books: a query whose every row is a violation. The numbers I1–I15 are those of the
 * test plan. `audit` runs them all: after every test, nightly, and as `npm run audit`.
 */
export type Invariant = { id: string; says: string; sql: string }
export type Violation = {
  invariant: string
  says: string
  rows: readonly Record<string, unknown>[]
}
