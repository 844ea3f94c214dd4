import type { ReportFinding } from '../../engine/report/report.js';
import { findingMarkdown } from '../copy/copied-finding.js';
import { subjectName } from '../group-findings.js';
import { t } from '../i18n.js';
import { useStore } from '../store-context.js';
import { CopyButton } from './copy-button.js';

/** Copies a finding as Markdown, with the line of the very thing that it is about. */
export function CopyTicket({ finding }: { finding: ReportFinding }) {
  const credentials = useStore().credentials.value;
  const credential = credentials.get(finding.about.credentialId ?? '');
  const ticket = async () =>
    findingMarkdown(finding, subjectName(finding.about, credentials), credential);
  return <CopyButton name={t('ui_copyTicket')} text={ticket} labelled />;
}
