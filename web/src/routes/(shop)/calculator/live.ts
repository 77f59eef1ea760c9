/** The page without a router: what counts while one types is fetched when a field is first touched. */
import { wakePrintButtons } from '#lib/print.ts'

const form = document.querySelector<HTMLFormElement>('form[data-today]')
const place = document.getElementById('result')

if (form && place) {
  const typing = () => import('./typing.ts')
  form.addEventListener('focusin', typing, { once: true })
  form.addEventListener('input', async () => (await typing()).count(form, place))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if ((await typing()).count(form, place)) place.scrollIntoView({ behavior: 'smooth' })
  })
}

wakePrintButtons()
