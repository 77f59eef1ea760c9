import { wakePrintButtons } from '#lib/print.ts'

wakePrintButtons()
