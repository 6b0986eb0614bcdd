/** What the bench can measure, in its order; any of them can be asked for alone. */
export const parts = ['section', 'saves', 'papers', 'start', 'year', 'import', 'phone'] as const
