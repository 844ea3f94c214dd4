import { join } from 'node:path';
import { launchExtension } from '../../browser/launch.js';
import { settled } from '../../browser/settled.js';
import type { ApplicationStack } from '../applications/support/load.js';
import { answerByDialog } from './dialog.js';
import { drive } from '../record/drive.js';
import { toHar } from '../record/har.js';
import { liveReportFile, OUT, stateFile, writeJson } from '../record/out.js';
import { HOST_RULES } from '../record/record.js';
import { testCertificate } from '../support/serve.js';
import { resolveTestHosts } from '../support/test-hosts.js';

/** Whether DevTools with the extension's panel is open during the visit. */
export type PanelIs = 'closed' | 'open';

/** Name under which a visit that was watched live is kept. */
export function liveName(name: string, panel: PanelIs): string {
  return `${name}.live-${panel}`;
}

/**
 * Visits an application in a browser with the built extension, and keeps what its report says
 * beside a recording of the very same visit.
 */
export async function watch(stack: ApplicationStack, panel: PanelIs): Promise<void> {
  resolveTestHosts();
  const running = await stack.start();
  const { spki } = await testCertificate();
  const extension = await launchExtension({ hostRules: HOST_RULES, spki: [spki] });
  try {
    await extension.worker();
    const page = await extension.browser.newPage();
    // As wide as without DevTools beside it: applications fold their menus away on small screens.
    await page.setViewport({ width: 1280, height: 900 });
    await answerByDialog(extension, page);
    if (panel === 'open') await extension.openPanel(page);
    const { proof: _, ...unproven } = stack;
    const recording = await drive(unproven, page, running.url);
    const tabId = await extension.tabIdOf(page);
    const report = await settled(() => extension.ask<'getReport'>({ type: 'getReport', tabId }));
    const name = liveName(stack.name, panel);
    await writeJson(liveReportFile(name), report);
    for (const [moment, state] of recording.states) await writeJson(stateFile(name, moment), state);
    await writeJson(join(OUT, `${name}.har`), toHar(recording.log));
  } finally {
    await extension.close();
    await running.stop();
  }
}
