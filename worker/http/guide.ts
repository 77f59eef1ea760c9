/** The guide above the list of routes: how a program comes in, goes on, and hears of what happens. */
import { html } from 'hono/html'
import { FOLLOW_CHANGES, VERIFY_WEBHOOK } from '#worker/http/samples'

export function guide(origin: string) {
  return html`<section>
    <h2 id="guide">Guide</h2>
    ${keys(origin)} ${requests(origin)} ${hearing()}
  </section>`
}

function keys(origin: string) {
  return html`<h3 id="authentication">Authentication</h3>
    <p>
      Who leads an organization makes an API key under Integrations. A key acts for that
      organization alone, within its scopes: <code>product:read</code> looks at products,
      <code>product:write</code> changes them too. No key sends money, changes an account or signs.
      It is shown once, and ends when its time is over or it is revoked.
    </p>
    <pre><code>curl '${origin}/api/changes' -H "authorization: Bearer $LUMBUNG_KEY"</code></pre>
    <p>
      A key that is unknown, expired or revoked answers 401 (<code>key-invalid</code>), one whose
      scopes do not suffice 403, and what belongs to others 404. Cookies beside a key are ignored.
    </p>
    <h3 id="limits">Limits</h3>
    <p>
      A key has 120 reads and 30 writes a minute. Every answer says what is left (<code
        >RateLimit: "reads";r=119;t=42</code
      >); beyond it comes 429 with <code>Retry-After</code> in seconds.
    </p>`
}

function requests(origin: string) {
  return html`<h3 id="pages">Lists</h3>
    <p>
      A list answers <code>{ items, next }</code>, 24 items unless <code>?limit=</code> says
      otherwise, 100 at most. <code>next</code> is opaque: send it as <code>?after=</code>; null is
      the end. Nothing is skipped or shown twice while rows are added.
    </p>
    <pre><code>curl '${origin}/api/products?limit=2'
curl '${origin}/api/products?limit=2&amp;after=<i>next of the page before</i>'</code></pre>
    <h3 id="idempotency">Idempotency</h3>
    <p>
      A POST that moves money or stock needs an <code>Idempotency-Key</code>, new for each intent.
      Sent again with the same key and body it answers as before, with
      <code>Idempotency-Replayed: true</code>, and has no second effect; with another body it
      answers 422. After an answer that never came, send the same again. Keys are kept 30 days.
    </p>
    <h3 id="errors">Errors</h3>
    <p>
      A failure is a problem document (RFC 9457, <code>application/problem+json</code>). Decide by
      <code>slug</code>; <code>errors</code> points at the fields. <code>409 outdated</code> means
      that somebody was first: load it again. 429 and 503 may be sent again, with the same key.
    </p>
    <pre><code>${`{ "type": "/api/docs#malformed", "slug": "malformed", "status": 400,
  "title": "The request is not as it should be", "detail": "At least 2 characters.",
  "instance": "01a20132-3f80-704f-8d71-327aa9e0627e",
  "errors": [{ "pointer": "/name", "detail": "At least 2 characters." }] }`}</code></pre>`
}

function hearing() {
  return html`<h3 id="following">What has changed</h3>
    <p>
      <code>GET /api/changes</code> tells what happened to an organization, in the order in which it
      happened, within a minute of it. Keep <code>next</code> and go on from there: every change is
      told once. Changes are kept 90 days. They carry no data: ask for <code>data.href</code> and
      see it as it is now, as far as you may.
    </p>
    <pre><code>${FOLLOW_CHANGES}</code></pre>
    <h3 id="webhooks">Webhooks</h3>
    <p>
      Or be told: register an https address under Integrations and choose types, such as
      <code>order.paid</code> or <code>order.*</code>. We POST each change as JSON and take any 2xx
      for an answer. Anything else, a redirect, or ten seconds of silence is tried again after 1 and
      5 minutes, half an hour, 2, 6 and 24 hours; then it is given up and the leads are told. 410
      pauses the webhook. A change may come twice or out of order: remember <code>webhook-id</code>,
      and compare <code>data.seq</code>.
    </p>
    <p>
      Requests are signed as Standard Webhooks says: <code>webhook-id</code>,
      <code>webhook-timestamp</code> and <code>webhook-signature</code>, the HMAC-SHA-256 of
      <code>id.timestamp.body</code>. While a secret is being replaced there are two signatures for
      a day; one that fits is enough. Check the body as it came, before parsing it:
    </p>
    <pre><code>${VERIFY_WEBHOOK}</code></pre>`
}
