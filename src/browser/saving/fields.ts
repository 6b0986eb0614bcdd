export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
export const isControl = (node: unknown): node is Control =>
  node instanceof HTMLTextAreaElement || node instanceof HTMLInputElement || node instanceof HTMLSelectElement

/** A line that a button of its own puts on a list: that button saves it, and no pause. */
export const isForAdding = (field: unknown): boolean =>
  field instanceof HTMLInputElement && field.name.endsWith('.words')
export const waitsToBeAdded = ({ elements }: HTMLFormElement): boolean =>
  [...elements].filter(isControl).some(field => isForAdding(field) && field.value.trim() !== '')

/** Nobody is at one of these fields, and nothing typed in them waits to be saved. */
export function isAtRest(fields: Iterable<Element>): boolean {
  return [...fields].filter(isControl).every(field => field !== document.activeElement && !isTyped(field))
}

export const isTyped = (field: Control) =>
  field.type !== 'hidden' &&
  (field.value !== valueAtFirst(field) || isTicked(field) !== isTickedAtFirst(field))
export const isTicked = (field: Control) => field instanceof HTMLInputElement && field.checked
const isTickedAtFirst = (field: Control) => field instanceof HTMLInputElement && field.defaultChecked

function valueAtFirst(field: Control): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue
  const options = [...field.options]
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? ''
}
