/**
 * Papers of an application: a KTP, photos of the business, a plan. They lie in the private store; a KTP is
 * encrypted before it gets there and opened only for a reason. Each kind takes three.
 */
import { refuseUnless } from '#worker/kernel/refusal'

export const KINDS = ['ktp', 'business-photo', 'plan'] as const
export type AttachmentKind = (typeof KINDS)[number]

export type ContentType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

export type Attachment = {
  id: string
  applicationId: string
  kind: AttachmentKind
  contentType: ContentType
  bytes: number
  /** Of what was handed in: the same file again is the same paper. */
  sha256: string
  addedBy: string
  addedAt: number
  forgottenAt: number | null
}

export const MOST_OF_A_KIND = 3

/** These are opened for a reason only. */
export const isSealed = ({ kind }: Pick<Attachment, 'kind'>) => kind === 'ktp'

type Open = { status: string }
const TAKING: ReadonlySet<string> = new Set(['submitted', 'in-review', 'recommended'])

/** Papers come and go until it is decided. */
export function refuseClosed({ status }: Open): void {
  refuseUnless(TAKING.has(status), 'illegal-transition', 'This application takes no more papers.')
}

/** Refuses one too many, and the same file again under whatever name. */
export function refuseMore(
  kept: readonly Attachment[],
  { kind, sha256 }: Pick<Attachment, 'kind' | 'sha256'>,
): void {
  const there = kept.some((one) => one.sha256 === sha256)
  refuseUnless(!there, 'already-exists', 'This paper is there already.')
  const alike = kept.filter((one) => one.kind === kind)
  refuseUnless(
    alike.length < MOST_OF_A_KIND,
    'outside-limits',
    `At most ${MOST_OF_A_KIND} of a kind.`,
  )
}

/** A plan may come as a file of the office; by its first letters, whatever it calls itself. */
export function isPdf(bytes: Uint8Array): boolean {
  return bytes.length > 100 && String.fromCharCode(...bytes.slice(0, 5)) === '%PDF-'
}

/** Everything of an application lies under one prefix, so that it can be forgotten whole. */
export const folderOf = (applicationId: string) => `applications/${applicationId}/`

type Lying = Pick<Attachment, 'applicationId' | 'kind' | 'sha256'>
export const pathOf = ({ applicationId, kind, sha256 }: Lying) =>
  `${folderOf(applicationId)}${kind}-${sha256}`

/** Where the sealed bytes of a paper belong. */
export const placeOf = (one: Lying) => ({ table: 'attachments', column: 'file', id: pathOf(one) })
