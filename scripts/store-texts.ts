import english from '../_locales/en/messages.json' with { type: 'json' };
import korean from '../_locales/ko/messages.json' with { type: 'json' };
import manifest from '../manifest.json' with { type: 'json' };
import { KNOWN } from './lint-faults.js';
import { ONLY } from './target-manifest.js';

export const STORES_PAGE = 'docs/stores.md';

/** Pictures in the order in which a store shows them; the Chrome Web Store takes five. */
export const PICTURES = [
  { name: 'logout', shows: 'The verdict in one sentence, and whether the logout really ended it.' },
  { name: 'flow', shows: 'Who sent which credential where, from the login to the logout.' },
  {
    name: 'credential',
    shows: 'A session cookie: its flags, its life, and the line to send instead.',
  },
  {
    name: 'findings',
    shows: 'What is wrong, how much it matters for this role, and what to change.',
  },
  { name: 'compare', shows: 'Session, token and cookie side by side, as seen on this site.' },
] as const;

/** Why each permission is asked for, in the words of a store's form. */
export const REASONS: Readonly<Record<string, string>> = {
  webRequest:
    'To read request and response headers, in which cookies and tokens travel. Nothing is blocked.',
  cookies:
    'To show the cookies of the site in front with all their attributes, and to edit the one ' +
    'that a person chooses.',
  storage:
    'Settings are kept in `storage.local`; what is observed is kept in memory ' +
    '(`storage.session`) until its tab closes.',
  tabs:
    'To know which address a tab shows, so that what is recorded is told of the right site, and ' +
    'to open the full view.',
  webNavigation:
    'To know the frames of a page, and when a tab shows another page: storage belongs to the ' +
    'origin of a frame.',
  scripting:
    'To read the storage of a page that was open before the extension, and to edit an entry that ' +
    'a person chooses.',
  declarativeNetRequestWithHostAccess:
    'To prove which cookie or token logs in, when the user starts it: one request that the page ' +
    'made before is repeated by the page with a credential withheld, by a rule for that single ' +
    'request. Nothing is blocked or redirected.',
  'http://*/*, https://*/*, ws://*/*, wss://*/*':
    'How a site remembers its users is looked at on whatever site a developer works on. Access ' +
    'can be withheld for each site; the extension then says what it cannot see.',
};

/** The Chrome Web Store shows no more of the summary. */
const SUMMARY = 132;

const LONG = {
  en: `Every site that knows who you are carries something with each request: a session id, a JWT, another token. Credtrail shows what identifies you on the site in front of you: where it lives, where it travels, when it ends, what is wrong with it, and how to mend it.

- Tells sessions and tokens from preferences, consent, analytics and load balancing, by what they do rather than by their names.
- Follows each one: issued, stored, sent, refreshed, exposed, cleared; with logins and logouts that mark themselves.
- Judges by role: what is grave for a session cookie is nothing for a theme. Each finding names its standard, the line to change, and what the change may break.
- One sentence says which scheme a site uses, and a table compares session, token and cookie as they were seen there.
- Decodes JWTs, reads cookies as browsers do, knows web storage, IndexedDB, OAuth, OpenID Connect and SAML.
- A panel in the developer tools, a popup, and a full view that also opens HAR files.

Nothing leaves your machine: the extension makes no network request of its own (a proof, when you start one, has the page repeat one of its own). What it sees is kept in memory until the tab closes. Passwords are never kept. Open source, MIT.`,
  ko: `사용자를 알아보는 사이트는 요청마다 무언가를 함께 보냅니다. 세션 ID, JWT 또는 다른 토큰입니다. Credtrail은 지금 보고 있는 사이트에서 무엇이 나를 식별하는지, 어디에 저장되고 어디로 가며 언제 끝나는지, 무엇이 잘못되었고 어떻게 고칠지 보여 줍니다.

- 이름이 아니라 하는 일을 보고 세션과 토큰을 환경설정, 동의, 분석, 부하 분산 쿠키와 구별합니다.
- 발급, 저장, 전송, 갱신, 노출, 삭제까지 하나하나 따라가며 로그인과 로그아웃을 스스로 표시합니다.
- 역할에 따라 판단합니다. 각 문제에는 근거 표준, 바꿀 줄, 바꾸면 깨질 수 있는 것이 적혀 있습니다.
- 사이트의 방식을 한 문장으로 말하고, 세션과 토큰과 쿠키를 본 그대로 비교합니다.
- 개발자 도구 패널, 팝업, HAR 파일도 여는 전체 보기가 있습니다.

아무것도 이 컴퓨터를 떠나지 않습니다(증명은 직접 시작할 때만 페이지가 자신의 요청을 다시 보내게 합니다). 본 것은 탭이 닫힐 때까지 메모리에만 있고, 비밀번호는 결코 보관하지 않습니다. 오픈 소스, MIT.`,
};

