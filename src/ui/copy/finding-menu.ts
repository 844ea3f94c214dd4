import type { ReportFinding } from '../../engine/report/report-finding.js';
import { subjectName } from '../lists/group-findings.js';
import { label, type MessageKey, t } from '../words/i18n.js';
import type { MenuGroup, MenuItem } from '../menu/menus.js';
import type { ViewerStore } from '../store/store.js';
import { findingMarkdown } from './copied-finding.js';
import { asJson } from './copied-request.js';
import { copyWithToast } from './copy-with-toast.js';

/** What one finding can be handed on as; no secret is in it. */
export function findingMenu(store: ViewerStore, finding: ReportFinding): MenuGroup[] {
  const item = (key: MessageKey, textOf: () => string): MenuItem => ({
    name: t(key),
    run: () => void copyWithToast(store.toasts, t(key), textOf),
  });
  const credentials = store.credentials.peek();
  const told = {
    subject: subjectName(finding.about, credentials),
    credential: credentials.get(finding.credentialId ?? ''),
    words: {
      where: t('ui_affected'),
      evidence: t('ui_reasons'),
      why: t('ui_why'),
      fix: t('ui_fix'),
      breaks: t('ui_breaks'),
      severity: label('severity', finding.severity),
      sent: t('ui_lineSent'),
      better: t('ui_lineBetter'),
    },
  };
  return [
    {
      title: t('ui_copyMasked'),
      items: [
        item('ui_copyMarkdown', () => findingMarkdown(finding, told)),
        item('ui_copyJson', () => asJson(finding)),
      ],
    },
  ];
}
