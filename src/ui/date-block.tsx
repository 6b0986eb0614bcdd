type Props = { weekday?: string | undefined; day: string; month: string }

/** The words of a date block: 64 wide, so a longer word is cut for the eye and heard in full; none of them ever breaks. */
export function DateWords({ weekday, day, month }: Props) {
  return (
    <>
      {weekday && (
        <>
          <Word word={weekday} />{' '}
        </>
      )}
      <b>{day}</b> <Word word={month} />
    </>
  )
}

const fits = 7

function Word({ word }: { word: string }) {
  if (word.length <= fits) return <span>{word}</span>
  return (
    <span>
      <span aria-hidden="true">{word.slice(0, 3)}.</span>
      <span class="heard">{word}</span>
    </span>
  )
}
