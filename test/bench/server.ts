/** The two servers that are compared, and what they use. */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { Built } from '../../scripts/built.ts'
import { cpuSeconds, family, peakMegabytes } from '#test/bench/processes'
import type { Said, Serving, Spent } from '#test/bench/serving'

export type Measured = {
  url: string
  /** Seconds of CPU so far, of the Node process and of workerd. */
  cpu(): number
  peakMegabytes(): number
  /** What was spent on the database since the last time. */
  spent(): Promise<Spent>
  stop(): Promise<void>
}

export async function measured(serving: Serving): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'serving.ts'), [JSON.stringify(serving)])
  const said = await next(child)
  if (!('url' in said)) throw new Error('the server did not say where it is')
  const pids = family(child.pid ?? 0)
  return {
    url: said.url,
    cpu: () => cpuSeconds(pids),
    peakMegabytes: () => peakMegabytes(pids),
    async spent() {
      child.send('spent')
      const answer = await next(child)
      if (!('spent' in answer)) throw new Error('the server did not say what it spent')
      return answer.spent
    },
    async stop() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.send('stop')
      await ended
    },
  }
}

function next(child: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the server ended'))
    child.once('exit', ended)
    child.once('message', (said) => {
      child.off('exit', ended)
      resolve(said as Said)
    })
  })
}

/** The control as a build of its own: its types taken off, beside the product's static files. */
export function controlBuild(product: Built, folder: string): Built {
  const worker = join(folder, 'control')
  mkdirSync(worker, { recursive: true })
  const source = readFileSync(join(import.meta.dirname, 'control.ts'), 'utf8')
  writeFileSync(join(worker, 'index.js'), stripTypeScriptTypes(source))
  return { folder, worker, assets: product.assets }
}
