import { Notice } from '../../ui/notice.tsx'

/** Somebody else was first: said once, above how it stands now. */
export function Changed({ notice }: { notice: string | undefined }) {
  if (!notice) return null
  return (
    <Notice kind="amber" spoken>
      <p>{notice}</p>
    </Notice>
  )
}
