import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import type { ReportPicture } from '../engine/report/report-site.js';
import type { ChosenOptions } from '../messaging/options.js';
import type { Backend } from './backend/backend.js';
import { label, language, type MessageKey, t } from './words/i18n.js';
import { StillPicture } from './picture/still-picture.js';
import { ruleAddress } from './navigation/rule-address.js';
import { COOKIE, SESSION, TOKEN } from './welcome/welcome-pictures.js';
import './styles/welcome.css';

type Picture = Pick<ReportPicture, 'lanes' | 'rows'>;

interface Part {
  title: MessageKey;
  told: readonly MessageKey[];
}

const LESSONS: readonly (Part & { picture: Picture })[] = [
  {
    title: 'ui_welcomeSession',
    told: ['ui_welcomeSessionIs', 'ui_welcomeSessionFor'],
    picture: SESSION,
  },
  { title: 'ui_welcomeToken', told: ['ui_welcomeTokenIs', 'ui_welcomeTokenFor'], picture: TOKEN },
  {
    title: 'ui_welcomeCookie',
    told: ['ui_welcomeCookieIs', 'ui_welcomeCookieFor'],
    picture: COOKIE,
  },
];

const SEES: Part = {
  title: 'ui_welcomeSees',
  told: ['ui_welcomeSees1', 'ui_welcomeSees2', 'ui_welcomeSees3'],
};
const KEEPS: Part = {
  title: 'ui_welcomeKeeps',
  told: ['ui_welcomeKeeps1', 'ui_welcomeKeeps4', 'ui_welcomeKeeps2', 'ui_welcomeKeeps3'],
};
const OPENS: Part = {
  title: 'ui_welcomeOpen',
  told: ['ui_welcomeOpen1', 'ui_welcomeOpen2', 'ui_welcomeOpen3'],
};

function Told({ title, told }: Part) {
  return (
    <section>
      <h2>{t(title)}</h2>
      <ul class="told">
        {told.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What is recorded now, and what an organisation has set. */
function Chosen({ chosen }: { chosen: Signal<ChosenOptions | null> }) {
  const { value } = chosen;
  if (!value) return null;
  const { options, locked } = value;
  return (
    <div class="chosen" role="status">
      <p>
        {t('ui_capture')}: <strong>{label('capture', options.capture)}</strong>.{' '}
        {!locked.includes('capture') && t('ui_welcomeSettings')}
      </p>
      {locked.length > 0 && (
        <>
          <p>{t('ui_welcomeLocked')}</p>
          <ul class="told">
            {locked.map((name) => (
              <li key={name}>{label('policy', name)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function WelcomePage({ chosen }: { chosen: Signal<ChosenOptions | null> }) {
  return (
    <main class="welcome">
      <h1>{t('ui_welcomeTitle')}</h1>
      <p class="lead">{t('ui_welcomeLead')}</p>
      {LESSONS.map(({ title, told, picture }) => (
        <section key={title} class="lesson">
          <h2>{t(title)}</h2>
          {told.map((key) => (
            <p key={key}>{t(key)}</p>
          ))}
          <StillPicture {...picture} />
        </section>
      ))}
      <Told {...SEES} />
      <Told {...KEEPS} />
      <Chosen chosen={chosen} />
      <Told {...OPENS} />
      <p>
        <a href={ruleAddress()}>{t('ui_ruleList')}</a>
      </p>
    </main>
  );
}

/**
 * Draws the page that explains session, token and cookie, and what the extension does with them.
 */
export function mountWelcome(root: Element, backend: Backend): void {
  document.documentElement.lang = language();
  document.title = `${t('ui_howItWorks')} · Credtrail`;
  const chosen = signal<ChosenOptions | null>(null);
  backend.ask('getOptions', {}).then(
    (answer) => (chosen.value = answer),
    () => undefined,
  );
  render(<WelcomePage chosen={chosen} />, root);
}
