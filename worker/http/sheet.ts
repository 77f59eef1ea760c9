/** What goes out as a file, sent as it is read; a failure breaks one off, so that half is not whole. */
import { BYTE_ORDER_MARK, csvLine, type Cell } from '#worker/market/selling/exports/cells'

export type SheetRows = readonly (readonly Cell[])[]

export function sheetAnswer(name: string, pages: AsyncGenerator<SheetRows>): Promise<Response> {
  const lines = (rows: SheetRows) => rows.map(csvLine).join('')
  return fileAnswer(`${name}.csv`, 'text/csv', told(pages, { lines, head: BYTE_ORDER_MARK }))
}

/** An array, an object a line. */
export function jsonAnswer(
  name: string,
  pages: AsyncGenerator<readonly object[]>,
): Promise<Response> {
  let begun = false
  const lines = (rows: readonly object[]) => {
    const text = rows.map((row) => JSON.stringify(row)).join(',\n')
    const between = begun && rows.length > 0 ? ',\n' : ''
    begun ||= rows.length > 0
    return between + text
  }
  const written = told(pages, { lines, head: '[\n', foot: '\n]\n' })
  return fileAnswer(`${name}.json`, 'application/json', written)
}

type Telling<Rows> = { lines: (rows: Rows) => string; head: string; foot?: string }

async function* told<Rows>(
  pages: AsyncGenerator<Rows>,
  { lines, head, foot = '' }: Telling<Rows>,
): AsyncGenerator<string> {
  let before = head
  for await (const rows of pages) {
    yield before + lines(rows)
    before = ''
  }
  yield before + foot
}

/** The first part is read before the answer begins, so that a failure is an answer of its own. */
async function fileAnswer(
  name: string,
  type: string,
  parts: AsyncGenerator<string>,
): Promise<Response> {
  const encoder = new TextEncoder()
  const first = await parts.next()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (!first.done) controller.enqueue(encoder.encode(first.value))
    },
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) return controller.close()
      controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
