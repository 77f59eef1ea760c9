import type { Plugin } from 'vite'

/**
 * Public pages are drawn without Kit's router (`csr = false`), since it alone weighs half of what such a
 * page may. One that does something while one types names its own script here: `calculator` is served at
 * /_app/live/calculator.js and shares its chunks with all other pages.
 */
export function liveScripts(entries: Record<string, string>): Plugin {
  return {
    name: 'live-scripts',
    apply: 'build',
    buildStart() {
      if (this.environment.name !== 'client') return
      for (const [name, id] of Object.entries(entries)) {
        this.emitFile({ type: 'chunk', id, fileName: `_app/live/${name}.js` })
      }
    },
  }
}
