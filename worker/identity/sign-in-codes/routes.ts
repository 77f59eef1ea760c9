import { Hono } from 'hono'
import { commit } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { handOver } from '#worker/http/handover'
import { parseJson } from '#worker/http/parse'
import { countSource, localeOf } from '#worker/http/source'
import { countUse } from '#worker/http/uses'
import { SignInCodeAnswer } from '#worker/identity/sign-in-codes/answers'
import { insertSignInCode } from '#worker/identity/sign-in-codes/queries'
import { SignInCodeRequest } from '#worker/identity/sign-in-codes/requests'
import {
  ALLOWED,
  CODE_LASTS_MS,
  codeMessage,
  secretOf,
} from '#worker/identity/sign-in-codes/sign-in-code'
import { instantText } from '#worker/http/fields'
import { numericCode } from '#worker/kernel/id'
import { insertMessages } from '#worker/outbox/queries'
import { vaultOf } from '#worker/providers/vault'

export const signInCodes = new Hono<HonoEnv>().post(
  '/',
  about('Send a sign-in code to a phone number or e-mail address', SignInCodeAnswer, 202),
  allow('public'),
  parseJson(SignInCodeRequest),
  async (c) => {
    const { db, now, random, newId } = c.var
    const { to, locale = localeOf(c) } = c.req.valid('json')
    const allowed = ALLOWED[c.env.MODE]
    const vault = await vaultOf(c.env)

    const code = numericCode(random)
    const expiresAt = now + CODE_LASTS_MS
    const message = codeMessage(to, code, { locale, network: c.env.NETWORK_NAME })
    const id = newId()

    // Nobody is looked up, so that known and unknown answer alike; and no answer with a code in it is
    // kept under an idempotency key.
    await commit(db, [
      ...countSource(c, 'codes', allowed.codesFrom),
      countUse(db, { key: `codes:${to.address}`, ...allowed.codesTo }, now),
      insertSignInCode(db, {
        destination: to.address,
        codeHash: await vault.hash('sign-in-code', secretOf(to, code)),
        expiresAt,
        createdAt: now,
      }),
      ...insertMessages(db, [{ id, ...message }], now),
    ])
    handOver(c, [{ id, attempt: 0 }])
    const shown = c.env.MODE === 'demo' ? { code } : {}
    return c.json(
      { to: to.address, channel: to.channel, expiresAt: instantText(expiresAt), ...shown },
      202,
    )
  },
)
