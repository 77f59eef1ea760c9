import type { CompilerOptions } from '@inlang/paraglide-js'

const here = import.meta.dirname

/**
 * Indonesian stands at plain addresses, English under /en. The address alone decides the language, so
 * a shared link always opens as it was sent. The API and files have no language of their own.
 */
export const paraglide: CompilerOptions = {
  project: `${here}/project.inlang`,
  outdir: `${here}/src/lib/paraglide`,
  strategy: ['url', 'baseLocale'],
  urlPatterns: [
    {
      pattern: '/:path(.*)?',
      localized: [
        ['en', '/en/:path(.*)?'],
        ['id', '/:path(.*)?'],
      ],
    },
  ],
  routeStrategies: [{ match: '/api/:path(.*)?', exclude: true }],
  isServer: 'import.meta.env.SSR',
  outputStructure: 'message-modules',
}
