/** An address with most of its name hidden, for whoever it may not belong to. */
export const masked = (address: string): string => address.replace(/^(.)[^@]*/u, '$1…')
