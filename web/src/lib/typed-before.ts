/**
 * What was typed or chosen before the page woke up. On a slow phone a form is filled in before its script
 * arrives, and waking up would put back what the server drew; here it is remembered and given back.
 */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

let touched: { control: Control; value: string; checked: boolean }[] = []

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const drawn = [...control.options].findIndex((option) => option.defaultSelected)
    return control.selectedIndex !== Math.max(0, drawn)
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (/^(file|hidden)$/.test(control.type)) return false
  return control.value !== control.defaultValue || control.checked !== control.defaultChecked
}

/** Before the page wakes up. */
export function rememberTyped(): void {
  const controls = document.querySelectorAll<Control>('input, textarea, select')
  touched = [...controls].filter(isTouched).map((control) => {
    const checked = control instanceof HTMLInputElement && control.checked
    return { control, value: control.value, checked }
  })
}

/** Once it is awake: the fields have their content again, and whoever listens to them hears of it. */
export function restoreTyped(): void {
  for (const { control, value, checked } of touched) {
    if (control instanceof HTMLInputElement) control.checked = checked
    if (control.value !== value) control.value = value
    if (control.type === 'radio' && !checked) continue
    control.dispatchEvent(new Event('input', { bubbles: true }))
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
  touched = []
}
