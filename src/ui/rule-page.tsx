import { render } from 'preact';
import { CopyButton } from './components/copy-button.js';
import { References } from './components/findings/references.js';
import { RichText } from './components/rich-text.js';
import { SeverityBadge } from './components/findings/severity-badge.js';
import { language, type MessageKey, t } from './words/i18n.js';
import { ruleAddress } from './navigation/rule-address.js';
import type { RuleExamples, ShownRule } from './lists/shown-rule.js';
import './styles/rule.css';

const EXAMPLES: readonly (readonly [keyof RuleExamples, MessageKey])[] = [
  ['flags', 'ui_ruleFlags'],
  ['passes', 'ui_rulePasses'],
  ['doesNotApply', 'ui_ruleDoesNotApply'],
  ['unknown', 'ui_ruleUnknown'],
];

/** The names of test cases are English in every language. */
function Examples({ examples }: Pick<ShownRule, 'examples'>) {
  return (
    <>
      <h2>{t('ui_ruleExamples')}</h2>
      <p class="note">{t('ui_ruleExamplesHint')}</p>
      {EXAMPLES.filter(([kind]) => examples[kind].length > 0).map(([kind, heading]) => (
        <section key={kind} class={`examples ${kind}`}>
          <h3>{t(heading)}</h3>
          <ul lang="en">
            {examples[kind].map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Explained({ rule }: { rule: ShownRule }) {
  const { id, severity, grading, title, why, fix, breaks, strength, references, examples } = rule;
  return (
    <article>
      <h1>{title}</h1>
      <p class="severity">
        <code>{id}</code> {severity ? <SeverityBadge severity={severity} /> : grading}
      </p>
      <h2>{t('ui_why')}</h2>
      <RichText text={why} />
      <h2>{t('ui_fix')}</h2>
      <div class="fix">
        <RichText text={fix} />
        <CopyButton name={t('ui_copyFix')} text={fix} labelled />
      </div>
      <h2>{t('ui_breaks')}</h2>
      <RichText text={breaks} />
      {strength !== undefined && (
        <>
          <h2>{t('ui_ruleStrength')}</h2>
          <RichText text={strength} />
        </>
      )}
      <Examples examples={examples} />
      <h2>{t('ui_ruleReferences')}</h2>
      <References references={references} />
    </article>
  );
}

function AllRules({ rules }: { rules: readonly ShownRule[] }) {
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return (
    <ul class="all-rules">
      {sorted.map(({ id, title }) => (
        <li key={id}>
          <a href={ruleAddress(id)}>{title}</a> <code class="faint">{id}</code>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  rules: readonly ShownRule[];
  id: string | null;
}

function RulePage({ rules, id }: Props) {
  const rule = rules.find((one) => one.id === id);
  if (rule) {
    return (
      <main class="rule-page">
        <nav>
          <a href={ruleAddress()}>{t('ui_ruleList')}</a>
        </nav>
        <Explained rule={rule} />
      </main>
    );
  }
  return (
    <main class="rule-page">
      <h1>{t('ui_ruleList')}</h1>
      {id !== null && <p role="status">{t('ui_ruleNone', id)}</p>}
      <AllRules rules={rules} />
    </main>
  );
}

/** Draws the page that explains one rule, or the list of all where there is none of this id. */
export function mountRulePage(root: Element, rules: Props['rules'], id: string | null): void {
  document.documentElement.lang = language();
  document.title = `${rules.find((one) => one.id === id)?.title ?? t('ui_ruleList')} · Credtrail`;
  render(<RulePage rules={rules} id={id} />, root);
}
