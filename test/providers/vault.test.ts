import { describe, expect, it } from 'vitest'
import type { Env } from '#worker/http/context'
import { vaultOf } from '#worker/providers/vault'

const key = (letter: string) => btoa(letter.repeat(32))
const envWith = (SECRET_KEY: string, SECRET_KEY_BEFORE?: string) =>
  ({ SECRET_KEY, ...(SECRET_KEY_BEFORE ? { SECRET_KEY_BEFORE } : {}) }) as Env
const place = { table: 'people', column: 'totp_secret', id: '1' }

describe('a sealed text', () => {
  it('opens where it was sealed', async () => {
    const vault = await vaultOf(envWith(key('a')))
    const sealed = await vault.seal('rahasia 🌾', place)
    expect(sealed).not.toContain('rahasia')
    expect(await vault.open(sealed, place)).toBe('rahasia 🌾')
  })

  it('opens in no other row, column or table', async () => {
    const vault = await vaultOf(envWith(key('a')))
    const sealed = await vault.seal('rahasia', place)
    for (const other of [{ id: '2' }, { column: 'nik' }, { table: 'sessions' }]) {
      await expect(vault.open(sealed, { ...place, ...other })).rejects.toThrow()
    }
  })

  it('does not open when a letter of it was changed', async () => {
    const vault = await vaultOf(envWith(key('a')))
    const sealed = await vault.seal('rahasia', place)
    const last = sealed.at(-2) === 'A' ? 'B' : 'A'
    const forged = sealed.slice(0, -2) + last + sealed.slice(-1)
    await expect(vault.open(forged, place)).rejects.toThrow()
  })

  it('names its key, so that the key before still opens it', async () => {
    const sealed = await (await vaultOf(envWith(key('a')))).seal('rahasia', place)
    expect(await (await vaultOf(envWith(key('b'), key('a')))).open(sealed, place)).toBe('rahasia')
    await expect((await vaultOf(envWith(key('b')))).open(sealed, place)).rejects.toThrow(/unknown/)
  })

  it('is different each time', async () => {
    const vault = await vaultOf(envWith(key('a')))
    expect(await vault.seal('rahasia', place)).not.toBe(await vault.seal('rahasia', place))
  })
})

describe('a sealed file', () => {
  const file = crypto.getRandomValues(new Uint8Array(60_000))

  it('opens where it was sealed, with the key before too, and nowhere else', async () => {
    const sealed = await (await vaultOf(envWith(key('a')))).sealBytes(file, place)
    const later = await vaultOf(envWith(key('b'), key('a')))
    expect(await later.openBytes(sealed, place)).toEqual(file)
    await expect(later.openBytes(sealed, { ...place, id: 'another' })).rejects.toThrow()
    await expect((await vaultOf(envWith(key('c')))).openBytes(sealed, place)).rejects.toThrow(
      /unknown/,
    )
  })

  it('hides the bytes that were sealed, and opens no more when one was changed', async () => {
    const vault = await vaultOf(envWith(key('a')))
    const sealed = await vault.sealBytes(file, place)
    const head = file.slice(0, 16).join(',')
    expect(sealed.join(',').includes(head)).toBe(false)
    sealed[sealed.length - 1]! ^= 1
    await expect(vault.openBytes(sealed, place)).rejects.toThrow()
  })
})

describe('a keyed hash', () => {
  it('belongs to its key and its purpose', async () => {
    const vault = await vaultOf(envWith(key('a')))
    const hash = await vault.hash('sign-in-code', '123456')
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await vault.matches('sign-in-code', '123456', hash)).toBe(true)
    expect(await vault.matches('sign-in-code', '123457', hash)).toBe(false)
    expect(await vault.matches('setup', '123456', hash)).toBe(false)
    expect(await (await vaultOf(envWith(key('b')))).hash('sign-in-code', '123456')).not.toBe(hash)
  })
})
