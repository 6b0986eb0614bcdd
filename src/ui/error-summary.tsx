import { TriangleIcon } from './icons.tsx'

/** `field` is the id of the control that must be mended; a fault of the whole form has none. */
export type FormError = { field?: string | undefined; text: string }

/**
 * What must be mended, at the top of the page, each line a link into its field. It takes the focus when the page opens,
 * so that those who listen hear it first. Nothing when there are no errors.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FormError[] }) {
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: the page answers a form that was just sent; its faults come first
    <div class="notice error error-summary" role="alert" tabIndex={-1} autoFocus>
      <TriangleIcon />
      <h2 class="notice-title">{title}</h2>
      <ul class="notice-body">
        {errors.map(error => (
          <li key={error.text}>{error.field ? <a href={`#${error.field}`}>{error.text}</a> : error.text}</li>
        ))}
      </ul>
    </div>
  )
}
