/**
 * Runs one of our commands: `node scripts/run.mjs start` runs scripts/start.ts. It is plain JavaScript
 * with no imports of others', so that it works on a fresh clone under whatever Node is there (20 or
 * later): it installs what the lock file names, if it is not there already, and hands over to the
 * Node 24 that comes with it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [command, ...rest] = process.argv.slice(2)

if (!isInstalled()) install()
await run()

/** Whether node_modules holds exactly what the lock file asks for on this machine. */
function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(hidden)
  return Object.entries(wanted).every(([path, { integrity, optional }]) => {
    if (path === '' || integrity === undefined) return true
    return path in present ? present[path].integrity === integrity : optional === true
  })
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}

function install() {
  say('installing the packages of package-lock.json (about 600 MB; half a minute or more) …')
  const started = Date.now()
  // A registry that lacks a build for some other machine makes `ci` refuse; `install` does without it.
  const installed = npm('ci') || npm('install', '--no-save')
  if (!installed) {
    say('npm could not install the packages; its message is above.')
    process.exit(1)
  }
  say(`installed in ${Math.round((Date.now() - started) / 1000)} s`)
}

function npm(...args) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const stdio = ['ignore', 'inherit', 'inherit']
  return spawnSync('npm', [...args, ...quiet], { cwd: root, stdio }).status === 0
}

/** The pinned Node where there is one for this machine, else the present one if it is new enough. */
function findNode() {
  const pinned = join(root, 'node_modules/.bin/node')
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  say('No pinned Node for this machine: please install Node 24 and try again.')
  process.exit(1)
}

async function run() {
  const child = spawn(findNode(), [join(root, 'scripts', `${command}.ts`), ...rest], {
    cwd: root,
    // The channel tells the child when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
      WRANGLER_SEND_METRICS: 'false',
      NODE_NO_WARNINGS: '1',
    },
  })
  // The child decides when all is over.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm tells its shell to stop, and the shell goes without telling anyone.
  const parent = process.ppid
  const orphaned = () => process.ppid !== parent && child.kill('SIGTERM')
  if (process.env.npm_lifecycle_event) setInterval(orphaned, 500).unref()
  const code = await new Promise((resolve) => {
    child.on('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0)))
  })
  process.exit(code)
}

function say(line) {
  console.error(`lumbung: ${line}`)
}
