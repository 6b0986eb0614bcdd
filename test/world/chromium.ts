import { type Browser, chromium } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../bin/chromium.ts'

let started: Promise<Browser> | undefined

/** This process's one Chromium, which ends with it: test files share it and close the contexts they open. */
export function openChromium(): Promise<Browser> {
  started ??= launch()
  return started
}

const launch = async () => chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] })
