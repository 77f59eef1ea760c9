/** One line of JSON an event, UTC, with the request's id and never a person's data. */
type Level = 'info' | 'warn' | 'error'

export function log(level: Level, facts: Readonly<Record<string, unknown>>): void {
  console[level](JSON.stringify({ at: new Date().toISOString(), level, ...facts }))
}
