import type { ComponentChildren } from 'preact';
import type { SiteSubjects } from '../../lists/group-by-subject.js';
import type { FindingGroup, SiteFindings } from '../../lists/group-findings.js';
import { useStore } from '../../store/store-context.js';
import { formatNumber } from '../../words/i18n.js';
import { FindingGroupCard } from './finding-group.js';
import { NothingWrong } from './finding-summary.js';
import { SubjectGroupCard } from './subject-group.js';

/** The groups of each site, under its name where it could be taken for another one's. */
export function FindingsOfSites({ sites }: { sites: readonly SiteFindings[] }) {
  const { ruleId } = useStore().nav;
  // Of several sites the first one that has it is jumped to.
  const target = sites.flatMap(({ groups }) => groups).find((one) => one.ruleId === ruleId.value);
  return (
    <Sites
      sites={sites.map(({ site, groups }) => ({
        site,
        count: standingIn(groups),
        children: groups.map((group) => (
          <FindingGroupCard key={group.ruleId} group={group} jumpedTo={group === target} />
        )),
      }))}
    />
  );
}

/** The same findings by what they are about. */
export function SubjectsOfSites({ sites }: { sites: readonly SiteSubjects[] }) {
  return (
    <Sites
      sites={sites.map(({ site, subjects }) => ({
        site,
        count: subjects.reduce((sum, { standing }) => sum + standing, 0),
        children: subjects.map((subject) => (
          <SubjectGroupCard key={subject.key} subject={subject} />
        )),
      }))}
    />
  );
}

function standingIn(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, { standing }) => sum + standing.length, 0);
}

interface OfSite {
  site: string;
  /** How many findings stand. */
  count: number;
  children: ComponentChildren;
}

function Sites({ sites }: { sites: readonly OfSite[] }) {
  const { front } = useStore();
  const name = front.name.value;
  const isOfFront = ({ site }: OfSite) => site === name;
  const isClear = front.verdict.value !== undefined && front.standing.value.length === 0;
  return (
    <>
      {/* What was found elsewhere alone is not to be taken for what is wrong here. */}
      {isClear && sites.length > 0 && !sites.some(isOfFront) && (
        <section aria-label={name}>
          <SiteHeading site={name ?? ''} count={0} />
          <div class="site-clear">
            <NothingWrong verdict={front.verdict.value} />
          </div>
        </section>
      )}
      {sites.map(({ site, count, children }) => (
        <section key={site} aria-label={site}>
          {!sites.every(isOfFront) && <SiteHeading site={site} count={count} />}
          {children}
        </section>
      ))}
    </>
  );
}

function SiteHeading({ site, count }: Omit<OfSite, 'children'>) {
  return (
    <h3 class="site-heading">
      {site} <span class="count">{formatNumber(count)}</span>
    </h3>
  );
}
