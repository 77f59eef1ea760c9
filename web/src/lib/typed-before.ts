/**
 * What was typed or chosen before the page woke up. On a slow phone a form is filled in before its script
 * arrives, and waking up would put back what the server drew; here it is remembered and given back.
 */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

type Content = { value: string; checked: boolean }
const touched = new Map<Control, Content>()

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const drawn = [...control.options].findIndex((option) => option.defaultSelected)
    return control.selectedIndex !== Math.max(0, drawn)
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (/^(file|hidden)$/.test(control.type)) return false
  return control.value !== control.defaultValue || control.checked !== control.defaultChecked
}

function isControl(target: EventTarget | null): target is Control {
  return target instanceof Element && target.matches('input, textarea, select')
}

function remember(control: Control): void {
  const checked = control instanceof HTMLInputElement && control.checked
  touched.set(control, { value: control.value, checked })
}

function hear({ target }: Event): void {
  if (isControl(target) && (touched.has(target) || isTouched(target))) remember(target)
}

/** Before the page wakes up; and from then on, since its parts are still on their way. */
export function rememberTyped(): void {
  const controls = document.querySelectorAll<Control>('input, textarea, select')
  for (const control of [...controls].filter(isTouched)) remember(control)
  document.addEventListener('input', hear)
  document.addEventListener('change', hear)
}

/** Once it is awake: the fields have their content again, and whoever listens to them hears of it. */
export function restoreTyped(): void {
  document.removeEventListener('input', hear)
  document.removeEventListener('change', hear)
  for (const [control, { value, checked }] of touched) {
    if (control instanceof HTMLInputElement) control.checked = checked
    if (control.value !== value) control.value = value
    if (control.type === 'radio' && !checked) continue
    control.dispatchEvent(new Event('input', { bubbles: true }))
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
  touched.clear()
}
