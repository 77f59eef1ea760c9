/** Marks the fields that are wrong while one types, as the server marks them in its own answer. */
import type { Field } from './asked.ts'
import { fault } from './words.ts'

export function markFaults(form: HTMLFormElement, wrong: readonly Field[]): void {
  for (const control of form.elements) {
    const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement
    if (isField && control.type !== 'radio') mark(control, fault(wrong, control.name as Field))
  }
}

function mark(control: HTMLElement, sentence: string | null): void {
  const id = `${control.id}-error`
  const shown = document.getElementById(id)
  if (shown?.textContent === (sentence ?? undefined)) return
  shown?.remove()
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ')
  const described = others.filter((one) => one !== '' && one !== id)
  if (sentence === null) control.removeAttribute('aria-invalid')
  else {
    control.setAttribute('aria-invalid', 'true')
    const beside = document.createElement('p')
    Object.assign(beside, { id, className: 'fault', textContent: sentence })
    control.closest('.field')?.append(beside)
    described.push(id)
  }
  if (described.length > 0) control.setAttribute('aria-describedby', described.join(' '))
  else control.removeAttribute('aria-describedby')
}
