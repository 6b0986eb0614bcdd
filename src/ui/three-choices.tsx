export type EqualChoice = { value: string; title: string; lines: readonly string[] }

type ThreeChoicesProps = {
  /** The buttons' shared name; the pressed one's value is sent. */
  name: string
  /** "Hvordan vil du lukke samtalen?" */
  legend: string
  help?: string | undefined
  choices: readonly EqualChoice[]
}

/** Choices that are equally good: the same size, none filled, none marked as usual. Each sends the form. */
export function ThreeChoices({ name, legend, help, choices }: ThreeChoicesProps) {
  return (
    <section class="three-choices" aria-labelledby={`${name}-legend`}>
      <h2 id={`${name}-legend`}>{legend}</h2>
      {help && <p class="hint">{help}</p>}
      <div class="equal-choices">
        {choices.map(choice => (
          <button key={choice.value} class="equal-choice" type="submit" name={name} value={choice.value}>
            <b>{choice.title}</b>
            {choice.lines.map(line => (
              <span key={line}> {line}</span>
            ))}
          </button>
        ))}
      </div>
    </section>
  )
}
