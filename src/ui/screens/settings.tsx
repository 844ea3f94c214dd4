import { useEffect } from 'preact/hooks';
import { THRESHOLDS, type ThresholdName } from '../../engine/judging.js';
import { AcceptedList } from '../components/accepted-list.js';
import { LimitRow } from '../components/limit-row.js';
import { RuleSwitches } from '../components/rule-switches.js';
import { Section } from '../components/section.js';
import { SettingsFile } from '../components/settings-file.js';
import { t } from '../i18n.js';
import { useStore } from '../store-context.js';

const LIMITS = Object.keys(THRESHOLDS) as ThresholdName[];

function Limits() {
  return (
    <table class="limits">
      <thead>
        <tr>
          <th scope="col">{t('ui_limitName')}</th>
          <th scope="col">{t('ui_limitAllowed')}</th>
          <th scope="col">{t('ui_limitDefault')}</th>
        </tr>
      </thead>
      <tbody>
        {LIMITS.map((name) => (
          <LimitRow key={name} name={name} />
        ))}
      </tbody>
    </table>
  );
}

/** How the engine judges, as far as it is the user's to say: for all sites and tabs. */
export function Settings() {
  const { choices } = useStore();
  useEffect(() => void choices.load(), [choices]);
  return (
    <div class="settings scroll">
      <h2>{t('ui_settings')}</h2>
      <p class="note">{t('ui_settingsHint')}</p>
      {choices.failed.value && (
        <p class="notice error" role="alert">
          {t('ui_settingsFailed')}
        </p>
      )}
      <SettingsFile />
      <Section title={t('ui_acceptedAll')}>
        <AcceptedList />
      </Section>
      <Section title={t('ui_limits')}>
        <p class="note">{t('ui_limitsHint')}</p>
        <Limits />
      </Section>
      <Section title={t('ui_rules')}>
        <RuleSwitches />
      </Section>
    </div>
  );
}
