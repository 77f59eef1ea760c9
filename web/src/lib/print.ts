/** Print buttons of pages without a router: shown by a script, since without one they could do nothing. */
export function wakePrintButtons(): void {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.classList.remove('invisible')
    button.addEventListener('click', () => print())
  }
}
