/**
 * hledger and ledger, where this machine has them: the judges of our journal. A test that needs one that
 * is missing says so in its name and is skipped.
 */
import { spawnSync } from 'node:child_process'

export type Program = 'hledger' | 'ledger'

export function isInstalled(program: Program): boolean {
  return spawnSync(program, ['--version']).status === 0
}

type Ran = { status: number | null; said: string; complained: string }

/** Runs the program on a journal, in the plainest of environments: no locale, no settings of a user. */
export function run(program: Program, args: readonly string[], journal: string): Ran {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', HOME: '/nonexistent' }
  const ran = spawnSync(program, ['-f', '-', ...args], { input: journal, encoding: 'utf8', env })
  return { status: ran.status, said: ran.stdout, complained: ran.stderr }
}

/** Account → balance, debits positive, as the program adds them up. Accounts at zero are left out. */
export function balancesBy(program: Program, journal: string): Record<string, number> {
  const args =
    program === 'hledger'
      ? ['balance', '--flat', '--no-total', '--output-format', 'csv']
      : [
          'balance',
          '--flat',
          '--no-total',
          '--format',
          // Its own amount, without what its sub-accounts hold.
          '"%(account)","%(quantity(account.amount))"\n',
        ]
  const { status, said, complained } = run(program, args, journal)
  if (status !== 0) throw new Error(`${program}: ${complained}`)
  const rows = [...said.matchAll(/^"([^"]+)","(?:IDR )?(-?\d+)"$/gm)]
  return Object.fromEntries(
    rows.map(([, name, amount]) => [name!, Number(amount)] as const).filter(([, n]) => n !== 0),
  )
}
