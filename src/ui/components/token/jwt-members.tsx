import { useSignal } from '@preact/signals';
import { now } from '../../store/clock.js';
import { claimInstant, claimText } from '../../format/claim-times.js';
import { dateAndTime, relativeTime } from '../../format/format-time.js';
import { formatNumber, language, t } from '../../words/i18n.js';
import { listedWords } from '../../jwt/listed.js';
import type { Meaning } from '../../jwt/meaning.js';
import { Countdown } from '../credential/countdown.js';

/** So many members, and words of one, are shown at once. */
const PAGE = 100;

interface Props {
  title: string;
  members: Readonly<Record<string, unknown>>;
  meaningOf(name: string): Meaning | undefined;
}

/** Header or claims of a token, each with what it means. */
export function JwtMembers({ title, members, meaningOf }: Props) {
  const names = Object.keys(members);
  const room = useSignal(PAGE);
  return (
    <>
      <table class="properties jwt-members">
        <caption>{title}</caption>
        <tbody>
          {names.slice(0, room.value).map((name) => (
            <Member key={name} name={name} value={members[name]} meaning={meaningOf(name)} />
          ))}
        </tbody>
      </table>
      <More left={names.length - room.value} show={() => (room.value += PAGE)} />
    </>
  );
}

interface MemberProps {
  name: string;
  value: unknown;
  meaning: Meaning | undefined;
}

function Member({ name, value, meaning }: MemberProps) {
  const words = listedWords(name, value);
  const instant = claimInstant(name, value);
  return (
    <tr>
      <th scope="row">
        <code>{name.length > PAGE ? `${name.slice(0, PAGE)}…` : name}</code>
      </th>
      <td>
        {words ? <Words words={words} /> : <code class="claim-value">{claimText(value)}</code>}
        {instant !== null && <ClaimTime name={name} instant={instant} />}
        {meaning && (
          <div class="claim-meaning faint">
            {t(meaning.says)} <span class="claim-source">{meaning.source}</span>
          </div>
        )}
      </td>
    </tr>
  );
}

/** An end is counted down to, all else is told as so long ago. */
function ClaimTime({ name, instant }: { name: string; instant: number }) {
  return (
    <div class="claim-time">
      {dateAndTime(instant, language())}{' '}
      {name === 'exp' && instant > now.value ? (
        <span class="faint">
          {t('ui_jwtEndsIn')} <Countdown endsAt={instant} />
        </span>
      ) : (
        <Relative instant={instant} />
      )}
    </div>
  );
}

function Relative({ instant }: { instant: number }) {
  return <span class="faint ticking">({relativeTime(instant, now.value, language())})</span>;
}

function Words({ words }: { words: readonly string[] }) {
  const room = useSignal(PAGE);
  return (
    <>
      <ul class="claim-words">
        {words.slice(0, room.value).map((word, at) => (
          <li key={at} class="chip">
            {claimText(word)}
          </li>
        ))}
      </ul>
      <More left={words.length - room.value} show={() => (room.value += PAGE)} />
    </>
  );
}

function More({ left, show }: { left: number; show(): void }) {
  if (left <= 0) return null;
  return (
    <button type="button" class="link" onClick={show}>
      {t('ui_jwtMore', formatNumber(Math.min(left, PAGE)), formatNumber(left))}
    </button>
  );
}
