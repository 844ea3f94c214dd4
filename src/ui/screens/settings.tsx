import { useEffect } from 'preact/hooks';
import { THRESHOLD_NAMES } from '../../engine/judging.js';
import { AcceptedList } from '../components/findings/accepted-list.js';
import { CaptureChoice } from '../components/settings/capture-choice.js';
import { HowItWorks } from '../components/verdict/how-it-works.js';
import { KeptData } from '../components/settings/kept-data.js';
import { LimitRow } from '../components/verdict/limit-row.js';
import { Lockable } from '../components/lockable.js';
import { OwnNames } from '../components/credential/own-names.js';
import { ProofsChoice } from '../components/prove/proofs-choice.js';
import { RuleSwitches } from '../components/findings/rule-switches.js';
import { Section } from '../components/section.js';
import { SettingsFile } from '../components/settings/settings-file.js';
import { ThemeChoice } from '../components/settings/theme-choice.js';
import { t } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';

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
        {THRESHOLD_NAMES.map((name) => (
          <LimitRow key={name} name={name} />
        ))}
      </tbody>
    </table>
  );
}

/** What was not taken, and what an organisation set that cannot be read. */
function Faults() {
  const { choices, options } = useStore();
  const { unreadable } = options.chosen.value;
  return (
    <>
      {(choices.failed.value || options.failed.value) && (
        <p class="notice error" role="alert">
          {t('ui_settingsFailed')}
        </p>
      )}
      {unreadable.length > 0 && (
        <p class="notice" role="status">
          {t('ui_policyUnreadable', unreadable.join(', '))}
        </p>
      )}
    </>
  );
}

/** How Credtrail records and shows. */
function Recording() {
  return (
    <>
      <Section title={t('ui_capture')}>
        <CaptureChoice />
      </Section>
      <Section title={t('ui_keptData')}>
        <KeptData />
      </Section>
      <Section title={t('ui_proofs')}>
        <ProofsChoice />
      </Section>
      <Section title={t('ui_appearance')}>
        <Lockable name="theme">
          <ThemeChoice />
        </Lockable>
      </Section>
    </>
  );
}

/** How the engine judges, as far as it is the user's to say: for all sites and tabs. */
function Judging() {
  return (
    <>
      <p class="note">{t('ui_settingsHint')}</p>
      <SettingsFile />
      <Section title={t('ui_ownNames')}>
        <Lockable name="ownNames">
          <OwnNames />
        </Lockable>
      </Section>
      <Section title={t('ui_acceptedAll')}>
        <Lockable name="suppressions">
          <AcceptedList />
        </Lockable>
      </Section>
      <Section title={t('ui_limits')}>
        <p class="note">{t('ui_limitsHint')}</p>
        <Lockable name="thresholds">
          <Limits />
        </Lockable>
      </Section>
      <Section title={t('ui_rules')}>
        <Lockable name="disabledRules">
          <RuleSwitches />
        </Lockable>
      </Section>
    </>
  );
}

/** All that is the user's to say, where no organisation has said it. */
export function Settings() {
  const { choices, options } = useStore();
  useEffect(() => {
    void choices.load();
    void options.load();
  }, [choices, options]);
  return (
    <div class="settings scroll">
      <div class="settings-head">
        <h2>{t('ui_settings')}</h2>
        <HowItWorks />
      </div>
      <Faults />
      <Recording />
      <h2>{t('ui_judging')}</h2>
      <Judging />
    </div>
  );
}
