/** Where things are, how a command speaks, and how it runs another program. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')
export const DIST = join(ROOT, 'dist')

export type Say = (line: string) => void

export const say: Say = (line) => {
  process.stderr.write(`lumbung: ${line}\n`)
}

export const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`

export type Run = { cwd?: string; loud?: boolean; env?: Record<string, string> }

/** Runs a program to its end. Quiet unless `loud`: what it said is shown only when it fails. */
export async function run(program: string, args: string[], options: Run = {}): Promise<string> {
  const child = spawn(program, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: options.loud ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout?.on('data', (chunk) => (said += String(chunk)))
  child.stderr?.on('data', (chunk) => (said += String(chunk)))
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${said}`)
  return said
}

/** Runs `end` once, when this process is told to stop or its parent is gone. */
export function onStop(end: () => Promise<void>): void {
  let ending = false
  const stop = () => {
    if (ending) return
    ending = true
    end().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.channel) process.on('disconnect', stop)
}
