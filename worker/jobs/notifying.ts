/**
 * From the log of deliveries to the webhooks, as messages go from the outbox: the minute job hands what is
 * due to the queue, its consumer begins each attempt once, sends, and records how it ended. Delivered at
 * least once, with an id by which a receiver knows what it has had.
 */
import { commit, open, read, type Database, type Statement } from '#db/client'
import { describeChange } from '#worker/history/changes/answers'
import { changeId } from '#worker/history/changes/change'
import type { Bindings, DeliveryMessage } from '#worker/http/context'
import { random } from '#worker/http/arrive'
import { log } from '#worker/http/log'
import { siteFrom } from '#worker/http/site'
import { listLeads } from '#worker/identity/organizations/queries'
import type { Tick } from '#worker/jobs/tick'
import { instant } from '#worker/kernel/calendar'
import { timeOrderedId } from '#worker/kernel/id'
import { Refusal } from '#worker/kernel/refusal'
import { insertMessages } from '#worker/outbox/queries'
import { webhookMessages } from '#worker/outbox/webhooks/messages'
import {
  beginAttempts,
  changeWebhook,
  recordOutcomes,
  takeDue,
  webhookFrom,
  type Receiver,
  type Recorded,
  type Underway,
} from '#worker/outbox/webhooks/queries'
import { refusedTarget } from '#worker/outbox/webhooks/target'
import { outcomeOf, secretPlace, settleWebhook } from '#worker/outbox/webhooks/webhook'
import { vaultOf } from '#worker/providers/vault'
import { deliverTo } from '#worker/providers/webhook'

const MOST = 100

export async function sweepDeliveries({ env, db, now }: Tick): Promise<number> {
  const [due] = await commit(db, [takeDue(db, now, MOST)])
  if (due.length > 0) await env.WEBHOOKS.sendBatch(due.map((body) => ({ body })))
  return due.length
}

export async function notify(env: Bindings, batch: MessageBatch<DeliveryMessage>): Promise<void> {
  const { db } = open(env.DB, { from: 'first-primary', gather: false })
  const now = instant(env.clock?.() ?? Date.now())
  const asked = batch.messages.map((one) => one.body)
  try {
    const [underway, receivers] = await commit(db, beginAttempts(db, asked, now))
    const byId = new Map(receivers.map((one) => [one.id, one]))
    const outcomes = await Promise.all(
      underway.map((one) => attempt(env, one, { to: byId.get(one.webhookId)!, now })),
    )
    if (outcomes.length > 0) await record(env, db, { outcomes, byId, now })
    for (const message of batch.messages) message.ack()
  } catch (reason) {
    const error = reason instanceof Error ? reason.message : 'unknown'
    log('error', { queue: batch.queue, error })
    for (const message of batch.messages) message.retry()
  }
}

async function attempt(
  env: Bindings,
  underway: Underway,
  { to, now }: { to: Receiver; now: number },
): Promise<Recorded> {
  const tried = await sent(env, underway, { to, now })
  return { underway, tried, outcome: outcomeOf(tried, underway.attempts, to.status) }
}

async function sent(env: Bindings, underway: Underway, { to, now }: { to: Receiver; now: number }) {
  const ownHost = env.SITE_URL ? new URL(env.SITE_URL).hostname : null
  const refused = refusedTarget(to.url, { ownHost, demo: env.MODE === 'demo' })
  if (refused !== null) return { at: now, status: null, ms: 0, answer: refused }
  const vault = await vaultOf(env)
  const opened = (sealed: string) => vault.open(sealed, secretPlace(to.id))
  const alongside = (to.secretBeforeUntil ?? 0) > now ? to.secretBefore : null
  const secrets = await Promise.all([to.secret, ...(alongside ? [alongside] : [])].map(opened))
  const id = changeId(underway.key)
  const body = JSON.stringify(describeChange(underway, to.slug))
  return deliverTo(to.url, { id, body, secrets }, { now })
}

type Ended = { outcomes: Recorded[]; byId: ReadonlyMap<string, Receiver>; now: number }

/** With what becomes of the webhooks; if somebody changed one meanwhile, without it. */
async function record(env: Bindings, db: Database, ended: Ended): Promise<void> {
  const outcomes = recordOutcomes(db, ended.outcomes)
  const fates = new Map(
    ended.outcomes.flatMap(({ underway, outcome }) =>
      outcome.webhook ? [[underway.webhookId, outcome.webhook] as const] : [],
    ),
  )
  const settled: Statement[] = []
  for (const [id, status] of fates) {
    settled.push(...(await fateOf(env, db, { to: ended.byId.get(id)!, status, now: ended.now })))
  }
  try {
    await commit(db, [outcomes, ...settled])
  } catch (reason) {
    if (!(reason instanceof Refusal && reason.type === 'outdated')) throw reason
    await commit(db, [outcomes])
  }
}

type Fate = { to: Receiver; status: 'active' | 'failing' | 'paused'; now: number }

async function fateOf(env: Bindings, db: Database, { to, status, now }: Fate) {
  const at = instant(now)
  const act = { actorId: 'job:notify', at, requestId: timeOrderedId(now, random) }
  const statements = changeWebhook(db, settleWebhook(webhookFrom(to), status, act), now)
  if (status === 'active') return statements
  const [leads] = await read(db, [listLeads(db, to.slug)])
  const { network } = siteFrom(env)
  const said = webhookMessages(leads, { status, host: new URL(to.url).host, network })
  const messages = said.map((one) => ({ ...one, id: timeOrderedId(now, random) }))
  return [...statements, ...insertMessages(db, messages, now)]
}
