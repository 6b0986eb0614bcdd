// A window, its light on the wall, and two cups that wait. Nothing is scaled: the parts keep their size and their
// 2 px line, and stand closer together on a narrow phone.

export function LetterScene() {
  return (
    <svg class="letter-scene" width="100%" height="172" aria-hidden="true" focusable="false">
      <svg x="42%" overflow="visible" aria-hidden="true">
        <path
          class="light"
          d="M0 14L58 2l44 60-58 12zM67 0h67l35 48-58 12zM50 82l58-12 44 60-58 12zM117 68l58-12 44 60-58 12z"
        />
      </svg>
      <svg x="28" overflow="visible" aria-hidden="true">
        <path class="light" d="M0 0h98v116H0z" />
        <path class="ink" d="M0 0v116M49 0v116M98 0v116M0 48h98M-10 116h118" />
        <path class="ink on-wall" d="M78 89V70" />
        <path
          class="ink on-wall"
          d="M78 89c-13 0-19-8-19-19 13 0 19 6 19 19zM79 81c0-12 6-19 18-19 0 12-6 19-18 19z"
        />
        <path class="ink on-white" d="M67 97h22l-3 18H70z" />
      </svg>
      <svg x="47%" overflow="visible" aria-hidden="true">
        <path class="ink on-white" d="M20 137h40v15c0 10-6 16-14 16H34c-8 0-14-6-14-16z" />
        <path class="clay" d="M103 140h40v15c0 10-6 16-14 16h-12c-8 0-14-6-14-16z" />
        <path class="ink" d="M100 137h40v15c0 10-6 16-14 16h-12c-8 0-14-6-14-16z" />
        <path class="ink" d="M20 143c-5 0-8 3-8 7s4 7 10 7M140 143c5 0 8 3 8 7s-4 7-10 7" />
        <path
          class="ink"
          d="M36 122c-3-5 3-6 0-14M46 120c-3-5 3-6 0-14M116 122c-3-5 3-6 0-14M126 120c-3-5 3-6 0-14"
        />
        <path class="ink" d="M30 171h22M110 171h22" />
      </svg>
      <path class="ink" d="M0 171h4000" />
    </svg>
  )
}
