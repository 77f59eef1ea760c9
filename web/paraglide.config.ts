import type { CompilerOptions } from '@inlang/paraglide-js'

const here = import.meta.dirname

/**
 * Indonesian stands at plain addresses, English under /en. The address alone decides the language, so
 * a shared link always opens as it was sent. The usual addresses are left to
 * Paraglide: naming them brings a polyfill of 8 KiB into every page.
 */
export const paraglide: CompilerOptions = {
  project: `${here}/project.inlang`,
  outdir: `${here}/src/lib/paraglide`,
  strategy: ['url', 'baseLocale'],
  outputStructure: 'message-modules',
}
