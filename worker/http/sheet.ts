/** Sheets that go out as CSV, sent as they are read; a failure breaks one off, so that half is not whole. */
import { BYTE_ORDER_MARK, csvLine, type Cell } from '#worker/market/exports/cells'

export type SheetRows = readonly (readonly Cell[])[]

/** The first rows are read before the answer begins, so that a failure is an answer of its own. */
export async function sheetAnswer(
  name: string,
  pages: AsyncGenerator<SheetRows>,
): Promise<Response> {
  const encoder = new TextEncoder()
  const lines = (rows: SheetRows) => encoder.encode(rows.map(csvLine).join(''))
  const first = await pages.next()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK))
      if (!first.done) controller.enqueue(lines(first.value))
    },
    async pull(controller) {
      const { done, value } = await pages.next()
      if (done) return controller.close()
      controller.enqueue(lines(value))
    },
    async cancel() {
      await pages.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
