import { Button } from '../ui/button.tsx'
import { LinkLine } from '../ui/link.tsx'
import { TextField } from '../ui/text-field.tsx'

type Words = { search: string; searchHint?: string; find: string; all: string }
type Props = { action: string; search: string; words: Words }

/** Finds people by name or number on the office's lists: the answer is the same page with `?navn=`. */
export const PeopleSearch = ({ action, search, words }: Props) => (
  <>
    <form method="get" action={action}>
      <TextField
        name="navn"
        label={words.search}
        {...(words.searchHint && { hint: words.searchHint })}
        value={search}
        autocomplete="off"
        maxLength={120}
        width="name"
      />
      <Button kind="secondary">{words.find}</Button>
    </form>
    {search && <LinkLine href={action}>{words.all}</LinkLine>}
  </>
)
