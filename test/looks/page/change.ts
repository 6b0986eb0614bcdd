// What a reader may do to a page, and life to a name. Each change is taken back by a reload or by `undo`.

const sheet = new CSSStyleSheet()

export const change = {
  open() {
    for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '')
  },
  /** Bars that keep their place lie down at the foot of the page: where they are by chance, they cover something. */
  settle() {
    sheet.replaceSync('.save-bar, .room-foot { position: static !important }')
    document.adoptedStyleSheets = [sheet]
  },
  /** WCAG 1.4.4 */
  enlarge() {
    document.documentElement.style.setProperty('font-size', '200%')
  },
  /** WCAG 1.4.12 */
  space() {
    sheet.replaceSync(`*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
      p{margin-block-end:2em!important}`)
    document.adoptedStyleSheets = [sheet]
  },
  undo() {
    document.documentElement.style.removeProperty('font-size')
    document.adoptedStyleSheets = []
  },
  /** Every name on the page becomes one of forty letters and more, none of which may be parted. */
  lengthen(names: readonly string[]) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const name of names) node.textContent = node.textContent?.replaceAll(name, long) ?? ''
  },
}

const long = 'Wilhelminaalexandrinekristensdatterfogedgaard'
