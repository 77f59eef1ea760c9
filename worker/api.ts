/** The Hono app: what every request passes, then one `.route()` per noun. Pages see only its type. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import { arrive } from '#worker/http/arrive'
import type { HonoEnv } from '#worker/http/context'
import { openApiDocument } from '#worker/http/openapi'
import { answerFailure, answerNotFound } from '#worker/http/problem'

/** One line a noun. */
const nouns = new Hono<HonoEnv>().get(
  '/health',
  about('Whether the Worker answers', null),
  allow('public'),
  (c) => c.json({ ok: true }),
)

export type Api = typeof nouns

let document: Record<string, unknown> | undefined

const meta = new Hono<HonoEnv>().get(
  '/openapi.json',
  about('This document', null),
  allow('public'),
  (c) => {
    document ??= openApiDocument(api, c.env.NETWORK_NAME)
    return c.json(document, 200, { 'cache-control': 'public, max-age=300' })
  },
)

export const api: Hono<HonoEnv> = new Hono<HonoEnv>()
api.onError(answerFailure).notFound(answerNotFound)
api.use('*', arrive).route('/api', nouns).route('/api', meta)