/** Reasons for everything that the manifest asks for; fails where one has none. */
function permissionRows(): string[] {
  const hosts = manifest.host_permissions.join(', ');
  return [...manifest.permissions, hosts].map((name) => {
    const reason = REASONS[name];
    if (!reason) throw new Error(`The stores ask why the extension needs "${name}".`);
    return `| \`${name}\` | ${reason} |`;
  });
}

function summaryOf({ extensionDescription: { message } }: typeof english): string {
  if (message.length <= SUMMARY) return message;
  throw new Error(`A summary has at most ${SUMMARY} characters; this one has ${message.length}.`);
}

const picture = ({ name, shows }: (typeof PICTURES)[number]): string =>
  `![${shows}](pictures/store-${name}.png)\n\n${shows}`;

const PRIVACY = `## Privacy policy

> Credtrail collects nothing and sends nothing. It makes no network request of its own; its content security policy
> forbids it. When you start a proof, the page that is open repeats a request of its own, to the server that it made it
> to, with some of its cookies or tokens withheld or put back, or with invented values in their place. What it sees of the pages you visit is kept in the memory of your browser until the tab closes, what it
> sees of private windows until they close. Settings stay in the browser's storage on your machine. Reports leave it
> only as files that you save or texts that you copy, without secrets unless you choose otherwise. Passwords are never
> kept.`;

const CHROME = `## Chrome Web Store

| field | text |
|---|---|
| Package | \`credtrail-VERSION-chrome.zip\` |
| Single purpose | Shows how the site in front of you remembers its users: which cookies and tokens identify them, and what is wrong with these. |
| Remote code | No. Everything that runs is in the package. |
| Data that is collected | None of the kinds in the form. |
| Certifications | Not sold to others; not used for anything but the single purpose; not used to judge creditworthiness: all three hold, since nothing is collected. |`;

const NOTES = `Notes for reviewers:

> Build: Node.js 20.19 or newer, then \`npm ci\` and \`npm run package\` in the source folder, on any system. It writes
> \`dist/firefox\` and the same zip, byte for byte. The code of others is named in \`THIRD-PARTY-LICENSES.txt\` inside.
> To try it: \`npm run build\`, load \`dist/firefox\` as a temporary add-on, open a site with a login, open the
> developer tools and choose Credtrail.
> The linter's one warning, \`${KNOWN.code}\`, is in Preact's own code for \`dangerouslySetInnerHTML\`, which nothing here
> uses.`;

/** `docs/stores.md`: every field of both stores' forms, in their order. */
export function storesPage(): string {
  const { gecko } = ONLY.firefox['browser_specific_settings'] as {
    gecko: { id: string; strict_min_version: string };
  };
  return `# What the stores ask for

Written by \`npm run stores\` (texts: \`scripts/store-texts.ts\`); a test holds it to them. The zips come from
\`npm run package\`, which prints their SHA-256.

## Both

| field | text |
|---|---|
| Name | ${english.extensionName.message} |
| Summary | ${summaryOf(english)} |
| Summary, Korean | ${summaryOf(korean as typeof english)} |
| Category | Developer tools |
| Licence | MIT |
| Icon | \`icons/128.png\` |

Description:

${quoted(LONG.en)}

Description, Korean:

${quoted(LONG.ko)}

## Why each permission

| permission | reason |
|---|---|
${permissionRows().join('\n')}

${PRIVACY}

${CHROME}

## addons.mozilla.org

| field | text |
|---|---|
| Package | \`credtrail-VERSION-firefox.zip\` |
| Source | \`credtrail-VERSION-source.zip\` |
| Id | \`${gecko.id}\` |
| Firefox from | ${gecko.strict_min_version} |
| Data that is collected | none (\`data_collection_permissions\`) |

${NOTES}

## Pictures (1280 × 800)

${PICTURES.map(picture).join('\n\n')}
`;
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');
