import { describe, expect, it } from 'vitest'
import { faultsOf } from '#worker/configuration'
import type { Env } from '#worker/http/context'
import { canonical } from '#worker/http/fingerprint'
import { refuseCrossSite, secured } from '#worker/http/security'

type Given = { origin?: string | undefined; 'sec-fetch-site'?: string | undefined }

function ask(method: string, given: Given): Request {
  const headers = Object.entries(given).filter(([, value]) => value !== undefined)
  return new Request('https://lumbung.example/api/purchases', {
    method,
    headers: headers as [string, string][],
  })
}

describe('a request that changes something', () => {
  it('is taken from our own pages and from programs, which send neither header', () => {
    for (const headers of [
      {},
      { origin: 'https://lumbung.example' },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://lumbung.example', 'sec-fetch-site': 'same-origin' },
    ]) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        expect(() => refuseCrossSite(ask(method, headers))).not.toThrow()
      }
    }
  })

  it('is refused when either header says that another site sent it', () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://lumbung.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://lumbung.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ]) {
      expect(() => refuseCrossSite(ask('POST', headers))).toThrow(/cross-site/)
    }
  })

  it('does not concern one that only reads', () => {
    expect(() => refuseCrossSite(ask('GET', { origin: 'https://evil.example' }))).not.toThrow()
  })
})

describe('every answer', () => {
  it('tells browsers to be strict and, where no page says otherwise, to load nothing', () => {
    const { headers } = secured(new Response('{}'))
    expect(headers.get('strict-transport-security')).toContain('max-age=63072000')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    const page = new Response('', { headers: { 'content-security-policy': "default-src 'self'" } })
    expect(secured(page).headers.get('content-security-policy')).toBe("default-src 'self'")
  })
})

describe('the configuration', () => {
  const good = {
    MODE: 'production',
    ZONE: 'Asia/Jakarta',
    SECRET_KEY: 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
  } as Env

  it('lets a sound one start', () => {
    expect(faultsOf(good)).toEqual([])
  })

  it('refuses demo mode anywhere but on a laptop', () => {
    expect(faultsOf({ ...good, COMMISSION_BPS: 'five percent' })).toHaveLength(1)
    expect(faultsOf({ ...good, MODE: 'demo' })).toHaveLength(1)
    expect(faultsOf({ ...good, MODE: 'demo', DEMO_ON_THIS_MACHINE: 'yes' })).toEqual([])
  })

  it('names each thing that is wrong', () => {
    expect(faultsOf({ ...good, SECRET_KEY: 'short', ZONE: 'UTC' as Env['ZONE'] })).toHaveLength(2)
  })
})

describe('the fingerprint of a body', () => {
  it('does not see white space or the order of keys, and sees everything else', () => {
    const one = canonical(JSON.parse('{"a":1,"b":[{"c":2,"d":null}]}'))
    expect(canonical(JSON.parse(' { "b" : [ {"d":null,"c":2} ], "a":1 } '))).toBe(one)
    expect(canonical(JSON.parse('{"a":1,"b":[{"c":3,"d":null}]}'))).not.toBe(one)
    expect(canonical(JSON.parse('{"a":"1","b":[{"c":2,"d":null}]}'))).not.toBe(one)
  })
})
