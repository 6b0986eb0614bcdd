import { Link } from './link.tsx'
import { type Status, StatusWord } from './status-word.tsx'

export type Task = {
  href: string
  label: string
  /** "To spørgsmål, tre minutter" */
  hint?: string | undefined
  status: Status
  statusLabel: string
}

/** The parts of a task in any order, each a whole row to press, with where it stands in words. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="task-list">
      {tasks.map(task => (
        <li key={task.href}>
          <div>
            <Link href={task.href} class="row-link">
              {task.label}
            </Link>
            {task.hint && <p class="hint">{task.hint}</p>}
          </div>
          <StatusWord status={task.status}>{task.statusLabel}</StatusWord>
        </li>
      ))}
    </ul>
  )
}
