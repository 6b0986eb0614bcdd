type Props = { weekday?: string | undefined; day: string; month: string }

/** The words of a date block: 64 wide, 80 in English, so a longer word is cut for the eye and heard in full; none of them ever breaks. */
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

// English has the wider block (dates.css) and writes its days and months with a capital.
const fits = (word: string) => word.length <= (/^[A-Z]/.test(word) ? 9 : 7)

function Word({ word }: { word: string }) {
  if (fits(word)) return <span>{word}</span>
  return (
    <span>
      <span aria-hidden="true">{word.slice(0, 3)}.</span>
      <span class="heard">{word}</span>
    </span>
  )
}
